package shell

import (
	"slices"
	"strings"
	"testing"

	"accesskeys/views/words"
)

func TestTheMenusSayWhichAccountIsSignedOut(t *testing.T) {
	r := newAccountsRig(t, 2)
	var native []string
	r.onMenu(func() {
		native = nil
		for _, menu := range r.nativeMenu().Items {
			for _, item := range menu.Items {
				native = append(native, item.Label)
			}
		}
	})
	names := []string{words.AccountName(r.accounts()[0], r.accounts()), words.AccountName(r.accounts()[1], r.accounts())}
	r.askLogOut()
	r.tapButton("Log Out")
	want := []string{names[0], names[1] + " (logged out)"}
	var labels []string
	for _, item := range r.avatarItems()[:2] {
		labels = append(labels, item.Label)
	}
	if !slices.Equal(labels, want) || !slices.Contains(native, want[0]) || !slices.Contains(native, want[1]) {
		t.Errorf("the avatar's menu has %q, the system's %q", labels, native)
	}
	r.goTo(1)
	r.tapButton("Switch Account")
	if got := r.menu(); !strings.HasPrefix(got[1], want[1]) {
		t.Errorf("the menu of the form has %q", got)
	}
	r.closeDialog()
	r.signInForm().keep().SetChecked(false)
	creds := r.at(1).Credentials()
	r.signInForm().fill(r.at(1).URL(), creds.KeyID, creds.Secret.Reveal())
	r.signInForm().signIn()
	if got := r.avatarItems()[1].Label; !r.onAccount(1) || got != names[1] {
		t.Errorf("signed in for this time only, the menu has %q", got)
	}
	r.askLogOut()
	r.tickBox("Log out of all accounts")
	r.tapButton("Log Out")
	if !slices.Contains(native, names[0]+" (logged out)") {
		t.Errorf("logged out of all, the system's menu has %q", native)
	}
}
