package shell

import (
	"testing"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
)

// A message about a check tells the state of the key, and goes when that has changed.
func TestCheckIsNotToldAnyMoreOnceTheKeyHasAnotherState(t *testing.T) {
	for name, tt := range map[string]struct {
		state client.State
		given func(*rig)
		then  func(r *rig, id string)
		told  bool
	}{
		"enabled":           {client.StateDisabled, func(*rig) {}, func(r *rig, _ string) { r.shortcut(keyshortcuts.ToggleState()) }, false},
		"enabled elsewhere": {client.StateDisabled, func(*rig) {}, func(r *rig, id string) { r.elsewhere(keys.OpEnable, id); r.reload() }, false},
		"deleted elsewhere": {client.StateEnabled, func(*rig) {}, func(r *rig, id string) { r.elsewhere(keys.OpDelete, id); r.reload() }, false},
		"still accepted": {client.StateDisabled, func(r *rig) { r.server.SetLenient(true) },
			func(r *rig, _ string) { r.shortcut(keyshortcuts.ToggleState()) }, false},
		"hidden by the filter": {client.StateDisabled, func(*rig) {}, func(r *rig, _ string) { r.filter().SetText("nothing") }, true},
		"not changed":          {client.StateDisabled, func(*rig) {}, func(r *rig, _ string) { r.reload() }, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(tt.state, false)
			tt.given(r)
			r.check(id)
			r.wantSaid("The server ")
			tt.then(r, id)
			r.pass(time.Second)
			if got := r.toldOf("The server "); got != tt.told {
				t.Errorf("said %q", r.said())
			}
		})
	}
}

func TestCheckThatFindsAnotherStateIsTold(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.elsewhere(keys.OpDisable, id)
	r.check(id)
	r.pass(time.Second)
	r.wantSaid(", as it should: its state is “Disabled”.")
	r.elsewhere(keys.OpEnable, id)
	r.reload()
	r.pass(time.Second)
	if r.toldOf("The server refuses") {
		t.Errorf("said %q", r.said())
	}
}
