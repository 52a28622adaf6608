package shell

import (
	"strings"
	"testing"

	"accesskeys/app/keyring"
)

func TestRemovingAnAccount(t *testing.T) {
	r := newAccountsRig(t, 3)
	r.goTo(1)
	r.openAccount()
	r.tapButton("Remove Account…")
	if !readsIn(r.dialogContent(), strings.TrimPrefix(r.at(1).URL(), "http://")) {
		t.Error("the question does not name the account")
	}
	r.tapButton("Remove")
	if len(r.accounts()) != 2 || !r.onAccount(0) {
		t.Errorf("%d accounts, and it shows %q", len(r.accounts()), r.texts())
	}
	if r.hasEntry(r.at(1)) || !r.hasEntry(r.at(0)) || !r.hasEntry(r.at(2)) {
		t.Error("the keyring has not what it should have")
	}
}

// It was called a log-out and a switch in the history, and nothing was said.
func TestRemovingAnAccountIsCalledSo(t *testing.T) {
	r := newAccountsRig(t, 3)
	remove := func(i int) {
		t.Helper()
		address := strings.TrimPrefix(r.at(i).URL(), "http://")
		r.tapButton("Remove Account…")
		r.tapButton("Remove")
		r.wantSaid("Removed the account " + address)
	}
	r.openAccount()
	remove(2)
	r.forgetEntry(r.at(1))
	r.goTo(1) // signed out: the form asks for the secret
	remove(1)
	if !r.onAccount(0) {
		t.Fatalf("it shows %q", r.texts())
	}
	r.openHistory()
	all := strings.Join(r.entries(), "\n")
	if strings.Count(all, "Remove account, ") != 2 || strings.Contains(all, "Log out") || strings.Contains(all, "Switch account") {
		t.Errorf("the history has %q", all)
	}
}

// It was called a log-out, and of a keyring that is gone it said where secrets come from.
func TestWhatARemovalLeavesUndoneIsSaidOfTheRemoval(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.openAccount()
	r.tapButton("Remove Account…")
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	r.tapButton("Remove")
	r.wantSaid("The account was removed, but the keyring may still hold its secrets. No keyring found. The next start with one deletes them.")
}
