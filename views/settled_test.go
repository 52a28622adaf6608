package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// elsewhere has another client do something to a key.
func (r *rig) elsewhere(op app.Operation, id string) {
	r.t.Helper()
	other, err := client.SignIn(r.t.Context(), r.server.URL(), r.server.Credentials(), client.Options{})
	if err != nil {
		r.t.Fatal(err)
	}
	act := map[app.Operation]func() error{
		app.OpEnable:  func() error { return other.Enable(r.t.Context(), id) },
		app.OpDisable: func() error { return other.Disable(r.t.Context(), id) },
		app.OpDelete:  func() error { return other.Delete(r.t.Context(), id) },
	}[op]
	if err := act(); err != nil {
		r.t.Fatal(err)
	}
}

// tells checks that the messages on screen are these, oldest first, each by a part of it.
func (r *rig) tells(parts ...string) {
	r.t.Helper()
	said := r.said()
	if len(said) != len(parts) {
		r.t.Fatalf("said %q, want %q", said, parts)
	}
	for i, part := range parts {
		if !strings.Contains(said[i], part) {
			r.t.Errorf("said %q, want %q", said[i], part)
		}
	}
}

// act does something to a key with the keyboard, in the state that it has to be in.
func (r *rig) act(op app.Operation) (id string) {
	r.t.Helper()
	switch op {
	case app.OpEnable:
		id = r.idInState(client.StateDisabled, false)
		r.list().Choose(id, 0)
		r.shortcut(shortcutToggleState())
	case app.OpDisable:
		id = r.chooseEnabled()
		r.shortcut(shortcutToggleState())
		r.answerDialog()
	default:
		id = r.chooseEnabled()
		r.press(fyne.KeyDelete)
		r.answerDialog()
	}
	return id
}

// mutations are requests that change a key.
func mutations(method, _ string) bool { return method == "PUT" || method == "DELETE" }

// unread is requests that read keys.
func unread(method, _ string) bool { return method == "GET" }

var lostOps = []struct {
	op                   app.Operation
	done, notDone, known string
	question             string
	target               client.State
}{
	{app.OpEnable, "Enabled ", "is not enabled so far: the answer was lost, and the state read afterwards is “Disabled”. Try again.", "is enabled.", "was enabled: the answer was lost", client.StateEnabled},
	{app.OpDisable, "Disabled ", "is not disabled so far: the answer was lost, and the state read afterwards is “Enabled”. Try again.", "is disabled.", "was disabled: the answer was lost", client.StateDisabled},
	{app.OpDelete, "Deleted ", "is not deleted so far: the answer was lost, and the state read afterwards is “Enabled”. Try again.", "is deleted.", "was deleted: the answer was lost", client.StateDeleted},
}

func TestLostAnswerIsToldAsWhatTheKeySays(t *testing.T) {
	for _, c := range lostOps {
		t.Run(string(c.op)+" done", func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.server.SetFaults(demo.Faults{Match: mutations, Status: 502, AfterHandling: true})
			id := r.act(c.op)
			r.tells(c.done + id)
			if k, _ := r.page().keys.Find(id); k.State != c.target {
				t.Errorf("the list shows it as %s", k.State)
			}
		})
		t.Run(string(c.op)+" not done", func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.server.SetFaults(demo.Faults{Match: mutations, Drop: true})
			id := r.act(c.op)
			r.tells(id + " " + c.notDone)
		})
	}
}

