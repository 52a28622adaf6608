package shell

import (
	"strings"
	"sync"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/words"
)

// lockedByPIN returns a rig with two accounts and a PIN, and a function that locks the window during the next request that is
// sent with a method.
func lockedByPIN(t *testing.T) (r *rig, duringNext func(method string, f demo.Faults)) {
	r = newAccountsRig(t, 2)
	r.setPIN("1234")
	r.openKeys()
	return r, func(method string, f demo.Faults) {
		var once sync.Once
		f.Match = func(sent, _ string) bool {
			if sent == method {
				once.Do(r.lock)
			}
			return sent == method
		}
		r.at(1).SetFaults(f)
	}
}

// wantPIN fails the test unless no account can be opened without the PIN, and unlocks the window.
func (r *rig) wantPIN() {
	r.t.Helper()
	if !r.locked() {
		r.t.Errorf("it is not locked any more, and shows %q", r.texts())
	}
	if r.goTo(0); r.onAccount(0) {
		r.t.Fatal("another account is opened without its PIN")
	}
	r.unlock(client.NewSecret("1234"))
}

func TestLockOutlivesTheOwnKey(t *testing.T) {
	r, duringNext := lockedByPIN(t)
	own := r.session().KeyID()
	r.selectKey(own, 0)
	duringNext("PUT", demo.Faults{})
	r.shortcut(keyshortcuts.ToggleState())
	r.tapButton("Disable")
	r.wantPIN()
	if !r.signInShown() || r.signInForm().notice().Text != words.OwnKeyGivenUp(own, client.StateDisabled) {
		t.Errorf("after unlocking, it shows %q", r.texts())
	}
}

func TestLockOutlivesARejectedSession(t *testing.T) {
	r, duringNext := lockedByPIN(t)
	duringNext("GET", demo.Faults{Status: 401})
	r.reload()
	r.wantPIN()
	if !r.signInShown() || !strings.Contains(r.signInForm().notice().Text, "rejects your saved key") {
		t.Errorf("after unlocking, it shows %q", r.texts())
	}
}
