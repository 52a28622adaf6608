package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/toast"
)

// visiblySaid returns the texts of the messages that are not hidden.
func (r *rig) visiblySaid() (all []string) {
	for _, m := range r.messages() {
		if m.visible {
			all = append(all, m.shown)
		}
	}
	return all
}

func TestWhatWasReadOrDoneIsNotToldAgainAfterALock(t *testing.T) {
	for name, say := range map[string]func(*rig){
		"a key that works":   func(r *rig) { r.check(r.idInState(client.StateEnabled, false)) },
		"a key that is off":  func(r *rig) { r.check(r.idInState(client.StateDisabled, false)) },
		"no answer to check": func(r *rig) { r.lose(); r.check(r.idInState(client.StateEnabled, false)) },
		"no secret":          func(r *rig) { r.lose(); r.toggleSecret(r.chooseEnabled()) },
		"PIN set":            func(r *rig) { r.tellDone("PIN set") },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			say(r)
			if len(r.said()) == 0 {
				t.Fatal("nothing was said")
			}
			r.lock()
			r.find()
			r.pass(15 * time.Second)
			r.unlockPlain()
			if said := r.said(); len(said) != 0 && !r.toldOf("Back online") {
				t.Errorf("unlocked, it says %q", said)
			}
		})
	}
}

func TestChangeThatFailedIsToldAfterALock(t *testing.T) {
	for _, seen := range []time.Duration{time.Second, toast.PassingTime} {
		r := newRig(t, demo.Options{})
		r.server.SetFaults(demo.Faults{Match: demo.On("PUT", "/disable"), Status: 400})
		r.operate(keys.OpDisable)
		r.pass(seen)
		r.lock()
		r.unlockPlain()
		if len(r.said()) == 0 {
			t.Errorf("seen for %s, it is not told again", seen)
		}
	}
}

func TestReportIsNotRepeatedByAMessageBehindIt(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.disableTwoOfThree()
	const title = "Disabled 2 of 3 access keys"
	r.says(title)
	if said := r.visiblySaid(); len(said) != 0 {
		t.Errorf("behind the report, it says %q", said)
	}
	r.lock()
	r.unlockPlain()
	r.says(title)
	if said := r.visiblySaid(); len(said) != 0 {
		t.Errorf("behind the report after a lock, it says %q", said)
	}
	r.press(fyne.KeyEscape)
	if !slices.Contains(r.visiblySaid(), title) || !r.hasButton("Undo") {
		t.Errorf("after the report, it says %q", r.visiblySaid())
	}
	more := r.enabled(3)
	r.server.SetFaults(demo.Faults{Match: demo.On("PUT", "/disable"), Status: 400})
	r.batch(keys.OpDisable, more)
	r.atStep(1, func() {
		if said := r.visiblySaid(); len(said) != 0 {
			t.Errorf("during the next batch, it says %q", said)
		}
	})
	r.answerDialog()
	r.says("None of the 3 access keys was disabled")
	if said := r.visiblySaid(); len(said) != 0 {
		t.Errorf("behind the report of the next batch, it says %q", said)
	}
	r.press(fyne.KeyEscape)
	if !slices.Contains(r.visiblySaid(), title) || !r.hasButton("Undo") {
		t.Errorf("after the next batch, it says %q", r.visiblySaid())
	}
	r.server.SetFaults()
	r.undo()
	if r.stateOf(ids[0]) != client.StateEnabled || r.stateOf(ids[2]) != client.StateEnabled {
		t.Error("Ctrl+Z does not enable the keys again")
	}
}

func TestUndoWhoseMessageHasGoneIsNotReferredTo(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.operate(keys.OpDisable)
	r.dismissMessage()
	r.operate(keys.OpDelete)
	r.undo()
	r.wantSaid("Nothing to undo")
}
