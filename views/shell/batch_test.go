package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/text"
)

// enabled returns some keys that are enabled and not the app's own, in list order.
func (r *rig) enabled(count int) []string {
	r.t.Helper()
	return r.inState(client.StateEnabled, count)
}

// inState returns the IDs of the first keys in a state, without the app's own.
func (r *rig) inState(state client.State, count int) []string {
	r.t.Helper()
	var ids []string
	for _, k := range r.listed() {
		if k.State == state && !k.Own && len(ids) < count {
			ids = append(ids, k.ID)
		}
	}
	if len(ids) < count {
		r.t.Fatalf("%d keys are %s, want %d", len(ids), state, count)
	}
	return ids
}

// dialogText returns all texts of the open dialog, one per line.
func (r *rig) dialogText() string {
	top := r.canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	var all []string
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *text.Text:
			all = append(all, o.Line.Text)
		case *text.Mono:
			all = append(all, string(o.Value))
		case *text.Wrapped:
			all = append(all, strings.ReplaceAll(o.Text, "\r", "")) // where a line of Chinese may end
		case *control.Button:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "\n")
}

// says checks that the open dialog contains a text.
func (r *rig) says(what ...string) {
	r.t.Helper()
	for _, s := range what {
		if !strings.Contains(r.dialogText(), s) {
			r.t.Errorf("the dialog does not say %q but\n%s", s, r.dialogText())
		}
	}
}

// lacks checks that the open dialog does not contain a text.
func (r *rig) lacks(what string) {
	r.t.Helper()
	if strings.Contains(r.dialogText(), what) {
		r.t.Errorf("the dialog says %q", what)
	}
}

// atStep sets a function to call when a batch has reached a key, before the request to the server.
func (r *rig) atStep(number int, act func()) {
	done := false
	r.afterUpdates(func() {
		if !done && r.atBatchStep(number) {
			done = true
			act()
		}
	})
}

func (r *rig) toldOf(what string) bool {
	return slices.ContainsFunc(r.said(), func(s string) bool { return strings.Contains(s, what) })
}

func TestSeveralKeysAreDoneAfterOneQuestion(t *testing.T) {
	for _, c := range []struct {
		op   keys.Operation
		want client.State
		said string
	}{
		{keys.OpDisable, client.StateDisabled, "Disabled 3 access keys"},
		{keys.OpDelete, client.StateDeleted, "Deleted 3 access keys"},
	} {
		t.Run(string(c.op), func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 20})
			ids := r.enabled(3)
			r.batch(c.op, ids)
			r.says(ids...)
			r.says("3 access keys?")
			r.pressOn("Cancel")
			if r.dialogOpen() || r.stateOf(ids[0]) != client.StateEnabled {
				t.Fatal("cancelling did not cancel")
			}
			r.batch(c.op, ids)
			r.answerDialog()
			for _, id := range ids {
				if r.stateOf(id) != c.want {
					t.Errorf("%s is %s", id, r.stateOf(id))
				}
			}
			if r.dialogOpen() || !r.toldOf(c.said) {
				t.Errorf("said %q, and the dialog %q", r.said(), r.dialogText())
			}
			if len(r.busyKeys()) > 0 {
				t.Error("the keys are still marked as being worked on")
			}
		})
	}
}

func TestOneKeyIsAskedAboutByItself(t *testing.T) {
	r := newRig(t, demo.Options{})
	on, off := r.idInState(client.StateEnabled, false), r.idInState(client.StateDisabled, false)
	r.batch(keys.OpEnable, []string{off})
	if r.stateOf(off) != client.StateEnabled || !r.toldOf("Enabled "+off) {
		t.Errorf("enabling asked first, or failed: %q", r.said())
	}
	r.batch(keys.OpDisable, []string{on})
	r.says("Disable this access key?", on)
	r.press(fyne.KeyEscape)
	r.batch(keys.OpDelete, []string{on})
	r.says("Delete this access key?", on)
	r.press(fyne.KeyEscape)
	r.batch(keys.OpEnable, []string{on})
	if !r.toldOf("This key is already enabled.") {
		t.Errorf("said %q", r.said())
	}
}

