package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// elsewhere has another client carry out an operation on a key.
func (r *rig) elsewhere(op keys.Operation, id string) {
	r.t.Helper()
	other, err := client.SignIn(r.t.Context(), r.server.URL(), r.server.Credentials(), client.Options{})
	if err != nil {
		r.t.Fatal(err)
	}
	act := map[keys.Operation]func() error{
		keys.OpEnable:  func() error { return other.Enable(r.t.Context(), id) },
		keys.OpDisable: func() error { return other.Disable(r.t.Context(), id) },
		keys.OpDelete:  func() error { return other.Delete(r.t.Context(), id) },
	}[op]
	if err := act(); err != nil {
		r.t.Fatal(err)
	}
}

func TestKeyChangedElsewhereUnderItsQuestionIsNotChanged(t *testing.T) {
	for _, c := range []struct {
		name  string
		asked func(r *rig, id string)
		by    keys.Operation
		said  string
	}{
		{"disabled while delete is asked", func(r *rig, id string) { r.deleteKey(id) }, keys.OpDisable, "was disabled meanwhile"},
		{"deleted while delete is asked", func(r *rig, id string) { r.deleteKey(id) }, keys.OpDelete, "was deleted meanwhile"},
		{"disabled while disable is asked", func(r *rig, id string) { r.toggleState(id) }, keys.OpDisable, "was disabled meanwhile"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.chooseEnabled()
			c.asked(r, id)
			r.elsewhere(c.by, id)
			asked := r.asked("PUT", "") + r.asked("DELETE", "")
			r.answerDialog()
			if again := r.asked("PUT", "") + r.asked("DELETE", ""); again != asked {
				t.Errorf("%d requests to change it", again-asked)
			}
			r.tells(id + " " + c.said)
			if k, _ := r.known(id); k.State != r.stateOf(id) {
				t.Errorf("the list shows %q, the server has %q", k.State, r.stateOf(id))
			}
		})
		t.Run(c.name+", and the list is read meanwhile", func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.chooseEnabled()
			c.asked(r, id)
			r.reload()
			if !r.dialogOpen() {
				t.Fatal("a list in which nothing has changed closed the question")
			}
			r.elsewhere(c.by, id)
			r.reload()
			if r.dialogOpen() {
				t.Error("the question is still open")
			}
			r.tells(id + " " + c.said)
		})
	}
}

func TestQuestionAboutAnotherKeyStaysOpen(t *testing.T) {
	r := newRig(t, demo.Options{})
	id, other := r.chooseEnabled(), r.idInState(client.StateDisabled, false)
	r.deleteKey(other)
	r.press(fyne.KeyEscape)
	r.deleteKey(id)
	r.elsewhere(keys.OpDelete, other)
	r.reload()
	r.says("Delete this access key?", id)
	r.tells()
}

func TestKeyThatCannotBeReadFirstIsNotChanged(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Match: unread, Status: 403})
	id := r.operate(keys.OpDelete)
	r.tells("Couldn't delete " + id + ". Its state must be read first, and that failed.")
	if r.asked("DELETE", "") > 0 {
		t.Error("it was deleted all the same")
	}
}

func TestEnablingADeletedKeySaysSo(t *testing.T) {
	r := newRig(t, demo.Options{})
	off := r.idInState(client.StateDisabled, false)
	r.elsewhere(keys.OpDelete, off)
	if id := r.operate(keys.OpEnable); id != off {
		t.Fatalf("enabled %s instead of %s", id, off)
	}
	r.tells(off + " was deleted meanwhile")
}

func TestSeveralKeysChangedElsewhereAreNotChanged(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.batch(keys.OpDelete, ids)
	r.elsewhere(keys.OpDisable, ids[1])
	r.answerDialog()
	r.says("Deleted 2 of 3 access keys", ids[1]+"\nSkipped\nNothing was done: its state is now “Disabled”.")
	if r.stateOf(ids[1]) != client.StateDisabled {
		t.Errorf("it is %s", r.stateOf(ids[1]))
	}
}

func TestNothingIsDoneToSeveralKeysWithoutTheList(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(2)
	r.server.SetFaults(demo.Faults{Match: unread, Status: 403})
	r.batch(keys.OpDelete, ids)
	r.answerDialog()
	r.says("No key was changed: the list couldn't be read. Your sign-in key isn't allowed to do this.", ids[1]+"\nNot tried")
	r.server.SetFaults()
	r.tapButton("Try Again")
	r.tells("Deleted 2 access keys")
}

func TestNothingIsDoneToSeveralKeysWhileTheServerIsAway(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(2)
	r.batch(keys.OpDisable, ids)
	_ = r.server.Close()
	r.answerDialog()
	r.says("No key was changed: the server can't be reached.", ids[1]+"\nNot tried")
	r.lacks("nothing listens at")
}
