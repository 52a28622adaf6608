//go:build linux

package nativewindow_test

import (
	"errors"
	"testing"

	"accesskeys/app/platform/nativewindow"
)

func TestNothingHidesFromCaptureHere(t *testing.T) {
	if nativewindow.CanHideFromCapture() {
		t.Error("can")
	}
	for _, hide := range []bool{true, false} {
		if err := nativewindow.HideFromCapture(42, hide); !errors.Is(err, errors.ErrUnsupported) {
			t.Errorf("hide %t: %v", hide, err)
		}
	}
}
