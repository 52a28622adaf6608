package fonts_test

import (
	"testing"

	"accesskeys/app/platform/fonts"
)

// The characters are in a private-use plane, which no system font has.
func TestWhatNoFontHasCannotBeDrawn(t *testing.T) {
	if fonts.CanDraw("a\U0010FFF0") {
		t.Error("it can, they say")
	}
}
