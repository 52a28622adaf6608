package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keyspage"
)

// newLabels returns the labels of the keys that were created after the first count, oldest first.
func (r *rig) newLabels(count int) (labels []string) {
	for _, k := range r.server.Keys()[count:] {
		labels = append(labels, r.noted(k.ID).Label)
	}
	return labels
}

// newWithLabel presses New, and types a label.
func (r *rig) newWithLabel(label string, then ...fyne.KeyName) {
	r.t.Helper()
	r.shortcut(keyshortcuts.New())
	r.typeText(label)
	r.press(then...)
}

func TestKeysAreCreatedInQuickSuccession(t *testing.T) {
	for name, then := range map[string][]fyne.KeyName{"Enter": {fyne.KeyReturn}, "New alone": nil} {
		for _, slow := range []bool{false, true} {
			r := newRig(t, demo.Options{})
			count := len(r.server.Keys())
			r.hold = slow
			for _, label := range []string{"Alpha", "Bravo", "Charl"} {
				r.newWithLabel(label, then...)
			}
			r.releaseAll()
			if then == nil {
				r.press(fyne.KeyReturn)
			}
			if got := r.newLabels(count); !slices.Equal(got, []string{"Alpha", "Bravo", "Charl"}) || r.filterEntry().Text != "" {
				t.Errorf("%s, slow %v: the labels are %q, and the filter has %q", name, slow, got, r.filterEntry().Text)
			}
			if r.shownSecrets() > 0 || r.canvas().Focused() != r.list() {
				t.Errorf("%s, slow %v: a secret is shown, or the list has not the keyboard", name, slow)
			}
		}
	}
}

// releaseAll runs the work that was held back, and what that leads to.
func (r *rig) releaseAll() {
	for len(r.held) > 0 {
		r.release()
	}
}

func TestNextKeyIsCreatedAfterSkippingTheQuestion(t *testing.T) {
	for _, skip := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape} {
		r := newRig(t, demo.Options{})
		count := len(r.server.Keys())
		for range 3 {
			r.newWithLabel("", skip)
		}
		if made := len(r.server.Keys()) - count; made != 3 {
			t.Errorf("%s: %d keys were made", skip, made)
		}
	}
}

func TestSecondPressOfNewCreatesNoKeyThoughALabelWasTyped(t *testing.T) {
	for _, slow := range []bool{false, true} {
		r := newRig(t, demo.Options{})
		count := len(r.server.Keys())
		r.hold = slow
		r.newWithLabel("Alpha", fyne.KeyReturn)
		for range 5 {
			r.shortcut(keyshortcuts.New())
		}
		r.releaseAll()
		for range 5 {
			r.pass(keyspage.CreatePause / 2)
			r.shortcut(keyshortcuts.New())
		}
		if made := len(r.server.Keys()) - count; made != 2 {
			t.Errorf("slow %v: %d keys were made", slow, made)
		}
	}
}

func TestNewWhileAKeyIsCreatedSaysSo(t *testing.T) {
	r := newRig(t, demo.Options{})
	count := len(r.server.Keys())
	r.hold = true
	r.createKey()
	r.shortcut(keyshortcuts.New())
	if r.toldOf("still being created") {
		t.Error("of a double press it says so too")
	}
	r.pass(2 * keyspage.CreatePause)
	r.shortcut(keyshortcuts.New())
	r.wantSaid("A key is still being created. Wait until it's there.")
	r.typeText("Alpha")
	r.release()
	r.pass(time.Second)
	if r.toldOf("still being created") || r.typedIn(askField) != "Alpha" || len(r.server.Keys()) != count+1 {
		t.Errorf("said %q", r.said())
	}
}

func TestNextKeyIsNotCreatedAfterOneThatFailed(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{RefuseMutations: "no"})
	r.hold = true
	r.newWithLabel("Alpha", fyne.KeyReturn)
	r.newWithLabel("Bravo", fyne.KeyReturn)
	r.releaseAll()
	r.tells("No key was created")
	r.pass(keyspage.CreatePause)
	r.wantSaid("The label that you typed was not saved")
	if n := r.asked("POST", ""); n != 1 {
		t.Errorf("%d POSTs", n)
	}
	r.server.SetFaults()
	r.newWithLabel("Charl", fyne.KeyReturn)
	if made := r.newest().ID; r.noted(made).Label != "Charl" {
		t.Errorf("the label is %q", r.noted(made).Label)
	}
}

// What was typed about the key that failed is told of before the next one is expected.
func TestKeyIsCreatedAgainRightAfterOneThatFailed(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{RefuseMutations: "no"})
	r.hold = true
	r.newWithLabel("Alpha", fyne.KeyReturn)
	r.release()
	r.server.SetFaults()
	r.hold = true
	r.newWithLabel("Bravo", fyne.KeyReturn)
	r.wantSaid("The label that you typed was not saved")
	r.pass(2 * keyspage.CreatePause)
	r.release()
	if made := r.newest().ID; r.noted(made).Label != "Bravo" {
		t.Errorf("the label is %q", r.noted(made).Label)
	}
}

func TestLockStopsTheNextKey(t *testing.T) {
	r := newRig(t, demo.Options{})
	hold := make(chan struct{})
	r.server.SetFaults(demo.Faults{Match: demo.On("POST", ""), Times: 1, Hold: hold})
	wait := r.inBackground()
	r.newWithLabel("Alpha", fyne.KeyReturn)
	r.newWithLabel("Bravo", fyne.KeyReturn)
	if err := r.server.WaitFor(t.Context(), func(all []demo.Request) bool {
		return slices.ContainsFunc(all, func(q demo.Request) bool { return q.Method == "POST" })
	}); err != nil {
		t.Fatal(err)
	}
	r.inForeground(r.lock)
	close(hold)
	wait()
	if n := r.asked("POST", ""); n != 1 {
		t.Errorf("%d POSTs", n)
	}
	r.wantSaid("No confirmation that a key was created.")
}

func TestNextKeyIsNotCreatedWhileItIsNotKnownWhichIsTheFirst(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Match: demo.On("GET", "/accesskeys"), PageSize: 3, NoPaging: true})
	r.press(fyne.KeyF5)
	r.hold = true
	r.newWithLabel("Alpha", fyne.KeyReturn)
	r.newWithLabel("Bravo", fyne.KeyReturn)
	r.releaseAll()
	r.wantSaid("The next key was not created. Press New to create it.")
	if n := r.asked("POST", ""); n != 1 {
		t.Errorf("%d POSTs", n)
	}
}

func TestNewKeyThatComesDuringAQuestionLeavesTheListAsItIs(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 60})
	id := r.enabled(3)[2]
	created := r.late(func() { r.shortcut(keyshortcuts.New()) })
	r.selectKey(id, 0)
	top, offset := r.topRow()
	r.deleteKey(id)
	created()
	if nowTop, now := r.topRow(); !r.dialogOpen() || r.cursor() != id || nowTop != top || now != offset || r.asksLabel() {
		t.Errorf("the cursor is on %q, and the list at %q: %q", r.cursor(), nowTop, r.texts())
	}
	r.wantSaid("Created " + r.newest().ID)
	r.press(fyne.KeyEscape)
	r.press(fyne.KeyDelete)
	if !r.dialogReads(id) {
		t.Errorf("it asks %q", r.texts())
	}
}
