package shell

import (
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/undo"
)

// hasButton reports whether a button on the page has this label.
func (r *rig) hasButton(label string) bool { return r.buttons(label) > 0 }

// buttons returns how many buttons on the page have this label.
func (r *rig) buttons(label string) (n int) {
	walkVisible(r.content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*control.Button); ok && b.Text == label {
			n++
		}
	})
	return n
}

// undo presses Ctrl+Z.
func (r *rig) undo() { r.shortcut(press.ToolkitShortcut(keyshortcuts.Undo())) }

func TestDisablingIsUndone(t *testing.T) {
	for name, undo := range map[string]func(*rig){
		"by the message": func(r *rig) { r.tapButton("Undo") },
		"by Ctrl+Z":      (*rig).undo,
		"by Ctrl+Z where nothing has the keyboard": func(r *rig) {
			r.canvas().Unfocus()
			r.undo()
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.operate(keys.OpDisable)
			reads := r.asked("GET", "/"+id)
			undo(r)
			if got := r.stateOf(id); got != client.StateEnabled || r.asked("GET", "/"+id) != reads+1 {
				t.Errorf("the key is %s", got)
			}
			if !r.toldOf("Enabled "+id) || r.hasButton("Undo") {
				t.Errorf("said %q", r.said())
			}
			r.undo()
			if !r.toldOf("Nothing to undo: only Disable can be undone, for a short time.") || r.asked("PUT", "/enable") != 1 {
				t.Errorf("said %q", r.said())
			}
		})
	}
}

func TestUndoIsOfferedForItsTime(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.operate(keys.OpDisable)
	r.pass(undo.Time - time.Second)
	if !r.hasButton("Undo") {
		t.Fatalf("said %q", r.said())
	}
	r.loseFocus() // so that the message stays
	r.pass(time.Second)
	if r.hasButton("Undo") || !r.toldOf("Disabled "+id) {
		t.Errorf("said %q", r.said())
	}
	r.undo()
	if got := r.stateOf(id); got != client.StateDisabled || !r.toldOf("Nothing to undo: only Disable can be undone, for a short time.") {
		t.Errorf("the key is %s", got)
	}
}

func TestUndoIsRefusedWhereTheKeyWasChangedElsewhere(t *testing.T) {
	for op, want := range map[keys.Operation]string{
		keys.OpEnable: "was enabled meanwhile.",
		keys.OpDelete: "was deleted meanwhile.",
	} {
		for _, seen := range []bool{false, true} {
			r := newRig(t, demo.Options{})
			id := r.operate(keys.OpDisable)
			r.elsewhere(op, id)
			if seen {
				r.reload()
				if op == keys.OpDelete {
					want = "no longer exists on the server."
				}
			}
			r.tapButton("Undo")
			if !r.toldOf(id) || !r.toldOf(want) {
				t.Errorf("%s, seen %v: said %q", op, seen, r.said())
			}
			if n := len(r.enables()); op == keys.OpDelete && n != 0 || op == keys.OpEnable && n != 1 { // the one elsewhere
				t.Errorf("%s: asked to enable %d times", op, n)
			}
		}
	}
}

func TestUndoIsRefusedWhereTheKeyWasChangedElsewhereAndBack(t *testing.T) {
	var later atomic.Int64 // seconds
	o := demo.Options{Keys: 20, Now: func() time.Time { return time.Now().Add(time.Duration(later.Load()) * time.Second) }}
	r := newRig(t, o)
	id := r.operate(keys.OpDisable)
	later.Add(2) // the server tells times in seconds
	r.elsewhere(keys.OpEnable, id)
	r.elsewhere(keys.OpDisable, id)
	r.tapButton("Undo")
	if !r.toldOf(id+" has been changed elsewhere meanwhile.") || r.hasButton("Undo") || len(r.enables()) != 1 { // the one elsewhere
		t.Errorf("said %q", r.said())
	}

	r = newRig(t, o)
	ids := r.enabled(3)
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	later.Add(2)
	r.elsewhere(keys.OpEnable, ids[1])
	r.elsewhere(keys.OpDisable, ids[1])
	r.undo()
	r.says("Enabled 2 of 3 access keys", ids[1]+"\nSkipped\nNothing was done: it has been changed elsewhere meanwhile.")
	if r.stateOf(ids[0]) != client.StateEnabled || r.stateOf(ids[1]) != client.StateDisabled {
		t.Errorf("states are %s, %s", r.stateOf(ids[0]), r.stateOf(ids[1]))
	}
}

