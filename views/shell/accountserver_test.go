package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client"
	"accesskeys/views/connectionform"
)

func TestOtherServerAsksForThePINFirst(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.setPIN("1234")
	next := r.restarting()
	next.wanted("https://elsewhere.example.com")
	next.start()
	if !next.locked() {
		t.Fatalf("it shows %q", next.texts())
	}
	next.unlock(client.NewSecret("1234"))
	if !next.signInShown() || next.signInForm().server().Text != "https://elsewhere.example.com" {
		t.Errorf("then it shows %q", next.texts())
	}
}

func TestServerOptionOpensItsAccount(t *testing.T) {
	r := newAccountsRig(t, 2)
	next := r.restarting()
	next.wanted(r.at(0).URL())
	next.start()
	if !next.onAccount(0) {
		t.Errorf("it shows %q", next.texts())
	}
	next.opened()
	if err := next.raise(r.at(1).URL()); err != nil || !next.onAccount(1) {
		t.Errorf("started again for the other, it shows %q, %v", next.texts(), err)
	}
}

func TestServerOfNoAccountIsOfferedOnTheForm(t *testing.T) {
	const elsewhere = "https://elsewhere.example.com"
	for _, accounts := range []int{1, 2} {
		r := newAccountsRig(t, accounts)
		r.opened()
		r.calledUp(elsewhere)
		f := r.signInForm()
		if f == nil || f.server().Text != elsewhere || f.keyID().Text != "" || r.reads("Remove Account…") {
			t.Fatalf("of %d accounts, it shows %q", accounts, r.texts())
		}
		r.press(fyne.KeyEscape)
		if !r.onAccount(accounts - 1) {
			t.Fatalf("after Escape it shows %q", r.texts())
		}
		r.chooseAvatar("Add Account…")
		if got := r.signInForm().server().Text; got != r.at(accounts-1).URL() {
			t.Errorf("after Escape, the form for a new account has %q", got)
		}
	}
}

func TestServerOfNoAccountWaitsForADialog(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.opened()
	r.deleteKey(r.chooseEnabled())
	r.calledUp("https://elsewhere.example.com")
	if !r.dialogOpen() || !strings.Contains(strings.Join(r.said(), ""), "Choose Add Account") {
		t.Fatalf("it says %q", r.said())
	}
	r.closeDialog()
	r.chooseAvatar("Add Account…")
	if got := r.signInForm().server().Text; got != "https://elsewhere.example.com" {
		t.Errorf("the form has %q", got)
	}
}

func TestServerOfNoAccountWaitsUntilTheWindowIsUnlocked(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.opened()
	r.setPIN("1234")
	r.lock()
	r.calledUp("https://elsewhere.example.com")
	if !r.locked() || r.messagesShown() {
		t.Fatalf("it shows %q", r.texts())
	}
	r.unlock(client.NewSecret("1234"))
	if f := r.signInForm(); f == nil || f.server().Text != "https://elsewhere.example.com" {
		t.Errorf("once it is unlocked, it shows %q", r.texts())
	}
	r.press(fyne.KeyEscape)
	r.lock()
	r.unlock(client.NewSecret("1234"))
	if !r.onAccount(1) {
		t.Errorf("unlocked once more, it shows %q", r.texts())
	}
}

func TestServerOfAnAccountIsOpenedOnceTheWindowIsUnlocked(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.setPIN("1234")
	next := r.restarting()
	next.start()
	next.opened()
	next.calledUp(r.at(0).URL())
	next.unlock(client.NewSecret("1234"))
	if !next.onAccount(0) {
		t.Errorf("it shows %q", next.texts())
	}
}

func TestServerOptionIsDoneOnceItIsSignedInTo(t *testing.T) {
	r := newAccountsRig(t, 2)
	next := r.restarting()
	next.wanted(r.at(0).URL())
	next.start()
	next.goTo(1)
	next.chooseAvatar("Add Account…")
	if got := next.signInForm().server().Text; got != r.at(1).URL() {
		t.Errorf("the form for a new account has %q", got)
	}
}