func TestConfirmationSaysWhatIsLeftAlone(t *testing.T) {
	r := newRig(t, demo.Options{})
	test.Tap(onlyOne[*control.Check](r))
	on, own, off := r.idInState(client.StateEnabled, false), r.idInState(client.StateEnabled, true), r.idInState(client.StateDisabled, false)
	expired := r.idInState(client.StateExpired, false)
	r.batch(keys.OpDisable, []string{own, on, off, expired})
	r.says("Disable 2 access keys?", on, "Left out: ", "1 already disabled", "1 expired",
		"signed in with "+own+". That key comes last")
	if strings.Contains(r.dialogText(), off) {
		t.Error("a key that is left alone is listed")
	}
	if text := r.dialogText(); strings.Index(text, on) > strings.LastIndex(text, own) {
		t.Errorf("the app's own key does not come last in\n%s", text)
	}
	r.press(fyne.KeyEscape)

	r.batch(keys.OpEnable, []string{on, own, expired})
	if r.dialogOpen() || !r.toldOf("None of the selected keys can be enabled: 1 expired, 2 already enabled.") {
		t.Errorf("said %q", r.said())
	}
}

func TestConfirmationOfABatchThatActsOnOneKey(t *testing.T) {
	r := newRig(t, demo.Options{})
	on, off := r.idInState(client.StateEnabled, false), r.idInState(client.StateDisabled, false)
	r.batch(keys.OpDisable, []string{on, off})
	r.says("Disable 1 access key?", "Tasks that use it will fail until it is enabled again.")
	r.press(fyne.KeyEscape)
	r.batch(keys.OpEnable, []string{on, off})
	r.says("Enable 1 access key?", "Its secret will work again.")
}

func TestKeyBeingWorkedOnIsLeftOutOfABatch(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.hold = true
	r.batch(keys.OpDelete, ids[:1])
	r.answerDialog()
	r.batch(keys.OpDisable, ids)
	r.says("Disable 2 access keys?", "Left out: 1 busy.")
	r.answerDialog()

	r.toggleState(ids[1]) // by the way, while it waits for its turn
	r.release()
	if n := r.asked("PUT", "/enable"); n != 0 {
		t.Errorf("a key of the batch was worked on by the way %d times", n)
	}
	if r.stateOf(ids[0]) != client.StateDeleted || r.stateOf(ids[1]) != client.StateDisabled || r.stateOf(ids[2]) != client.StateDisabled {
		t.Errorf("states are %s, %s, %s", r.stateOf(ids[0]), r.stateOf(ids[1]), r.stateOf(ids[2]))
	}
}

func TestFailureMidwayLeavesAClearList(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(4)
	r.server.SetFaults(demo.Faults{Match: demo.On("PUT", ids[1]+"/disable"), Status: 400})
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.says("Disabled 3 of 4 access keys", ids[1]+"\nNot disabled\nThe server refused: the demo back end was told to fail", ids[3]+"\nDisabled")

	r.tapButton("Copy List")
	copied := fyne.CurrentApp().Clipboard().Content()
	for _, line := range []string{"Disabled 3 of 4 access keys\n", ids[1] + "\tNot disabled\tThe server refused: the demo back end was told to fail", ids[3] + "\tDisabled\n"} {
		if !strings.Contains(copied, line) {
			t.Errorf("copied\n%s\nwithout %q", copied, line)
		}
	}

	r.server.SetFaults()
	before := r.asked("PUT", "/disable")
	r.tapButton("Try Again")
	if n := r.asked("PUT", "/disable") - before; n != 1 {
		t.Errorf("%d requests to try the rest again", n)
	}
	if r.stateOf(ids[1]) != client.StateDisabled || r.dialogOpen() || !r.toldOf("Disabled "+ids[1]) {
		t.Errorf("the key is %s, said %q", r.stateOf(ids[1]), r.said())
	}
}
