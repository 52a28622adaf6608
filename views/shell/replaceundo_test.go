package shell

import (
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
)

func TestDisablingTheOldKeyIsUndone(t *testing.T) {
	for name, undo := range map[string]func(*rig){
		"by the message":   func(r *rig) { r.tapButton("Undo") },
		"by Ctrl+Z":        (*rig).undo,
		"from the list":    func(r *rig) { r.press(fyne.KeyEscape); r.undo() },
		"with the pointer": func(r *rig) { r.canvas().Unfocus(); r.undo() },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(client.StateEnabled, false)
			r.replaceToWait(id)
			if r.stateOf(id) != client.StateDisabled || !r.toldOf("Disabled "+id) {
				t.Fatalf("the old key is %s; said %q", r.stateOf(id), r.said())
			}
			undo(r)
			if r.stateOf(id) != client.StateEnabled || !r.toldOf("Enabled "+id) || r.hasButton("Undo") {
				t.Errorf("the old key is %s; said %q", r.stateOf(id), r.said())
			}
			r.replaceOpen(id)
			if !r.hasButton("Disable Old Key…") {
				t.Errorf("it does not lead back: %q", r.texts())
			}
			r.undo()
			if !r.toldOf("Nothing to undo: only Disable can be undone, for a short time.") {
				t.Errorf("said %q", r.said())
			}
		})
	}
}

func TestUndoStaysWhileTheReplacePageIsBusy(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.choice("How to replace it").Choose(1)
	r.clicks("Create New Key", "Disable Old Key…", yes)
	r.hold = true
	r.clicks("It's in Place")
	r.tapButton("Undo")
	if !r.toldOf(id+" is busy. Wait until it's done.") || !r.hasButton("Undo") {
		t.Errorf("said %q", r.said())
	}
	r.release()
}

// The page that is opened again reads both keys, while the one that has disabled the key has nothing to do.
func TestUndoWaitsUntilTheReplacePageThatWasOpenedAgainHasReadTheKeys(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replaceToWait(id)
	r.press(fyne.KeyEscape)
	r.hold = true
	r.replaceOpen(id)
	r.undo()
	r.wantSaid(id + " is busy. Wait until it's done.")
	if r.release(); r.stateOf(id) != client.StateDisabled {
		t.Fatalf("the old key is %s", r.stateOf(id))
	}
	r.undo()
	if r.stateOf(id) != client.StateEnabled || !r.toldOf("Enabled "+id) || !r.hasButton("Disable Old Key…") {
		t.Errorf("the old key is %s; said %q", r.stateOf(id), r.said())
	}
}

func TestUndoComesBackWhenTheNextActOfAReplacementFails(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replaceToWait(id)
	r.server.SetFaults(demo.Faults{Match: mutations, Status: 400})
	r.clicks("Something Broke: Enable Old Key")
	r.server.SetFaults()
	if !r.toldOf("The server refused") {
		t.Errorf("said %q", r.said())
	}
	r.tapButton("Undo")
	if r.stateOf(id) != client.StateEnabled || r.hasButton("Undo") {
		t.Errorf("the old key is %s; said %q", r.stateOf(id), r.said())
	}
}

func TestUndoOnTheReplacePageIsRefusedWhereTheKeyWasChangedSince(t *testing.T) {
	var later atomic.Int64 // seconds
	r := newRig(t, demo.Options{Now: func() time.Time { return time.Now().Add(time.Duration(later.Load()) * time.Second) }})
	id := r.idInState(client.StateEnabled, false)
	r.replaceToWait(id)
	later.Add(2) // the server tells times in seconds
	r.elsewhere(keys.OpEnable, id)
	r.elsewhere(keys.OpDisable, id)
	r.tapButton("Undo")
	if r.stateOf(id) != client.StateDisabled || !r.reads("has been changed elsewhere meanwhile.") {
		t.Errorf("the old key is %s; it shows %q", r.stateOf(id), r.texts())
	}
}

func TestNextStepOfAReplacementEndsUndo(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.choice("How to replace it").Choose(1)
	r.clicks("Create New Key", "Disable Old Key…", yes, "It's in Place")
	r.undo()
	if r.stateOf(id) != client.StateDisabled || !r.toldOf("Nothing to undo: only Disable can be undone, for a short time.") {
		t.Errorf("the old key is %s; said %q", r.stateOf(id), r.said())
	}
}

func TestButtonOfAReplacementSaysWhatIsBeingDone(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	says := func(progress string, clicks ...string) {
		t.Helper()
		show := r.holdUpdates()
		r.clicks(clicks...)
		if !r.hasButton(progress) {
			t.Errorf("after %q it shows %q", clicks, r.texts())
		}
		show()
	}
	says("Creating…", "Create New Key")
	r.clicks("It's in Place")
	says("Checking…", "Check New Key")
	says("Disabling…", "Disable Old Key…", yes)
	says("Enabling…", "Something Broke: Enable Old Key")
	r.clicks("It's in Place", "Skip Check", "Disable Old Key…", yes)
	says("Deleting…", "Delete Now…", yes)
}

// Otherwise the list would offer to disable the key once more until the server has answered.
func TestOldKeyIsBusyInTheListAtOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check")
	r.hold = true
	r.clicks("Disable Old Key…", yes)
	r.press(fyne.KeyEscape)
	if !readsIn(r.rowOf(id), "Disabling…") {
		t.Errorf("the list shows %q", r.texts())
	}
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.ToggleState())
	if r.dialogOpen() {
		t.Error("it asks again")
	}
	r.release()
	if r.stateOf(id) != client.StateDisabled || !r.toldOf("Disabled "+id) || r.toldOf("Nothing was done") || readsIn(r.rowOf(id), "Disabling…") {
		t.Errorf("the key is %s; said %q", r.stateOf(id), r.said())
	}
}

func TestOldKeyThatIsNotDisabledAfterAllIsIdleAgain(t *testing.T) {
	for name, before := range map[string]func(r *rig, id string){
		"no answer":         func(r *rig, _ string) { r.lose() },
		"changed elsewhere": func(r *rig, id string) { r.elsewhere(keys.OpDelete, id) },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(client.StateEnabled, false)
			r.replace(id)
			r.clicks("Create New Key", "It's in Place", "Skip Check", "Disable Old Key…")
			before(r, id)
			r.clicks(yes)
			if k, _ := r.session().Keys().Find(id); k.Busy != "" {
				t.Errorf("it is busy with %s; said %q", k.Busy, r.said())
			}
			elsewhere := slices.Contains(r.recorded(), "elsewhere done")
			if want := name == "changed elsewhere"; elsewhere != want {
				t.Errorf("recorded %q", r.recorded())
			}
		})
	}
}

func TestSomethingBrokeEnablesTheOldKey(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check")
	if !slices.Contains(r.texts(), "Skipped") {
		t.Errorf("it does not say that the check was skipped: %q", r.texts())
	}
	r.clicks("Disable Old Key…", yes, "Something Broke: Enable Old Key")
	if r.stateOf(id) != client.StateEnabled || !r.reads("It's in Place") {
		t.Errorf("the old key is %s; it shows %q", r.stateOf(id), r.texts())
	}
	r.wantSaid("Enabled " + id + ". Something still uses it, so the new key has to be put in place there first.")
	r.clicks("Abandon…", yes)
	if r.stateOf(id) != client.StateEnabled || r.newest().State != client.StateEnabled || r.replacing() {
		t.Errorf("it shows %q", r.texts())
	}
}
