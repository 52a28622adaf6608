package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// The request for a new key looks like an unconfirmed one until it is answered.
func TestPageThatIsOpenedAgainShowsTheActInProgress(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	wait := r.inBackground()
	r.toDemo()
	r.start()
	wait()
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	hold := make(chan struct{})
	r.server.SetFaults(demo.Faults{Match: demo.On("POST", ""), Hold: hold})
	r.pressOn("Create New Key")
	if err := r.server.WaitFor(t.Context(), func(all []demo.Request) bool {
		return slices.ContainsFunc(all, func(q demo.Request) bool { return q.Method == "POST" })
	}); err != nil {
		t.Fatal(err)
	}
	r.press(fyne.KeyEscape)
	r.replaceOpen(id)
	if !r.hasButton("Creating…") || r.hasButton("Create Another Key…") {
		t.Errorf("it shows %q", r.texts())
	}
	close(hold)
	wait()
	if !r.hasButton("It's in Place") || len(r.said()) > 0 {
		t.Errorf("after that, it shows %q and says %q", r.texts(), r.said())
	}
	r.press(fyne.KeyEscape)
	r.replaceOpen(id)
	wait()
	if !r.hasButton("It's in Place") || r.reads("Working…") {
		t.Errorf("opened once more, it shows %q", r.texts())
	}
}

// The user has not asked for that reading.
func TestReadingThatALockInterruptsIsNotToldOf(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key")
	r.press(fyne.KeyEscape)
	r.hold = true
	r.replaceOpen(id)
	r.lock()
	r.release()
	r.unlockPlain()
	if said := r.said(); len(said) > 0 {
		t.Errorf("it says %q", said)
	}
}

func TestUnconfirmedActIsToldNoLongerOnceItsOutcomeIsKnown(t *testing.T) {
	for name, tt := range map[string]struct {
		method string
		acts   []string // the last of which is not confirmed
		told   string
	}{
		"create":  {"POST", []string{"Create New Key"}, "A new key has appeared"},
		"disable": {"PUT", []string{"Create New Key", "It's in Place", "Skip Check", "Disable Old Key…", yes}, "Confirmed: "},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.replace(r.idInState(client.StateEnabled, false))
			lost := false
			r.server.SetFaults(demo.Faults{DropAfterHandling: true, Match: func(method, _ string) bool { lost = lost || method == tt.method; return method == tt.method }},
				demo.Faults{Drop: true, Match: func(string, string) bool { return lost }})
			r.clicks(tt.acts...)
			r.wantSaid("The app keeps checking.")
			r.find()
			r.reload()
			if r.toldOf("keeps checking") || !r.toldOf(tt.told) {
				t.Errorf("it says %q", r.said())
			}
		})
	}
}

func TestOldKeyWhoseReplacementHasEndedMeanwhileIsDisabledAllTheSame(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check")
	r.server.SetFaults(demo.Faults{Match: func(method, _ string) bool {
		if method == "PUT" { // another window removes it
			_ = r.app.Rotations.Forget(t.Context(), r.ref(id))
		}
		return false
	}})
	r.clicks("Disable Old Key…", yes)
	r.wantSaid("Disabled " + id)
	if slices.Contains(r.texts(), "Undo") {
		t.Errorf("it offers to undo that for a replacement that has ended: %q", r.texts())
	}
}

func TestUndoDuringAnotherActSaysWhyNothingIsUndone(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replaceToWait(id)
	r.hold = true
	r.clicks("Something Broke: Enable Old Key")
	r.shortcut(&fyne.ShortcutUndo{})
	if !r.toldOf(id + " is busy") {
		t.Errorf("it says %q", r.said())
	}
	r.release()
	if r.stateOf(id) != client.StateEnabled || !r.hasButton("It's in Place") {
		t.Errorf("the key is %s; it shows %q", r.stateOf(id), r.texts())
	}
}

func TestPressWhileThePageReadsTheKeysWaits(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check")
	reading := func() {
		r.press(fyne.KeyEscape)
		r.hold = true
		r.replaceOpen(id)
	}
	reading()
	r.clicks("Go Back and Put It in Place")
	if !r.hasButton("Working…") || r.hasButton("It's in Place") {
		t.Errorf("while it is read, it shows %q", r.texts())
	}
	r.clicks("Working…", "Disable Old Key…")
	r.release()
	if r.dialogOpen() || !r.hasButton("It's in Place") || r.hasButton("Working…") {
		t.Errorf("then it shows %q", r.texts())
	}
	r.clicks("It's in Place", "Skip Check")
	changes := r.asked("PUT", "")
	reading()
	r.clicks("Disable Old Key…")
	if r.dialogOpen() {
		t.Error("it asks before the keys are read")
	}
	r.release()
	r.clicks(yes)
	if r.stateOf(id) != client.StateDisabled || r.asked("PUT", "") != changes+1 {
		t.Errorf("the key is %s; it shows %q", r.stateOf(id), r.texts())
	}
}

func TestPressThatWaitsIsNotTakenForAnotherStep(t *testing.T) {
	for name, between := range map[string]func(r *rig, id string){
		"changed": func(r *rig, id string) { r.elsewhere(keys.OpDisable, id); r.release() },
		"left":    func(r *rig, id string) { r.press(fyne.KeyEscape); r.release(); r.replaceOpen(id) },
		"locked":  func(r *rig, _ string) { r.lock(); r.release(); r.unlockPlain() },
		"offline": func(r *rig, _ string) { r.lose(); r.release() },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(client.StateEnabled, false)
			r.replace(id)
			r.clicks("Create New Key", "It's in Place", "Skip Check")
			r.press(fyne.KeyEscape)
			r.toastsGone()
			r.listAges()
			r.hold = true
			r.replaceOpen(id)
			r.clicks("Disable Old Key…")
			between(r, id)
			r.release()
			if r.dialogOpen() || r.hasButton("Working…") {
				t.Errorf("it shows %q", r.texts())
			}
			told := map[string]string{"changed": "Nothing was done: the keys have changed meanwhile.", "offline": "Couldn't disable " + id}[name]
			if said := r.said(); told != "" && !r.toldOf(told) || told == "" && len(said) > 0 {
				t.Errorf("it says %q", said)
			}
		})
	}
}
