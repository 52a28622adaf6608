package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// Finishing would say that the key is replaced, and give its places to a key that is gone.
func TestReplacementWithoutItsNewKeyIsOnlyAbandoned(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	note := notes.Note{Places: []string{"runner"}}
	r.note(id, note)
	r.replaceOpen(id)
	r.clicks("Create New Key")
	r.press(fyne.KeyEscape)
	added := r.newest().ID
	r.selectKey(added, 0)
	r.press(fyne.KeyDelete)
	r.answerDialog()
	r.replaceOpen(id)
	if !r.reads("The new key "+added+" is deleted. Abandon the replacement; that changes no key.") || r.hasButton("Finish") {
		t.Errorf("it shows %q", r.texts())
	}
	r.clicks("Abandon…", yes)
	if r.toldOf("Replaced") || slices.Contains(r.recorded(), "replace-finish done") || !slices.Contains(r.recorded(), "replace-abandon done") {
		t.Errorf("said %q, recorded %q", r.said(), r.recorded())
	}
	if !r.noted(id).Equal(note) {
		t.Errorf("noted is %v", r.noted(id))
	}
}

// No key is disabled but by the step that says so.
func TestLeakedKeyIsEnabledUntilTheUserDisablesIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	for order, begins := range map[int]string{1: "You create a new key, then disable this one at once.", 2: "You disable this key, then create a new one."} {
		r.choice("How to replace it").Choose(order)
		if !r.reads(begins) || !r.reads("No key changes by itself.") {
			t.Errorf("order %d: it shows %q", order, r.texts())
		}
	}
	r.choice("How to replace it").Choose(1)
	r.clicks("Create New Key")
	if r.stateOf(id) != client.StateEnabled || !r.hasButton("Disable Old Key…") {
		t.Errorf("the old key is %s; it shows %q", r.stateOf(id), r.texts())
	}
}

func TestStoppedReplacementOffersWhatThereIsLeftToDo(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replaceToWait(id)
	r.elsewhere(keys.OpDelete, r.newest().ID)
	r.page().Reload(false)
	if !r.reads("is deleted. Enable the old key again, or abandon the replacement.") || r.hasButton("Finish") {
		t.Errorf("without a key that works, it shows %q", r.texts())
	}
	r.elsewhere(keys.OpDelete, id)
	r.page().Reload(false)
	if !r.reads("is deleted. Abandon the replacement; that changes no key.") || r.hasButton("Finish") {
		t.Errorf("without its keys, it shows %q", r.texts())
	}
}

func TestFinishedReplacementTellsOfANewKeyThatIsDisabled(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key")
	added := r.newest().ID
	r.elsewhere(keys.OpDisable, added)
	r.elsewhere(keys.OpDelete, id)
	r.page().Reload(false)
	r.clicks("Finish")
	r.wantSaid("Replaced " + id + ". The new key " + added + " is disabled.")
}

func TestMenuOfAKeyGoesOnWithItsReplacement(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replaceToWait(id)
	r.press(fyne.KeyEscape)
	offers := func(id, label string) bool {
		r.selectKey(id, 0)
		return slices.ContainsFunc(r.menuOf(id), func(item string) bool { return strings.HasPrefix(item, label+",") })
	}
	for _, part := range []string{id, r.newest().ID} {
		if !offers(part, "Continue Replacement") || offers(part, "Replace…") {
			t.Errorf("the menu is %q", r.menuOf(part))
		}
	}
	if other := r.idInState(client.StateEnabled, true); !offers(other, "Replace…") {
		t.Errorf("the menu of another key is %q", r.menuOf(other))
	}
}

// cutWaitShortInVain replaces a key up to the wait, asks to delete it before that is over, which the server refuses, and
// returns its ID.
func (r *rig) cutWaitShortInVain() (id string) {
	r.t.Helper()
	r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
	id = r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Check New Key", "Disable Old Key…", yes)
	r.server.SetFaults(demo.Faults{Status: 403, Match: func(method, _ string) bool { return method == "DELETE" }})
	r.clicks("Delete Now…", yes)
	r.server.SetFaults()
	return id
}

