package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/history"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// With several accounts the tab first shows the entries of the open one. Entries of others name their account.
func TestTheHistoryTellsAccountsApart(t *testing.T) {
	r := newAccountsRig(t, 2)
	second := r.idInState(client.StateEnabled, false)
	r.copyKeySecret(second)
	r.goTo(0)
	first := r.idInState(client.StateEnabled, false)
	r.copyKeySecret(first)
	r.lock()
	r.press(fyne.KeyReturn)
	r.openHistory()
	if got := r.entries(); len(got) != 5 || !strings.Contains(strings.Join(got, "\n"), first) || strings.Contains(strings.Join(got, "\n"), second) {
		t.Errorf("it begins with %q", got)
	}
	if !r.reads("5 entries") {
		t.Errorf("it counts %q", r.texts())
	}
	r.choice("Accounts").Choose(1)
	got := r.entries()
	others := slices.DeleteFunc(slices.Clone(got), func(e string) bool { return !strings.Contains(e, " · ") })
	if len(got) != 7 || len(others) != 2 || !strings.Contains(others[0], second) {
		t.Errorf("of all accounts it shows %q", got)
	}
	r.goTo(1)
	r.openHistory()
	if got := r.entries(); !strings.Contains(got[0], "Switch account") || strings.Contains(strings.Join(got, "\n"), first) {
		t.Errorf("of the other account it shows %q", got)
	}
	if got := r.entries(); strings.Contains(strings.Join(got, "\n"), "Lock, ") {
		t.Errorf("it tells of the lock, which was with the first account: %q", got)
	}
}

// Accounts of one user have the same keys, and thus the same entries.
func TestTheHistoryOfAccountsOfOneUserIsNamedAfterTheUser(t *testing.T) {
	r, _ := newTwoKeysRig(t)
	r.openHistory()
	if got := r.choice("Accounts").Options; !slices.Equal(got, []string{"This user", "All accounts"}) {
		t.Errorf("with another account of the same user, the choices are %q", got)
	}
	r = newAccountsRig(t, 2)
	r.openHistory()
	if got := r.choice("Accounts").Options; !slices.Equal(got, []string{"This account", "All accounts"}) {
		t.Errorf("with an account of another user, the choices are %q", got)
	}
}

func TestTheHistoryOfOneAccountHasNoChoiceOfAccounts(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.openHistory()
	for _, f := range r.tabStops() {
		if c, ok := f.(*control.Choice); ok && c.Name == "Accounts" {
			t.Error("there is a choice of accounts")
		}
	}
	e := history.About(r.ref("AKelsewhere"), history.Show)
	e.Base = "https://gone.example/api/v1"
	r.app.History.Record(e)
	if got := r.entries(); len(got) != 2 || !strings.Contains(got[0], "gone.example · AKelsewhere") {
		t.Errorf("it shows %q", got)
	}
}

func TestClearingTheHistoryIsAboutAllAccounts(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.showPreferences()
	r.pressOn("Clear History…")
	name := words.AccountName(r.accounts()[1], r.accounts())
	if asked := r.dialogContent(); readsIn(asked, name) || !readsIn(asked, "This deletes the entries of all accounts on this computer") {
		t.Errorf("the question names %s, or does not say that it is about all accounts", name)
	}
	r.answerDialog()
	if got := r.recorded(); !slices.Equal(got, []string{"clear done"}) {
		t.Errorf("cleared, it has %q", got)
	}
}
