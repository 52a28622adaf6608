package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
)

// With an earlier Disable that can be undone, what the user wants to undo is still the last.
func TestUndoWhileAKeyIsBeingDisabledSaysWhenThatIsPossible(t *testing.T) {
	for name, others := range map[string]int{"alone": 0, "after another": 1} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 20})
			var before []string
			for range others {
				before = append(before, r.operate(keys.OpDisable))
			}
			id := r.chooseEnabled()
			r.hold = true
			r.shortcut(keyshortcuts.ToggleState())
			r.answerDialog()
			r.undo()
			still := "You can undo once " + id + " is disabled."
			if !r.toldOf(still) || r.buttons("Undo") != others {
				t.Errorf("said %q", r.said())
			}
			r.releaseAll()
			r.pass(time.Second)
			if r.toldOf(still) || r.stateOf(id) != client.StateDisabled {
				t.Errorf("the key is %s, said %q", r.stateOf(id), r.said())
			}
			for _, other := range before {
				if r.stateOf(other) != client.StateDisabled {
					t.Error("the Disable before it was undone")
				}
			}
			r.undo()
			if got := r.stateOf(id); got != client.StateEnabled {
				t.Errorf("the key is %s, said %q", got, r.said())
			}
		})
	}
}

func TestUndoWhileItIsNotKnownWhetherAKeyWasDisabledSaysSo(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	r := newRig(t, demo.Options{})
	id := r.disableUnconfirmed()
	r.undo()
	r.wantSaid("It's not known yet whether " + id + " was disabled. If it was, you can undo that then.")
}

func TestBusyKeyIsNamed(t *testing.T) {
	for name, act := range map[string]func(r *rig){
		"disable":         func(r *rig) { r.shortcut(keyshortcuts.ToggleState()) },
		"copy the secret": func(r *rig) { r.shortcut(&fyne.ShortcutCopy{}) },
		"check":           func(r *rig) { r.shortcut(keyshortcuts.Check()) },
	} {
		r := newRig(t, demo.Options{Keys: 20})
		r.operate(keys.OpDisable)
		id := r.chooseEnabled()
		r.hold = true
		r.shortcut(keyshortcuts.ToggleState())
		r.answerDialog()
		act(r)
		if !r.toldOf(id+" is busy. Wait until it's done.") || !r.hasButton("Undo") {
			t.Errorf("%s: said %q", name, r.said())
		}
		r.releaseAll()
	}
}
