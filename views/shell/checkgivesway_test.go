package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
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
			if r.toldOf("Checking") || !r.toldOf("Stopped checking "+id) {
				t.Errorf("while it is changed, it says %q", r.said())
			}
			r.release()
			r.pass(time.Second)
			if got := r.recorded(); !slices.Contains(got, "check failed cancelled") || r.toldOf("Stopped") {
				t.Errorf("recorded is %q; it says %q", got, r.said())
			}
			if n := r.signedBy(id); n != 0 {
				t.Errorf("the key has signed %d requests", n)
			}
			if said := strings.Join(r.said(), "|"); !strings.HasPrefix(said, tt.want) || strings.Contains(said, "accepts") {
				t.Errorf("said %q", said)
			}
		})
	}
}

func TestFetchOfASecretGivesWayToAChange(t *testing.T) {
	fetches := map[string]func(*rig, string){"show": (*rig).toggleSecret, "copy": (*rig).copyKeySecret}
	for name, tt := range map[string]struct {
		state client.State
		act   func(r *rig, id string)
		want  string
	}{
		"disable": {client.StateEnabled, (*rig).toggleState, "Disabled "},
		"delete":  {client.StateEnabled, (*rig).deleteKey, "Deleted "},
		"enable":  {client.StateDisabled, (*rig).toggleState, "Enabled "},
		"several": {client.StateEnabled, func(r *rig, _ string) {
			r.shortcut(&fyne.ShortcutSelectAll{})
			r.shortcut(keyshortcuts.ToggleState())
		}, "Disabled 2 access keys"},
	} {
		for fetch, begin := range fetches {
			t.Run(fetch+", "+name, func(t *testing.T) {
				r := newRig(t, demo.Options{})
				id := r.idInState(tt.state, false)
				r.selectKey(id, 0)
				r.hold = true
				begin(r, id)
				r.pass(time.Second)
				tt.act(r, id)
				if name != "enable" {
					r.answerDialog()
				}
				if says := r.rowOf(id).Links.Show.Label.Text; says == "Cancel" && name != "several" { // whose keys are changed one by one
					t.Error("the row still fetches the secret")
				}
				r.release()
				if r.revealed(id) || r.clip.Held() {
					t.Errorf("shown: %v, copied: %v", r.revealed(id), r.clip.Held())
				}
				if said := r.said(); !strings.HasPrefix(said[len(said)-1], tt.want) || r.toldOf("secret") {
					t.Errorf("said %q", said)
				}
				if n := len(r.busyKeys()); n != 0 {
					t.Errorf("%d keys are busy", n)
				}
			})
		}
	}
}
