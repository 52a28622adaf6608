package fonts_test

import (
	"testing"

	"accesskeys/app/platform/fonts"
)

// The characters are of a plane that is for private use, which no font of a system has.
func TestWhatNoFontHasCannotBeDrawn(t *testing.T) {
	if fonts.CanDraw("a\U0010FFF0") {
		t.Error("it can, they say")
	}
}
