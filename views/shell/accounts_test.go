package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
)

func TestOneAccountShowsNothingAboutAccounts(t *testing.T) {
	r := newAccountsRig(t, 1)
	for _, item := range r.avatarItems() {
		if strings.Contains(item.Label, "ccount") && item.Label != "Add Account…" || strings.Contains(item.Label, ":") {
			t.Errorf("the menu has %q", item.Label)
		}
	}
	r.goTo(0)
	if !r.onAccount(0) || r.dialogOpen() || strings.Contains(r.title(), "(") {
		t.Error("the shortcut of an account does something")
	}
	r.openAccount()
	if r.tabReads("Color") {
		t.Error("the Account tab asks for a colour")
	}
}

func TestSwitchingShowsTheOtherAccountWithoutItsServer(t *testing.T) {
	r := newAccountsRig(t, 3)
	if !r.onAccount(2) {
		t.Fatalf("it shows %q", r.texts())
	}
	r.goTo(0)
	r.reveal()
	r.copySecret()
	for _, server := range []*demo.Server{r.at(1), r.at(2)} {
		if err := server.Close(); err != nil {
			t.Fatal(err)
		}
	}
	r.goTo(2)
	if !r.onAccount(2) || r.secretHeld() || r.showsSecret() || r.clip.Held() {
		t.Errorf("it shows %q; a secret is on the clipboard: %v", r.texts(), r.clip.Held())
	}
	if name := strings.TrimPrefix(r.at(2).URL(), "http://"); !r.reads(name) || !strings.Contains(r.title(), name) {
		t.Errorf("the account is not named: %q, %q", r.title(), r.texts())
	}
	r.chooseAvatar(strings.TrimPrefix(r.at(1).URL(), "http://"))
	if !r.onAccount(1) {
		t.Errorf("after the menu it shows %q", r.texts())
	}
	next := r.restarted()
	if !next.onAccount(1) {
		t.Errorf("the next start shows %q", next.texts())
	}
}

func TestNativeMenuHasTheAccounts(t *testing.T) {
	r := newAccountsRig(t, 2)
	told := 0
	r.onMenu(func() { told++ })
	for _, menu := range r.nativeMenu().Items {
		if menu.Label == "Accounts" {
			menu.Items[0].Action()
		}
	}
	if !r.onAccount(0) || told == 0 {
		t.Errorf("it shows %q, and the menu is made again %d times", r.texts(), told)
	}
	one := newAccountsRig(t, 1)
	if len(one.nativeMenu().Items) != 3 {
		t.Error("the menu lists one account")
	}
}

func TestEachAccountIsAskedWithItsOwnKey(t *testing.T) {
	r := newAccountsRig(t, 3)
	for _, place := range []int{0, 2, 1, 0} {
		r.goTo(place)
		r.press(fyne.KeyF5)
	}
	for place := range 3 {
		for _, q := range r.at(place).Requests() {
			if q.KeyID != r.at(place).Credentials().KeyID && strings.Contains(q.Path, "accesskeys") {
				t.Errorf("server %d was asked for %s with %q", place, q.Path, q.KeyID)
			}
		}
	}
}

func TestSwitchingIsCalledOffWhileAKeyIsChanged(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.selectKey(r.idInState(client.StateDisabled, false), 0)
	r.hold = true
	r.shortcut(keyshortcuts.ToggleState())
	r.goTo(0)
	if !r.onAccount(1) || !strings.Contains(strings.Join(r.said(), "\n"), "A change is still in progress") {
		t.Errorf("it says %q", r.said())
	}
	r.release()
	r.pass(time.Second)
	if said := strings.Join(r.said(), "\n"); strings.Contains(said, "A change is still in progress") {
		t.Errorf("once that is done it says %q", said)
	}
	r.goTo(0)
	if !r.onAccount(0) {
		t.Error("it does not switch once that is done")
	}
}

func TestPendingOutcomeIsToldInItsAccount(t *testing.T) {
	r := newAccountsRig(t, 2)
	id := r.idInState(client.StateDisabled, false)
	r.at(1).SetFaults(demo.Faults{Match: demo.On("PUT", ""), DropAfterHandling: true}, demo.Faults{Drop: true})
	r.toggleState(id)
	r.toastsGone()
	r.goTo(0)
	r.at(1).SetFaults()
	if said := strings.Join(r.said(), "\n"); strings.Contains(said, id) {
		t.Errorf("told in the other account: %q", said)
	}
	r.press(fyne.KeyF5)
	r.goTo(1)
	if said := strings.Join(r.said(), "\n"); !r.onAccount(1) || !strings.Contains(said, id) {
		t.Errorf("not told in its own account: %q", said)
	}
}

