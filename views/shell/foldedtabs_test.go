package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestTabsFoldAwayInANarrowWindow(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(480, 360), 1)
	fold, folded := r.foldedTabs()
	if !folded || r.tab("Account").Visible() || fold.Text != "Access Keys" {
		t.Fatalf("the tabs are at the side, or the button says %q", fold.Text)
	}
	r.canvas().Focus(fold)
	r.press(fyne.KeySpace)
	r.press(fyne.KeyUp, fyne.KeyReturn) // from the tab that is open to the one before
	if r.tabShown() != "Preferences" || fold.Text != "Preferences" {
		t.Errorf("%s is open, and the button says %q", r.tabShown(), fold.Text)
	}
	r.canvas().Focus(fold)
	r.resize(fyne.NewSize(760, 480), 1)
	if _, folded := r.foldedTabs(); folded || !r.tab("Account").Visible() || r.canvas().Focused() != r.tab("Preferences") {
		t.Error("with room at the side, the tabs are not there, or the keyboard is not on the open one")
	}
}

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
