package shell

import (
	"strings"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// A key that has leaked must be disabled at once, whatever a check of it still waits for.
func TestCheckGivesWayToWhatIsDoneWithTheKey(t *testing.T) {
	for name, tt := range map[string]struct {
		state client.State
		act   func(r *rig, id string)
		want  string
	}{
		"disable": {client.StateEnabled, func(r *rig, id string) {
			r.toggleState(id)
			r.answerDialog()
		}, "Disabled "},
		"delete": {client.StateEnabled, func(r *rig, id string) {
			r.deleteKey(id)
			r.answerDialog()
		}, "Deleted "},
		"enable": {client.StateDisabled, func(r *rig, id string) { r.toggleState(id) }, "Enabled "},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(tt.state, false)
			r.hold = true
			r.check(id)
			r.pass(time.Second)
			if !r.toldOf("Checking " + id) {
				t.Fatalf("said %q", r.said())
			}
			tt.act(r, id)
			if r.toldOf("Checking") {
				t.Errorf("it still says %q", r.said())
			}
			r.release()
			if n := r.signedBy(id); n != 0 {
				t.Errorf("the key has signed %d requests", n)
			}
			if said := strings.Join(r.said(), "|"); !strings.HasPrefix(said, tt.want) || strings.Contains(said, "accepts") {
				t.Errorf("said %q", said)
			}
		})
	}
}