func TestUndoGoesByTheStateWhereTheKeyCouldNotBeReadAfterDisabling(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Match: demo.On("GET", ""), Times: 1}, demo.Faults{Match: unread, Status: 403})
	id := r.operate(keys.OpDisable)
	r.server.SetFaults()
	r.undo()
	if got := r.stateOf(id); got != client.StateEnabled {
		t.Errorf("the key is %s, said %q", got, r.said())
	}
}

// disableUnconfirmed disables a key, whose answer is lost and which cannot be read after that, and returns its ID.
func (r *rig) disableUnconfirmed() (id string) {
	r.t.Helper()
	r.server.SetFaults(demo.Faults{Match: demo.On("GET", ""), Times: 1}, demo.Faults{Match: mutations, DropAfterHandling: true}, demo.Faults{Match: unread, Status: 403})
	id = r.operate(keys.OpDisable)
	r.tells("No confirmation that " + id + " was disabled.")
	return id
}

func TestDisablingThatIsConfirmedLateIsUndone(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	r := newRig(t, demo.Options{})
	id := r.disableUnconfirmed()
	r.server.SetFaults()
	r.reload()
	r.tells("Confirmed: " + id + " is disabled.")
	r.tapButton("Undo")
	if got := r.stateOf(id); got != client.StateEnabled {
		t.Errorf("the key is %s, said %q", got, r.said())
	}
}

// enables returns the requests to enable keys.
func (r *rig) enables() (all []demo.Request) {
	for _, q := range r.server.Requests() {
		if demo.On("PUT", "/enable")(q.Method, q.Path) {
			all = append(all, q)
		}
	}
	return all
}

func TestDisablingIsUndoneByItsMessageAfterAnotherChange(t *testing.T) {
	for name, next := range map[string]func(r *rig, disabled string){
		"delete": func(r *rig, _ string) { r.operate(keys.OpDelete) },
		"enable": func(r *rig, disabled string) {
			r.selectKey(disabled, 0)
			r.shortcut(keyshortcuts.ToggleState())
		},
		"delete several": func(r *rig, _ string) {
			r.batch(keys.OpDelete, r.enabled(2))
			r.answerDialog()
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 20})
			before := r.idInState(client.StateDisabled, false)
			id := r.operate(keys.OpDisable)
			next(r, before)
			r.undo() // by a user who may want the deleted key back
			if got := r.stateOf(id); got != client.StateDisabled || !r.toldOf("Your last change can't be undone.") {
				t.Errorf("the key is %s, said %q", got, r.said())
			}
			r.tapButton("Undo")
			if got := r.stateOf(id); got != client.StateEnabled {
				t.Errorf("the key is %s, said %q", got, r.said())
			}
		})
	}
}

func TestDisablingIsUndoneAfterABatchThatChangedNothing(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	id := r.operate(keys.OpDisable)
	r.server.SetFaults(demo.Faults{Match: demo.On("DELETE", ""), Status: 400})
	r.batch(keys.OpDelete, r.enabled(2))
	r.answerDialog()
	r.server.SetFaults()
	r.press(fyne.KeyEscape)
	r.undo()
	if got := r.stateOf(id); got != client.StateEnabled {
		t.Errorf("the key is %s, said %q", got, r.said())
	}
}

// changesOfADisabledKey returns what the user may do to the disabled key at the cursor, by its name.
func changesOfADisabledKey() map[string]func(*rig) {
	return map[string]func(*rig){
		"enable": func(r *rig) { r.shortcut(keyshortcuts.ToggleState()) },
		"delete": func(r *rig) {
			r.press(fyne.KeyDelete)
			r.answerDialog()
		},
	}
}

func TestUndoEndsWithTheNextChangeOfItsKey(t *testing.T) {
	for name, next := range changesOfADisabledKey() {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.operate(keys.OpDisable)
			r.selectKey(id, 0)
			next(r)
			if r.stateOf(id) == client.StateDisabled || r.hasButton("Undo") {
				t.Errorf("the key is %s, said %q", r.stateOf(id), r.said())
			}
		})
	}
}

