package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/undo"
)

// newTwoKeysRig returns a rig with two accounts of one user, the second of which is shown. It returns the ID of the
// first account's key.
func newTwoKeysRig(t *testing.T) (r *rig, other string) {
	t.Helper()
	r = newAccountsRig(t, 1)
	other = r.server.Credentials().KeyID
	r.addAccountOf(r.server, r.chooseEnabled())
	if name := "(…" + other[len(other)-4:] + ")"; !r.reads(name) {
		t.Errorf("the row of the other account's key does not name it by %q", name)
	}
	r.app.Settings.Change(func(v *settings.Settings) { v.SetNameAndColour(v.Accounts[0].ID, "Backup", v.Accounts[0].Colour) })
	r.openPreferences()
	r.openKeys()
	r.toastsGone()
	if len(r.accounts()) != 2 || r.session().KeyID() == other {
		t.Fatalf("there are %d accounts", len(r.accounts()))
	}
	return r, other
}

func TestKeyOfAnotherAccountIsMarked(t *testing.T) {
	r, other := newTwoKeysRig(t)
	if !r.reads("Account Backup signs in with this key") || !r.reads("This app is signed in with this key") {
		t.Errorf("the rows show %q", r.texts())
	}
	r.selectKey(other, 0)
	r.shortcut(keyshortcuts.Details())
	if !readsIn(r.dialogContent(), "Account Backup signs in with this key") {
		t.Error("the details do not name the account")
	}
}

func TestSelectAllLeavesOutTheKeysOfOtherAccounts(t *testing.T) {
	r, other := newTwoKeysRig(t)
	r.selectAll()
	if selected := r.selected(); slices.Contains(selected, other) || len(selected) != len(r.ids())-2 {
		t.Errorf("%d of %d are selected, with the other account's: %v", len(selected), len(r.ids()), slices.Contains(selected, other))
	}
	r.wantSaid("The keys that this app's accounts sign in with aren't selected.")
}

func TestQuestionsNameTheAccountThatIsLockedOut(t *testing.T) {
	r, other := newTwoKeysRig(t)
	for _, q := range []struct {
		name, warning string
		ask           func()
	}{
		{"disable", "account Backup signs in with this key", func() { r.toggleState(other) }},
		{"delete", "account Backup signs in with this key", func() { r.deleteKey(other) }},
		{"delete several", "account Backup signs in with " + other, func() {
			r.selectAll()
			r.tick(other)
			r.press(fyne.KeyDelete)
		}},
	} {
		q.ask()
		if !readsIn(r.dialogContent(), q.warning) {
			t.Errorf("%s: the question does not name the account", q.name)
		}
		r.press(fyne.KeyReturn) // Cancel has the focus
		if k, _ := r.known(other); k.State != client.StateEnabled {
			t.Errorf("%s: Enter has left it %s", q.name, k.State)
		}
	}
}

func TestAnotherAccountsKeyIsOrdinaryForItsOwnRequests(t *testing.T) {
	r, other := newTwoKeysRig(t)
	r.toggleState(other)
	r.tapButton("Disable")
	if k, _ := r.known(other); k.State != client.StateDisabled || !r.signedIn() || !r.listShown() {
		t.Errorf("it is %s, and the window shows %q", k.State, r.texts())
	}
}

func TestCopiedSecretStaysForTheFormOfANewAccount(t *testing.T) {
	r := newAccountsRig(t, 1)
	copied := r.copySecret()
	r.chooseAvatar("Add Account…")
	if !r.clip.Held() || !r.secretHeld() {
		t.Fatal("the form has emptied the clipboard")
	}
	r.press(fyne.KeyEscape)
	if !r.clip.Held() || r.cursor() != copied {
		t.Errorf("after Esc, on the clipboard: %v; the cursor is on %q, not on %q", r.clip.Held(), r.cursor(), copied)
	}
	r.chooseAvatar("Add Account…")
	r.signInForm().fill(r.server.URL(), copied, r.server.SecretOf(copied).Reveal())
	r.signInForm().signIn()
	if !r.clip.Held() || !r.reads("on the clipboard") {
		t.Errorf("after signing in, on the clipboard: %v", r.clip.Held())
	}
	r.pass(31 * time.Second)
	if r.clip.Held() {
		t.Error("the secret outlives its time")
	}
}

