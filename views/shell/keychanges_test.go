package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
)

// answerDialog presses the button with the verb of the open dialog. A button that deletes has to be moved to on purpose,
// so it need not be beside the focused one.
func (r *rig) answerDialog() {
	r.t.Helper()
	if !r.dialogOpen() {
		r.t.Fatal("no dialog is open")
	}
	for _, f := range r.tabStops() {
		if b, ok := f.(*control.Button); ok && b.Kind == control.ButtonDanger {
			r.canvas().Focus(b)
			r.press(fyne.KeyReturn)
			return
		}
	}
	r.press(fyne.KeyRight, fyne.KeyReturn)
}

func TestDisableAndDeleteAskFirst(t *testing.T) {
	for _, c := range []struct {
		name string
		ask  func(*rig)
		want client.State
	}{
		{"disable", func(r *rig) { r.shortcut(keyshortcuts.ToggleState()) }, client.StateDisabled},
		{"delete", func(r *rig) { r.press(fyne.KeyDelete) }, client.StateDeleted},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(client.StateEnabled, false)
			r.selectKey(id, 0)

			c.ask(r)
			r.press(fyne.KeyEscape)
			c.ask(r)
			r.pressOn("Cancel")
			if r.dialogOpen() || r.stateOf(id) != client.StateEnabled {
				t.Fatal("cancelling did not cancel")
			}

			c.ask(r)
			r.answerDialog()
			if got := r.stateOf(id); got != c.want {
				t.Fatalf("the key is %s", got)
			}
			if k, _ := r.known(id); k.State != c.want {
				t.Errorf("the list shows it as %s", k.State)
			}
		})
	}
}

func TestEnableAsksNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.ToggleState())
	if got := r.stateOf(id); got != client.StateEnabled {
		t.Errorf("the key is %s", got)
	}
}

func TestConfirmationActsOnTheKeyItNamed(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.selectKey(id, 0)
	r.press(fyne.KeyDelete)
	// The list turns round under the open dialog, and another key is selected.
	keys := slices.Clone(r.listed())
	slices.Reverse(keys)
	r.setList(keys)
	r.pickKey(r.idInState(client.StateEnabled, true), 0)
	r.answerDialog()
	if got := r.stateOf(id); got != client.StateDeleted {
		t.Errorf("the key that the dialog named is %s", got)
	}
	if r.asked("DELETE", "") != 1 {
		t.Error("another key was deleted as well")
	}
}

func TestOwnKeyLocksTheAppOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, true)
	r.selectKey(id, 0)
	r.press(fyne.KeyDelete)
	r.answerDialog()
	if r.signedIn() {
		t.Error("the session goes on with a key that is gone")
	}
}

func TestBusyRowCannotBeActedOnTwice(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.selectKey(id, 0)
	r.hold = true
	r.shortcut(keyshortcuts.ToggleState())
	r.shortcut(keyshortcuts.ToggleState())
	r.release()
	if n := r.asked("PUT", "/enable") + r.asked("PUT", "/disable"); n != 1 {
		t.Errorf("%d requests for an impatient double press", n)
	}
	if r.dialogOpen() {
		t.Error("the second press asked to disable")
	}
}

func TestNewKeyIsCreatedOnceSelectedAndHighlighted(t *testing.T) {
	r := newRig(t, demo.Options{})
	before := r.server.Keys()
	r.hold = true
	r.shortcut(keyshortcuts.New())
	r.shortcut(keyshortcuts.New())
	r.release()
	after := r.server.Keys()
	if len(after) != len(before)+1 {
		t.Fatalf("%d keys became %d", len(before), len(after))
	}
	made := after[len(after)-1].ID
	if r.cursor() != made || !r.list().New[made] {
		t.Error("the new key is not selected and marked")
	}
	if said := r.said(); len(said) == 0 || !strings.Contains(said[len(said)-1], made) {
		t.Errorf("said %q", said)
	}
}

func TestNewHeldDownCreatesOneKey(t *testing.T) {
	r := newRig(t, demo.Options{})
	before := len(r.server.Keys())
	r.shortcut(keyshortcuts.New())
	r.shortcut(keyshortcuts.New())
	if n := len(r.server.Keys()); n != before+1 {
		t.Fatalf("%d keys were made", n-before)
	}
	r.pass(5 * time.Second)
	r.shortcut(keyshortcuts.New())
	if n := len(r.server.Keys()); n != before+2 {
		t.Errorf("%d keys were made, with a pause in between", n-before)
	}
}

func TestKeyNotCreatedWithoutAServerIsExplainedOnceOnly(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.sleep(time.Minute) // the list is read first, so that the request is not sent on a connection that is just being closed
	if err := r.server.Close(); err != nil {
		t.Fatal(err)
	}
	r.createKey()
	r.wantSaid("No key was created. The server can't be reached.")
	r.wantWarning("Can't reach ")
	if r.toldOf("Check the address") {
		t.Errorf("beside the line above the list it says %q", r.said())
	}
}
