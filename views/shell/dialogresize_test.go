package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

// resizedDialogs open the dialogs that decide by the window's size how wide or high they are.
var resizedDialogs = map[string]func(*rig){
	"shortcuts":   (*rig).showShortcuts,
	"about":       (*rig).showAbout,
	"licences":    (*rig).showLicences,
	"note":        func(r *rig) { r.press(fyne.KeyF2) },
	"details":     func(r *rig) { r.list().Actions.Tools.OnDetails(r.idInState(client.StateEnabled, true)) },
	"export":      func(r *rig) { r.choose("Column Settings and Export", "Export List as CSV…") },
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
				if !strings.HasSuffix(wrong, "is not within its control") { // the last line of a list may be seen in part
					t.Error(wrong)
				}
			}
			if (name == "licences" || name == "export") && !r.dialogFits() {
				t.Error("some of it is out of sight")
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

func TestLicencesStayWhereTheyAreReadInAWindowMadeSmall(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(1280, 800), 1)
	r.showLicences()
	read := r.canvas().Focused().(*control.Reader)
	place := func() float32 { return read.GetScrollOffset() / float32(len(read.Lines)) }
	r.press(fyne.KeyEnd)
	read.ScrollToOffset(read.GetScrollOffset() / 2)
	before, lines := place(), len(read.Lines)
	r.resize(fyne.NewSize(480, 360), 1)
	if len(read.Lines) == lines {
		t.Fatal("the lines are as long as before: is the test broken?")
	}
	if now := place(); now < 0.99*before || now > 1.01*before {
		t.Errorf("it is at %v, before at %v", now, before)
	}
}
