package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestTabsFoldAwayInANarrowWindow(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(480, 360), 1)
	p := r.w.session.settings
	if !p.folded() || p.tabs[tabAccount].Visible() || p.fold.Text != "Access Keys" {
		t.Fatalf("the tabs are at the side, or the button says %q", p.fold.Text)
	}
	r.canvas().Focus(p.fold)
	r.press(fyne.KeySpace)
	r.press(fyne.KeyUp, fyne.KeyReturn) // from the tab that is open to the one before
	if p.tab != tabPreferences || p.fold.Text != "Preferences" {
		t.Errorf("tab %d is open, and the button says %q", p.tab, p.fold.Text)
	}
	r.canvas().Focus(p.fold)
	r.resize(fyne.NewSize(760, 480), 1)
	if p.folded() || !p.tabs[tabAccount].Visible() || r.canvas().Focused() != p.tabs[tabPreferences] {
		t.Error("with room at the side, the tabs are not there, or the keyboard is not on the open one")
	}
}

func TestDialogScrollsAboveItsButtons(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(480, 360), 1)
	r.press(fyne.KeyF1)
	before := r.w.page.Dialogs.Scroll.Offset.Y
	r.press(fyne.KeyPageDown)
	if after := r.w.page.Dialogs.Scroll.Offset.Y; after <= before {
		t.Errorf("Page Down scrolls from %v to %v", before, after)
	}
}