// If a server has several accounts, only the user can say which one is meant, even if one of them is open.
func TestServerOfSeveralAccountsIsOfferedOnTheForm(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.addAccountOf(r.at(1), r.chooseEnabled())
	r.opened()
	asks := func(r *rig) {
		t.Helper()
		f := r.signInForm()
		if f == nil || f.server().Text != r.at(1).URL() || f.keyID().Text != "" || !r.reads("You have several accounts at") {
			t.Fatalf("it shows %q", r.texts())
		}
	}
	for _, open := range []int{1, 0} {
		r.goTo(open)
		r.calledUp(r.at(1).URL())
		asks(r)
	}
	r.pass(time.Second)
	r.press(fyne.KeyEscape)
	if !r.onAccount(0) {
		t.Errorf("after Escape it shows %q", r.texts())
	}
	r.chooseAvatar("Add Account…")
	if r.reads("You have several accounts at") {
		t.Error("the form for a new account speaks of a server that was not asked for")
	}
	r.tapButton("Cancel")
	r.pass(time.Second)
	r.deleteKey(r.chooseEnabled())
	r.calledUp(r.at(1).URL())
	if !r.dialogOpen() || !strings.Contains(strings.Join(r.said(), ""), "You have several accounts") {
		t.Errorf("over a dialog, it says %q", r.said())
	}
	next := r.restarting()
	next.wanted(r.at(1).URL())
	next.start()
	asks(next)
}

func TestAddingTheAccountThatIsThereSaysSo(t *testing.T) {
	r := newAccountsRig(t, 1)
	r.addAccount(r.at(0))
	r.tells("You were already signed in with this key.")
	if !r.onAccount(0) || len(r.app.Settings.Get().Accounts) != 1 {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestTheFormForAnotherAccountSaysSo(t *testing.T) {
	r := newAccountsRig(t, 1)
	r.chooseAvatar("Add Account…")
	if !r.reads("Add an account") || r.reads("Sign in to Cluster Optimizer") {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestCancellingAnotherAccountLeadsBackToTheTab(t *testing.T) {
	r := newAccountsRig(t, 2)
	for _, tab := range []string{"Account", "Preferences", "History", "Access Keys"} {
		for name, cancel := range map[string]func(){"Escape": func() { r.press(fyne.KeyEscape) }, "Cancel": func() { r.tapButton("Cancel") }} {
			test.Tap(r.tab(tab))
			r.chooseAvatar("Add Account…")
			cancel()
			if got := r.tabShown(); got != tab || !r.onAccount(1) {
				t.Errorf("%s leads from %s to %s", name, tab, got)
			}
		}
	}
	r.openTab(tabHistory)
	r.chooseAvatar("Add Account…")
	r.goTo(0)
	if got := r.tabShown(); got != "Access Keys" || !r.onAccount(0) {
		t.Errorf("another account opens on %s", got)
	}
}

func TestCancellingAnotherAccountLeadsBackToWhatWasTyped(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.openAccount()
	r.typeInto(r.accountTab().network().Ca, "~/company-ca.pem")
	r.accountTab().network().Proxy.Choose(connectionform.ProxyOwn)
	for _, tab := range []string{"Account", "Access Keys"} {
		test.Tap(r.tab(tab))
		r.chooseAvatar("Add Account…")
		r.press(fyne.KeyEscape)
		r.chooseAvatar("Add Account…")
		r.press(fyne.KeyEscape)
		r.openAccount()
		if form := r.accountTab().network(); form.Ca.Text != "~/company-ca.pem" || form.Proxy.SelectedIndex() != connectionform.ProxyOwn || !form.Address.Visible() || !form.Edited() {
			t.Fatalf("from %s, the form comes back with %q, proxy %d", tab, form.Ca.Text, form.Proxy.SelectedIndex())
		}
	}
	r.goTo(0)
	r.openAccount()
	if form := r.accountTab().network(); form.Edited() {
		t.Errorf("the form of another account has %q", form.Ca.Text)
	}
	r.goTo(1)
	r.openAccount()
	if form := r.accountTab().network(); form.Edited() {
		t.Errorf("after a switch, the form has %q", form.Ca.Text)
	}
}
