package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestDialogScrollsAboveItsButtons(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(480, 360), 1)
	r.press(fyne.KeyF1)
	before := r.dialogScrolled()
	r.press(fyne.KeyPageDown)
	if after := r.dialogScrolled(); after <= before {
		t.Errorf("Page Down scrolls from %v to %v", before, after)
	}
}