func TestAddingAnAccountCanBeCancelled(t *testing.T) {
	r := newAccountsRig(t, 1)
	r.chooseAvatar("Add Account…")
	if f := r.signInForm(); f == nil || f.server().Text != r.at(0).URL() || f.keyID().Text != "" || r.canvas().Focused() != f.keyID() {
		t.Fatal("the form does not ask for another key of the same server")
	}
	r.press(fyne.KeyEscape)
	if !r.onAccount(0) || len(r.accounts()) != 1 {
		t.Errorf("it shows %q", r.texts())
	}
	r.chooseAvatar("Add Account…")
	r.tapButton("Cancel")
	if !r.onAccount(0) {
		t.Errorf("it shows %q", r.texts())
	}
	if got := r.recorded(); !slices.Equal(got, []string{"sign-in done"}) {
		t.Errorf("the history has %q", got)
	}
}

func TestAccountWithoutItsSecretAsksForIt(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.forgetEntry(r.at(0))
	r.goTo(0)
	f := r.signInForm()
	if f == nil || f.server().Text != r.at(0).URL() || f.keyID().Text != r.at(0).Credentials().KeyID {
		t.Fatalf("it does not ask for it: %q", r.texts())
	}
	r.goTo(1)
	if !r.onAccount(1) {
		t.Fatalf("the other does not work: %q", r.texts())
	}
	r.goTo(0)
	f = r.signInForm()
	f.secret().Insert(r.at(0).Credentials().Secret.Reveal())
	f.signIn()
	if !r.onAccount(0) || len(r.accounts()) != 2 {
		t.Errorf("it shows %q", r.texts())
	}
	r.goTo(1)
	r.goTo(0)
	if !r.onAccount(0) {
		t.Error("it asks again")
	}
}

func TestRefusedAccountStays(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.at(0).SetFaults(demo.Faults{Status: 401})
	r.goTo(0)
	if !r.signInShown() || len(r.accounts()) != 2 {
		t.Fatalf("it shows %q", r.texts())
	}
	r.at(0).SetFaults()
	r.goTo(1)
	r.goTo(0)
	if !r.onAccount(0) {
		t.Errorf("the account does not open once the server lets it in: %q", r.texts())
	}
}

func TestNameAndColourOfAnAccount(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.openAccount()
	r.field("Name").SetText("Production EU")
	r.tapButton("Save")
	r.field("Name").SetText("half ty")
	r.choice("Color").Choose(4)
	if !r.reads("Production EU") || !r.reads("PE") || !strings.HasSuffix(r.title(), "Production EU") {
		t.Errorf("not named: %q, %q", r.title(), r.texts())
	}
	r.openKeys()
	r.deleteKey(r.chooseEnabled())
	if !readsIn(r.dialogContent(), "Production EU") || !readsIn(r.dialogContent(), "PE") {
		t.Error("the question does not say in which account")
	}
	r.closeDialog()
	if a := r.restarted().accounts()[1]; a.Name != "Production EU" || a.Colour != "red" {
		t.Errorf("the next start knows %+v", a)
	}
}

// The PIN protects all accounts: none of them may bypass it.
func TestLockIsForAllAccounts(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.setPIN("1234")
	if !r.tabReads("If you forget it, log out of all accounts") {
		t.Errorf("about a forgotten PIN, it says %q", r.texts())
	}
	r.lock()
	r.goTo(0)
	if !r.locked() {
		t.Fatal("an account is opened though the window is locked")
	}
	r.askLogOut()
	r.tapButton("Log Out")
	if r.hasEntry(r.at(0)) || r.hasEntry(r.at(1)) || r.app.PIN.IsSet() {
		t.Error("not all accounts are logged out of from the lock page")
	}
}