func TestWaitThatWasCutShortIsSkipped(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.cutWaitShortInVain()
	if slices.Contains(r.texts(), "Skipped") {
		t.Errorf("the key is not deleted, and it shows %q", r.texts())
	}
	r.clicks("Delete Now…", yes)
	for range 2 {
		if !slices.Contains(r.texts(), "Skipped") || !r.hasButton("Finish") {
			t.Errorf("it shows %q", r.texts())
		}
		r.press(fyne.KeyEscape)
		r.now = r.now.AddDate(0, 0, 8) // the wait would be over
		r.replaceOpen(r.newest().ID)
	}
}

func TestWaitThatIsOverIsDone(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.cutWaitShortInVain()
	r.press(fyne.KeyEscape)
	r.now = r.now.AddDate(0, 0, 8)
	r.replaceOpen(id)
	r.clicks("Delete Old Key…", yes)
	if slices.Contains(r.texts(), "Skipped") || !r.hasButton("Finish") {
		t.Errorf("it shows %q", r.texts())
	}
	if !r.reads("The old key is deleted. Finishing ends the replacement.") { // it has no note that the new key could get
		t.Errorf("it shows %q", r.texts())
	}
}

// "Stopped" below "Enabled" would read as if the key was stopped.
func TestStoppedReplacementIsSeenInTheList(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	r.setSize(fyne.NewSize(1221, 740))
	id := r.enabledKeys()[0]
	r.endsIn(15*day, id)
	r.replace(id)
	r.clicks("Create New Key")
	r.elsewhere(keys.OpDelete, r.newest().ID)
	r.page().Reload(false)
	if texts := r.texts(); !slices.Contains(texts, "Stopped") || slices.Contains(texts, "Now") {
		t.Errorf("the page shows %q", texts)
	}
	r.press(fyne.KeyEscape)
	if texts := r.texts(); !slices.Contains(texts, "Replacing stopped") || !slices.Contains(texts, "Expires in 15 days") {
		t.Errorf("the list shows %q", texts)
	}
}

// It was called stopped, in red, though nothing was left to do.
func TestOldKeyThatIsDeletedFromTheListEndsTheSteps(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replaceToWait(id)
	r.press(fyne.KeyEscape)
	r.selectKey(id, 0)
	r.press(fyne.KeyDelete)
	r.tapButton("Delete")
	r.replaceOpen(r.newest().ID)
	texts := r.texts()
	if slices.Contains(texts, "Stopped") || slices.Contains(texts, "To do") || !slices.Contains(texts, "The old key is deleted. Finishing ends the replacement.") {
		t.Errorf("it shows %q", texts)
	}
}

// The list hides the old key then.
func TestTheNewKeyIsSelectedAfterTheOldOneWasDeleted(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key")
	added := r.newest().ID
	r.clicks("It's in Place", "Skip Check", "Disable Old Key…", yes, "Delete Now…", yes)
	r.press(fyne.KeyEscape)
	if r.replacing() || r.cursor() != added {
		t.Errorf("the cursor is on %q, and not on %q", r.cursor(), added)
	}
}

func TestOtherActsOfAReplacementSayThatItIsBusy(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replaceToWait(id)
	for _, label := range []string{"Something Broke: Enable Old Key", "Abandon…"} {
		r.hold = true
		r.clicks("Delete Now…", yes)
		r.clicks("Deleting…")
		r.toastsGone()
		r.clicks(label)
		r.wantSaid(id + " is busy. Wait until it's done.")
		if r.dialogOpen() {
			t.Errorf("%s asks while the key is being deleted", label)
		}
		r.server.SetFaults(demo.Faults{Status: 403, Match: demo.On("DELETE", "")})
		r.release()
		if r.toldOf("is busy") {
			t.Errorf("afterwards it says %q", r.said())
		}
	}
}