func TestSwitchingAccountsSaysThatItClearsTheClipboard(t *testing.T) {
	r := newAccountsRig(t, 2)
	on := r.copySecretOf(r.ids()[2])
	r.selectKey(on, 0)
	r.hold = true // clearing takes seconds, because clipboard managers may put the secret back
	r.goTo(0)
	r.wantSaid("Cleared the copied secret, because you switched accounts.")
	r.release()
	if r.clip.Held() {
		t.Error("the secret is still on the clipboard")
	}
	r.wantSaid("Cleared the copied secret, because you switched accounts.")
	r.goTo(1)
	if r.cursor() != on {
		t.Errorf("back in the account, the cursor is on %q, not on %q", r.cursor(), on)
	}
}

func TestSwitchingAccountsEndsUndoAndSaysSo(t *testing.T) {
	const lost, nothing = "Nothing to undo: switching accounts ended that. Enable the key again instead.", "Nothing to undo: only Disable"
	r := newAccountsRig(t, 2)
	r.operate(keys.OpDisable)
	r.goTo(0)
	r.undo()
	r.wantSaid(lost)
	r.goTo(1)
	r.undo()
	r.wantSaid(lost)
	r.operate(keys.OpEnable)
	r.undo()
	r.wantSaid(nothing)

	r.operate(keys.OpDisable)
	r.goTo(0)
	r.pass(undo.Time)
	r.undo()
	r.wantSaid(nothing)
}

func TestKeyOfAnotherAccountIsMarkedInCompactRows(t *testing.T) {
	r, _ := newTwoKeysRig(t)
	r.showDense(settings.DensityCompact)
	r.resize(fyne.NewSize(480, 740), 1)
	if !r.reads("Key of Backup") || !r.reads("This app's key") {
		t.Errorf("the rows show %q", r.texts())
	}
}

// The key at the cursor may be deleted from another account of the same user.
func TestBackInTheAccountTheRowNextToADeletedKeyIsSelected(t *testing.T) {
	for name, last := range map[string]bool{"in the middle": false, "the last": true} {
		t.Run(name, func(t *testing.T) {
			r, other := newTwoKeysRig(t)
			at := slices.IndexFunc(r.listed(), func(k keys.Key) bool { return !k.Own && k.ID != other })
			want := at + 1
			if last {
				at = len(r.listed()) - 1
				want = at - 1
			}
			id, next := r.listed()[at].ID, r.listed()[want].ID
			r.selectKey(id, 0)
			r.goTo(0)
			r.deleteKey(id)
			r.tapButton("Delete")
			r.goTo(1)
			if _, listed := r.listedKey(id); listed || r.cursor() != next {
				t.Errorf("%s is listed: %v; the cursor is on %q, not on %q", id, listed, r.cursor(), next)
			}
		})
	}
}

func TestAKeyThatIsDeletedElsewhereAfterTheReturnMovesNoCursor(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.goTo(0)
	id := r.chooseEnabled()
	r.goTo(1)
	r.goTo(0)
	if r.cursor() != id {
		t.Fatalf("the cursor is on %q, not on %q", r.cursor(), id)
	}
	r.elsewhere(keys.OpDelete, id)
	r.reload()
	if r.cursor() != "" {
		t.Errorf("the cursor has moved to %q", r.cursor())
	}
}

