//go:build linux

package desktop_test

import (
	"errors"
	"testing"

	"accesskeys/app/desktop"
)

func TestNothingHidesFromCaptureHere(t *testing.T) {
	if desktop.CanHideFromCapture() {
		t.Error("can")
	}
	for _, hide := range []bool{true, false} {
		if err := desktop.HideFromCapture(42, hide); !errors.Is(err, errors.ErrUnsupported) {
			t.Errorf("hide %t: %v", hide, err)
		}
	}
}
