package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/undo"
)

// otherPages leads to each page of a session other than the list, by its name.
func otherPages() map[string]func(*rig) {
	pages := map[string]func(*rig){"a replacement": func(r *rig) { r.replace(r.idInState(client.StateEnabled, false)) }}
	for name, tab := range map[string]int{"Account": tabAccount, "Preferences": tabPreferences, "History": tabHistory} {
		pages[name] = func(r *rig) { r.openTab(tab) }
	}
	return pages
}

func TestUndoIsOfferedOnEachPage(t *testing.T) {
	for name, open := range otherPages() {
		for how, undo := range map[string]func(*rig){
			"the message": func(r *rig) { r.tapButton("Undo") },
			"Ctrl+Z":      (*rig).undo,
			"Ctrl+Z where nothing has the keyboard": func(r *rig) {
				r.canvas().Unfocus()
				r.undo()
			},
		} {
			t.Run(name+", "+how, func(t *testing.T) {
				r := newRig(t, demo.Options{Keys: 20})
				id := r.operate(keys.OpDisable)
				r.tellDone("about the list")
				open(r)
				if !r.hasButton("Undo") || !r.toldOf("Disabled "+id) || r.toldOf("about the list") {
					t.Fatalf("said %q", r.said())
				}
				undo(r)
				if got := r.stateOf(id); got != client.StateEnabled || !r.toldOf("Enabled "+id) || r.hasButton("Undo") {
					t.Errorf("the key is %s, said %q", got, r.said())
				}
				r.undo()
				r.wantSaid("Nothing to undo: only Disable can be undone, for a short time.")
			})
		}
	}
}

func TestUndoStaysForItsTimeThroughOtherPagesAndBack(t *testing.T) {
	for name, open := range otherPages() {
		r := newRig(t, demo.Options{Keys: 20})
		id := r.operate(keys.OpDisable)
		open(r)
		r.pass(undo.Time - time.Second)
		r.press(fyne.KeyEscape)
		if r.replacing() || !r.keysShown() {
			t.Fatalf("%s: Escape did not lead back to the list", name)
		}
		if !r.hasButton("Undo") || !r.toldOf("Disabled "+id) {
			t.Errorf("%s: back on the list, said %q", name, r.said())
		}
		r.pass(time.Second)
		if r.hasButton("Undo") {
			t.Errorf("%s: after its time, said %q", name, r.said())
		}
	}
}

func TestMessageWhoseUndoHasEndedGoesWithItsPage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.operate(keys.OpDisable)
	r.loseFocus() // so that the message stays
	r.pass(undo.Time)
	r.openTab(tabHistory)
	if len(r.said()) > 0 {
		t.Errorf("said %q", r.said())
	}
}

func TestUndoIsNotDoneBehindADialogOfAnotherPage(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.operate(keys.OpDisable)
	r.openTab(tabPreferences)
	r.press(fyne.KeyF1)
	r.undo()
	if got := r.stateOf(id); got != client.StateDisabled {
		t.Errorf("the key is %s", got)
	}
}