func TestOutcomeThatIsNotKnownIsToldOnceItIs(t *testing.T) {
	for _, c := range lostOps {
		for name, fault := range map[string]demo.Faults{
			"done":     {Match: mutations, DropAfterHandling: true},
			"not done": {Match: mutations, Drop: true},
		} {
			t.Run(string(c.op)+" "+name, func(t *testing.T) {
				r := newRig(t, demo.Options{})
				checks := demo.Faults{Match: demo.On("GET", ""), Times: 1}
				if c.op == app.OpEnable { // which is not asked about
					checks.Match = func(string, string) bool { return false }
				}
				r.server.SetFaults(checks, fault, demo.Faults{Match: unread, Status: 403})
				id := r.act(c.op)
				r.tells("not known whether "+id+" "+c.question, "could not be reloaded")
				if k, _ := r.list().Key(id); progress(k) != "Unconfirmed" {
					t.Errorf("the row says %q", progress(k))
				}
				asked := r.asked("PUT", "") + r.asked("DELETE", "")
				for _, press := range []fyne.Shortcut{shortcutToggleState(), shortcutDelete()} {
					r.shortcut(press)
				}
				r.page().batch(app.OpDelete, []string{id})
				if again := r.asked("PUT", "") + r.asked("DELETE", ""); again != asked || r.w.dialogs.Open() {
					t.Errorf("it was acted on again (%d requests), or asked about", again-asked)
				}
				if !r.toldOf("not known yet what became of the last change") {
					t.Errorf("said %q", r.said())
				}

				r.server.SetFaults()
				r.w.toasts.DismissLatest()
				r.page().reload()
				want := "Now it is known: " + id + " " + c.known
				if name == "not done" {
					want = id + " " + c.notDone
				}
				r.tells("could not be reloaded", want)
				if k, _ := r.page().keys.Find(id); progress(k) != "" {
					t.Errorf("the row says %q", progress(k))
				}
			})
		}
	}
}

func TestKeyChangedElsewhereUnderItsQuestionIsLeftBe(t *testing.T) {
	for _, c := range []struct {
		name  string
		asked func(r *rig, id string)
		by    app.Operation
		said  string
	}{
		{"disabled while delete is asked", func(r *rig, id string) { r.page().askDelete(id) }, app.OpDisable, "was disabled meanwhile, so nothing was done"},
		{"deleted while delete is asked", func(r *rig, id string) { r.page().askDelete(id) }, app.OpDelete, "was deleted meanwhile, so nothing was done"},
		{"disabled while disable is asked", func(r *rig, id string) { r.page().askDisable(id) }, app.OpDisable, "was disabled meanwhile, so nothing was done"},
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
			if k, _ := r.page().keys.Find(id); k.State != r.stateOf(id) {
				t.Errorf("the list shows %q, the server has %q", k.State, r.stateOf(id))
			}
		})
		t.Run(c.name+", and the list is read meanwhile", func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.chooseEnabled()
			c.asked(r, id)
			r.page().reload()
			if !r.w.dialogs.Open() {
				t.Fatal("a list in which nothing has changed closed the question")
			}
			r.elsewhere(c.by, id)
			r.page().reload()
			if r.w.dialogs.Open() {
				t.Error("the question is still open")
			}
			r.tells(id + " " + c.said)
		})
	}
}

func TestQuestionAboutAnotherKeyStaysOpen(t *testing.T) {
	r := newRig(t, demo.Options{})
	id, other := r.chooseEnabled(), r.idInState(client.StateDisabled, false)
	r.page().askDelete(other)
	r.press(fyne.KeyEscape)
	r.page().askDelete(id)
	r.elsewhere(app.OpDelete, other)
	r.page().reload()
	r.says("Delete this access key?", id)
	r.tells()
}

func TestKeyThatCannotBeReadFirstIsLeftBe(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Match: unread, Status: 403})
	id := r.act(app.OpDelete)
	r.tells(id + " was not deleted. First it was to be seen whether it is still as you were shown it, and that could not be read.")
	if r.asked("DELETE", "") > 0 {
		t.Error("it was deleted all the same")
	}
}

func TestEnablingADeletedKeySaysSo(t *testing.T) {
	r := newRig(t, demo.Options{})
	off := r.idInState(client.StateDisabled, false)
	r.elsewhere(app.OpDelete, off)
	if id := r.act(app.OpEnable); id != off {
		t.Fatalf("enabled %s instead of %s", id, off)
	}
	r.tells(off + " was deleted meanwhile, so nothing was done")
}