func TestFormLocksWhereItLeadsToOtherAccounts(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.setPIN("1234")
	r.forgetEntry(r.at(1))
	r.goTo(0)
	r.goTo(1)
	if !r.signInShown() || !r.app.PIN.IsSet() || !r.hasEntry(r.at(0)) {
		t.Fatalf("it shows %q", r.texts())
	}
	r.lock()
	if !r.locked() {
		t.Fatal("the form is not locked")
	}
	r.goTo(0)
	if r.signedIn() {
		t.Fatal("an account is opened though the window is locked")
	}
	r.unlock(client.NewSecret("1234"))
	if r.locked() || !r.signInShown() {
		t.Errorf("it shows %q", r.texts())
	}
	r.goTo(0)
	if !r.onAccount(0) {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestFormNamesTheAccountThatItIsAbout(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.opened()
	r.openAccount()
	r.field("Name").SetText("Production EU")
	r.tapButton("Save")
	r.forgetEntry(r.at(1))
	r.goTo(0)
	r.goTo(1)
	if !r.signInShown() || !r.reads("Production EU") || !r.reads("PE") {
		t.Fatalf("the form does not name the account: %q", r.texts())
	}
	r.calledUp("https://elsewhere.example.com")
	if f := r.signInForm(); f == nil || f.server().Text != "https://elsewhere.example.com" || r.reads("Production EU") {
		t.Fatalf("of another server it shows %q", r.texts())
	}
	r.press(fyne.KeyEscape)
	if !r.onAccount(0) {
		t.Fatalf("after Escape it shows %q", r.texts())
	}
	r.goTo(1)
	r.tapButton("Remove Account…")
	r.tapButton("Remove")
	if len(r.accounts()) != 1 || !r.onAccount(0) {
		t.Errorf("%d accounts, and it shows %q", len(r.accounts()), r.texts())
	}
}

// If the keyring is slow to give an account's secret, that account is not shown after the user has moved on.
func TestLateAccountIsNotShown(t *testing.T) {
	r := newAccountsRig(t, 3)
	r.hold = true
	r.goTo(0)
	late := r.held
	r.held = nil
	r.goTo(1)
	r.release()
	for _, work := range late {
		work()
	}
	if !r.onAccount(1) || !r.restarted().onAccount(1) {
		t.Errorf("it shows %q", r.texts())
	}
}

// An attempt that can no longer be stopped does not replace the account that the user has moved on to.
func TestLateSignInIsNotShown(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.forgetEntry(r.at(1))
	r.goTo(0)
	r.goTo(1)
	r.signInForm().secret().Insert(r.at(1).Credentials().Secret.Reveal())
	r.hold = true
	r.signInForm().signIn()
	late := r.held
	r.held, r.hold = nil, false
	r.signInRunsOn()
	r.goTo(0)
	for _, work := range late {
		work()
	}
	if !r.onAccount(0) {
		t.Errorf("it shows %q", r.texts())
	}
	if r.hasEntry(r.at(1)) {
		t.Error("it is remembered")
	}
}

// The user's last choice is opened, even if the account chosen before is still being opened.
func TestComingBackAtOnceShowsTheAccountThatWasChosen(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.hold = true
	r.goTo(0)
	r.goTo(1)
	r.release()
	if !r.onAccount(1) || r.app.Settings.Get().Current != r.accounts()[1].ID {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestSignInThatIsNotSavedIsListedAndLeftOnlyWhenAsked(t *testing.T) {
	for name, unsaved := range map[string]func(*rig){
		"not wanted":          func(r *rig) { r.signInForm().keep().SetChecked(false) },
		"the keyring refuses": func(r *rig) { r.store.err = &keyring.Error{Kind: keyring.Refused} },
	} {
		t.Run(name, func(t *testing.T) {
			r := newAccountsRig(t, 1)
			server := r.startOther()
			r.chooseAvatar("Add Account…")
			creds := server.Credentials()
			r.signInForm().fill(server.URL(), creds.KeyID, creds.Secret.Reveal())
			unsaved(r)
			r.signInForm().signIn()
			r.store.err = nil
			if !r.onAccount(1) || len(r.accounts()) != 2 || r.hasEntry(server) {
				t.Fatalf("%d accounts, it shows %q", len(r.accounts()), r.texts())
			}
			r.goTo(0)
			if !r.onAccount(1) || !r.dialogOpen() {
				t.Fatal("it is left without a question")
			}
			r.tapButton("Leave")
			if !r.onAccount(0) {
				t.Errorf("it shows %q", r.texts())
			}
			r.goTo(1)
			if !r.signInShown() || r.signInForm().keyID().Text != creds.KeyID {
				t.Errorf("it does not ask for the secret: %q", r.texts())
			}
		})
	}
}

func TestTheFieldsOfAnAccountHaveOneWidth(t *testing.T) {
	r := newAccountsRig(t, 2)
	test.Tap(r.tab("Account"))
	if name, colour := r.entry("Name").Size().Width, r.choice("Color").Size().Width; name != colour {
		t.Errorf("%v and %v wide", name, colour)
	}
}
