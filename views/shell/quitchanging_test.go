package shell

import (
	"testing"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
)

const quitAmidChange = "A change is still in progress. Wait for it, or quit again to quit now."

func TestQuittingAsksWhileAKeyIsBeingChanged(t *testing.T) {
	for name, test := range map[string]struct {
		meanwhile func(*rig)
		asks      func(*rig) bool
	}{
		"shown":  {func(*rig) {}, func(r *rig) bool { return r.toldOf(quitAmidChange) }},
		"locked": {(*rig).lock, func(r *rig) bool { return r.reads(quitAmidChange) }},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			wait := r.inBackground()
			hold := make(chan struct{})
			r.server.SetFaults(demo.Faults{Match: func(method, _ string) bool { return method != "GET" }, Hold: hold})
			id := r.operate(keys.OpDisable)
			if err := r.server.WaitFor(t.Context(), func(all []demo.Request) bool { return all[len(all)-1].Method == "PUT" }); err != nil {
				t.Fatal(err)
			}
			test.meanwhile(r)
			r.shortcut(shortcutQuit())
			if !test.asks(r) {
				t.Errorf("nothing asks: %q", r.texts())
			}
			r.shortcut(shortcutQuit())
			close(hold)
			wait()
			if got := r.stateOf(id); !r.quit || got != client.StateDisabled {
				t.Errorf("it has quit: %v; the key is %s", r.quit, got)
			}
		})
	}
}

func TestQuittingAsksNothingOnceTheChangeIsDone(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.hold = true
	r.operate(keys.OpDisable)
	r.shortcut(shortcutQuit())
	if r.quit {
		t.Fatal("it has quit in the middle of a change")
	}
	r.release()
	r.pass(time.Second)
	if r.toldOf(quitAmidChange) {
		t.Error("it says that keys are being changed when that is done")
	}
	if r.shortcut(shortcutQuit()); !r.quit {
		t.Error("it has not quit")
	}
}
