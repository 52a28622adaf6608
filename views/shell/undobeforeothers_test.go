package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/undo"
)

func TestNewestDisablingIsUndoneFirstAndThenThoseBeforeIt(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	var ids []string
	for range 3 { // more than there are messages at a time
		ids = append(ids, r.operate(keys.OpDisable))
	}
	for i := range ids {
		r.undo()
		for j, id := range ids {
			want := client.StateDisabled
			if j >= len(ids)-1-i {
				want = client.StateEnabled
			}
			if got := r.stateOf(id); got != want {
				t.Fatalf("after %d times, key %d is %s; said %q", i+1, j+1, got, r.said())
			}
		}
	}
	r.undo()
	r.wantSaid("Nothing to undo: only Disable can be undone, for a short time.")
}

func TestDisablingBeforeAnotherIsUndoneByItsMessageForItsTime(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	first := r.operate(keys.OpDisable)
	r.pass(undo.Time / 2)
	second := r.operate(keys.OpDisable)
	if n := r.buttons("Undo"); n != 2 {
		t.Fatalf("%d messages offer to undo", n)
	}
	r.tapButton("Undo") // of the first
	if r.stateOf(first) != client.StateEnabled || r.stateOf(second) != client.StateDisabled || r.buttons("Undo") != 1 {
		t.Errorf("states are %s, %s; said %q", r.stateOf(first), r.stateOf(second), r.said())
	}
	r.undo()
	if r.stateOf(second) != client.StateEnabled {
		t.Errorf("the second is %s; said %q", r.stateOf(second), r.said())
	}

	r.operate(keys.OpDisable)
	r.operate(keys.OpDisable)
	r.loseFocus() // so that the messages stay
	r.pass(undo.Time)
	if r.hasButton("Undo") {
		t.Errorf("said %q", r.said())
	}
	r.undo()
	r.wantSaid("Nothing to undo: only Disable can be undone, for a short time.")
}

func TestUndoGoesOnToTheDisablingBeforeOneThatIsBeingUndone(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	first, second := r.operate(keys.OpDisable), r.operate(keys.OpDisable)
	r.hold = true
	r.undo()
	r.undo()
	r.undo()
	r.wantSaid(second + " is busy. Wait until it's done.")
	r.release()
	if r.stateOf(first) != client.StateEnabled || r.stateOf(second) != client.StateEnabled {
		t.Errorf("states are %s, %s; said %q", r.stateOf(first), r.stateOf(second), r.said())
	}
}

func TestDisablingSeveralIsUndoneAlsoBeforeMore(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	first := r.enabled(2)
	r.batch(keys.OpDisable, first)
	r.answerDialog()
	second := r.enabled(2)
	r.batch(keys.OpDisable, second)
	r.answerDialog()
	if n := r.buttons("Undo"); n != 2 {
		t.Fatalf("%d messages offer to undo; said %q", n, r.said())
	}
	r.undo()
	if r.stateOf(first[0]) != client.StateDisabled || r.stateOf(second[0]) != client.StateEnabled || r.buttons("Undo") != 1 {
		t.Errorf("states are %s, %s; said %q", r.stateOf(first[0]), r.stateOf(second[0]), r.said())
	}
	r.undo()
	if r.stateOf(first[0]) != client.StateEnabled || r.stateOf(first[1]) != client.StateEnabled {
		t.Errorf("states are %s, %s; said %q", r.stateOf(first[0]), r.stateOf(first[1]), r.said())
	}
}

func TestDisablingBeforeAReplacementIsUndone(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	first := r.operate(keys.OpDisable)
	old := r.idInState(client.StateEnabled, false)
	r.replaceToWait(old)
	r.undo()
	r.press(fyne.KeyEscape)
	r.undo()
	if r.stateOf(old) != client.StateEnabled || r.stateOf(first) != client.StateEnabled {
		t.Errorf("states are %s, %s; said %q", r.stateOf(old), r.stateOf(first), r.said())
	}
}

func TestDisablingIsUndoneAfterANewKeyWasMade(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.operate(keys.OpDisable)
	r.createKey()
	r.press(fyne.KeyEscape) // of the field for its label
	if !r.hasButton("Undo") {
		t.Error("undo is not offered any more")
	}
	r.undo()
	if r.stateOf(id) != client.StateEnabled {
		t.Errorf("it is %s", r.stateOf(id))
	}
}
