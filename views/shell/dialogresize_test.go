package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// resizedDialogs open the dialogs that decide by the window's size how wide or high they are.
var resizedDialogs = map[string]func(*rig){
	"shortcuts":   (*rig).showShortcuts,
	"about":       (*rig).showAbout,
	"note":        func(r *rig) { r.press(fyne.KeyF2) },
	"details":     func(r *rig) { r.list().Actions.Tools.OnDetails(r.idInState(client.StateEnabled, true)) },
	"certificate": func(r *rig) { r.showCertificate(longCertificate(r), func() {}) },
}

func TestDialogFitsTheWindowThatIsMadeSmallAndLargeAgain(t *testing.T) {
	for name, open := range resizedDialogs {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 40})
			wide, small := fyne.NewSize(1280, 800), fyne.NewSize(480, 360)
			r.resize(wide, 1)
			r.selectKey(r.idInState(client.StateEnabled, true), 0)
			open(r)
			r.resize(wide, 1)
			before, focused := r.dialogContent().Size(), r.canvas().Focused()
			r.resize(small, 1)
			for _, wrong := range r.misplaced() {
				t.Error(wrong)
			}
			r.resize(wide, 1)
			if now := r.dialogContent().Size(); now != before {
				t.Errorf("in the wide window it is %v, before it was %v", now, before)
			}
			if r.canvas().Focused() != focused {
				t.Error("the keyboard is elsewhere")
			}
		})
	}
}