func TestDisablingSeveralIsUndone(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.elsewhere(keys.OpDelete, ids[1])
	r.undo()
	r.says("Enabled 2 of 3 access keys", ids[1]+"\nSkipped\nThis key is already deleted.")
	if r.stateOf(ids[0]) != client.StateEnabled || r.stateOf(ids[1]) != client.StateDeleted || r.stateOf(ids[2]) != client.StateEnabled {
		t.Errorf("states are %s, %s, %s", r.stateOf(ids[0]), r.stateOf(ids[1]), r.stateOf(ids[2]))
	}
	for _, q := range r.enables() {
		if demo.On("PUT", ids[1]+"/enable")(q.Method, q.Path) {
			t.Error("a deleted key was to be enabled")
		}
	}
}

func TestWhatWasDisabledOfSeveralIsUndone(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.disableTwoOfThree()
	r.press(fyne.KeyEscape)
	r.tapButton("Undo")
	if n := len(r.enables()); n != 2 || r.stateOf(ids[0]) != client.StateEnabled || r.stateOf(ids[2]) != client.StateEnabled {
		t.Errorf("%d keys were enabled", n)
	}
}

// disableTwoOfThree disables keys, of which the server refuses the second, up to the report.
func (r *rig) disableTwoOfThree() []string {
	r.t.Helper()
	ids := r.enabled(3)
	r.server.SetFaults(demo.Faults{Match: demo.On("PUT", ids[1]+"/disable"), Status: 400})
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.server.SetFaults()
	return ids
}

// The report of the keys that were not disabled lies over the message that offers to undo the others.
func TestTimeToUndoBeginsWhenTheReportIsClosed(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	r.disableTwoOfThree()
	for range 3 {
		r.pass(undo.Time - time.Second)
	}
	r.press(fyne.KeyEscape)
	r.pass(undo.Time - time.Second)
	if !r.hasButton("Undo") {
		t.Errorf("said %q", r.said())
	}
	r.undo()
	if n := len(r.enables()); n != 2 {
		t.Errorf("%d keys were enabled, said %q", n, r.said())
	}
}

func TestLockedWindowOffersNoUndoAndItsTimeGoesOn(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.operate(keys.OpDisable)
	r.lock()
	if r.hasButton("Undo") && r.messagesShown() {
		t.Error("the lock page lies beside an offer")
	}
	r.undo()
	r.pass(undo.Time)
	r.unlockPlain()
	r.undo()
	if got := r.stateOf(id); got != client.StateDisabled || r.hasButton("Undo") || len(r.enables()) != 0 || r.toldOf("Disabled "+id) {
		t.Errorf("the key is %s, said %q", got, r.said())
	}
}

func TestUndoEndsWithTheSession(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.operate(keys.OpDisable)
	r.logOut(false)
	if r.hasButton("Undo") {
		t.Error("undo is still offered")
	}
}

func TestOwnKeyIsNotOfferedToBeEnabledAgain(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.selectKey(r.idInState(client.StateEnabled, true), 0)
	r.shortcut(keyshortcuts.ToggleState())
	r.answerDialog()
	if r.signedIn() || r.hasButton("Undo") {
		t.Errorf("said %q", r.said())
	}
}

func TestUndoIsNotOfferedWhileItsKeyIsChanged(t *testing.T) {
	for name, next := range changesOfADisabledKey() {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.operate(keys.OpDisable)
			r.selectKey(id, 0)
			r.hold = true
			next(r)
			if r.hasButton("Undo") {
				t.Errorf("said %q", r.said())
			}
			r.undo()
			r.wantSaid(id + " is busy. Wait until it's done.")
			r.release()
			r.undo()
			r.wantSaid("Nothing to undo: only Disable can be undone, for a short time.")
		})
	}
}

func TestUndoOfSeveralIsNotOfferedWhileOneOfThemIsChanged(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.selectKey(ids[1], 0)
	r.hold = true
	r.shortcut(keyshortcuts.ToggleState())
	if r.hasButton("Undo") {
		t.Errorf("said %q", r.said())
	}
	r.release()
}
