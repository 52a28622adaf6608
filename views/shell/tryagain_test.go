package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keyspage"
)

// What failed is no longer said once the user tries it again, and is said again if it fails again.
func TestTryingAgainWithdrawsTheFailure(t *testing.T) {
	refuse := func(r *rig) {
		r.server.SetFaults(demo.Faults{Match: demo.On("GET", r.cursor()), Status: 400}, demo.Faults{RefuseMutations: "Quota exceeded"})
	}
	for name, c := range map[string]struct {
		before func(r *rig)
		act    func(r *rig)
	}{
		"New": {nil, func(r *rig) {
			r.pass(2 * keyspage.CreatePause)
			r.shortcut(keyshortcuts.New())
		}},
		"Enable": {nil, func(r *rig) { r.toggleState(r.cursor()) }},
		"Disable": {func(r *rig) { r.chooseEnabled() }, func(r *rig) {
			r.toggleState(r.cursor())
			r.answerDialog()
		}},
		"Delete": {nil, func(r *rig) {
			r.deleteKey(r.cursor())
			r.answerDialog()
		}},
		"Show Secret":    {nil, func(r *rig) { r.toggleSecret(r.cursor()) }},
		"Create New Key": {func(r *rig) { r.replace(r.chooseEnabled()) }, func(r *rig) { r.clicks("Create New Key") }},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.selectKey(r.idInState("disabled", false), 0)
			if c.before != nil {
				c.before(r)
			}
			refuse(r)
			c.act(r)
			said := r.said()
			if len(said) != 1 {
				t.Fatalf("the failure: said %q", said)
			}
			r.hold = true
			c.act(r)
			if again := r.said(); len(again) != 0 {
				t.Errorf("while it is tried again, it says %q", again)
			}
			r.release()
			if again := r.said(); len(again) != 1 || again[0] != said[0] {
				t.Errorf("after it failed again: said %q, want %q", again, said)
			}
		})
	}
}

func TestTryingNewAgainWithdrawsTheFailureInChinese(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.retranslate(settings.LanguageChinese)
	r.server.SetFaults(demo.Faults{RefuseMutations: "配额不足"})
	r.shortcut(keyshortcuts.New())
	failure := "未新增密钥。服务器拒绝了请求：配额不足"
	said := func() string { return strings.ReplaceAll(strings.Join(r.said(), "|"), "\r", "") }
	if said() != failure {
		t.Fatalf("said %q", said())
	}
	r.pass(2 * keyspage.CreatePause)
	r.hold = true
	r.shortcut(keyshortcuts.New())
	if said() != "" {
		t.Errorf("while it is tried again, it says %q", said())
	}
	r.release()
	if said() != failure {
		t.Errorf("after it failed again: said %q", said())
	}
}

// A note about something else is no failure, and stays.
func TestTryingAgainLeavesNotes(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.tellNote("a note")
	r.hold = true
	r.shortcut(keyshortcuts.New())
	r.wantSaid("a note")
	r.release()
	r.press(fyne.KeyEscape)
}