// The user types a newer key on the form of an account, and its sign-in is not saved.
func TestUnsavedNewKeyBelongsToTheAccountOfItsForm(t *testing.T) {
	onFormOf1 := func(noKeyring bool) (r *rig, newer string) {
		r = newAccountsRig(t, 2)
		newer = r.chooseEnabled()
		r.app.Settings.Change(func(v *settings.Settings) { v.SetNameAndColour(v.Accounts[1].ID, "Production EU", "red") })
		r.forgetEntry(r.at(1))
		r.goTo(0)
		r.goTo(1)
		if noKeyring {
			r.store.err = &keyring.Error{Kind: keyring.Missing}
		}
		r.signInForm().keep().SetChecked(noKeyring)
		r.signInForm().fill(r.at(1).URL(), newer, r.at(1).SecretOf(newer).Reveal())
		r.signInForm().signIn()
		if !r.onAccount(1) || !strings.HasSuffix(r.title(), "Production EU") || !r.reads("PE") {
			t.Fatalf("without a keyring: %v, the title is %q, and it shows %q", noKeyring, r.title(), r.texts())
		}
		if items := r.avatarItems(); items[0].Checked || !items[1].Checked {
			t.Errorf("without a keyring: %v, the menu does not tick the account", noKeyring)
		}
		return r, newer
	}
	onFormOf1(true)
	r, newer := onFormOf1(false)
	r.askLogOut()
	r.tapButton("Log Out")
	r.goTo(1)
	if !r.reads("Production EU") || r.signInForm().keyID().Text != newer || len(r.accounts()) != 2 {
		t.Errorf("after logging out, the form has %q, and it shows %q", r.signInForm().keyID().Text, r.texts())
	}
}

// The log-out removes the key that the account had before.
func TestLogOutRemovesTheSavedKeyThatAnUnsavedOneCameAfter(t *testing.T) {
	r := newAccountsRig(t, 2)
	newer := r.chooseEnabled()
	r.reject(&client.Error{Kind: client.KindUnauthorized})
	r.signInForm().keep().SetChecked(false)
	r.signInForm().fill(r.at(1).URL(), newer, r.at(1).SecretOf(newer).Reveal())
	r.signInForm().signIn()
	r.askLogOut()
	if !r.dialogReads("This removes the saved sign-in key") {
		t.Errorf("it asks %q", r.texts())
	}
	r.tapButton("Log Out")
	if !r.onAccount(0) || r.hasEntry(r.at(1)) || !r.accounts()[1].SignedOut {
		t.Errorf("the key is saved: %v, and it shows %q", r.hasEntry(r.at(1)), r.texts())
	}
}

func TestAnAccountThatIsNotSavedStaysWhenAnotherIsAdded(t *testing.T) {
	r := unkeptRig(t, false)
	first := r.session().KeyID()
	r.selectKey(r.listed()[2].ID, 0)
	server := r.startOther()
	r.chooseAvatar("Add Account…")
	creds := server.Credentials()
	r.signInForm().fill(server.URL(), creds.KeyID, creds.Secret.Reveal())
	r.signInForm().signIn()
	if !r.onAccount(1) || len(r.accounts()) != 2 {
		t.Fatalf("%d accounts, and it shows %q", len(r.accounts()), r.texts())
	}
	if r.cursor() == r.listed()[2].ID {
		t.Error("the third key is selected, as in the account before")
	}
	r.goTo(0)
	if !r.signInShown() || r.signInForm().server().Text != r.server.URL() || r.signInForm().keyID().Text != first {
		t.Errorf("on the way back, it shows %q", r.texts())
	}
}

// The list may come before the keyring has saved the newer key.
func TestTheEarlierKeyOfTheAccountIsNotAnotherAccounts(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	earlier, newer := r.session().KeyID(), r.chooseEnabled()
	r.reject(&client.Error{Kind: client.KindUnauthorized})
	r.signInForm().fill(r.server.URL(), newer, r.server.SecretOf(newer).Reveal())
	signIn := r.late(r.signInForm().signIn)
	show := r.holdUpdates()
	signIn()
	show()
	r.deleteKey(earlier)
	if !r.dialogOpen() || r.dialogReads("signs in with") {
		t.Errorf("signed in with %q, it asks %q", r.session().KeyID(), r.texts())
	}
}
