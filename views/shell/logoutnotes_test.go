package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

func TestLoggingOutOfAllAsksAboutTheNotesOfEach(t *testing.T) {
	r := newAccountsRig(t, 3)
	refs := make([]keys.Ref, 3)
	for place := range refs {
		r.goTo(place)
		refs[place] = r.ref(r.ids()[0])
		r.note(r.ids()[0], notes.Note{Label: "label"})
	}
	r.note(r.ids()[1], notes.Note{Label: "another"})
	name := func(place int) string { return strings.TrimPrefix(r.at(place).URL(), "http://") }
	r.askLogOut()
	if !r.dialogReads(name(2)) || r.dialogReads(name(0)) || !r.dialogReads("labels and notes of 2 access keys") {
		t.Error("the question is not about the open account alone")
	}
	r.tickBox("Log out of all accounts")
	if !r.dialogReads(name(2) + ", " + name(0) + ", " + name(1)) {
		t.Error("the question does not name all accounts")
	}
	r.tickBox(name(1) + " (1 access key)")
	onScreen(r, "the box of the open account", func(c *control.Check) bool { return c.Text == name(2)+" (2 access keys)" })
	r.tapButton("Log Out")
	for place, ref := range refs {
		if kept := !r.app.Notes.Of(ref).IsZero(); kept == (place == 1) {
			t.Errorf("account %d: the notes are kept: %v", place, kept)
		}
	}
}

// A window that opened locked has not read the notes yet.
func TestLoggingOutOfALockedWindowAsksAboutAllNotes(t *testing.T) {
	r := newAccountsRig(t, 2)
	ref := r.ref(r.ids()[0])
	r.note(r.ids()[0], notes.Note{Label: "label"})
	r.setPIN("1234")
	r.goTo(0) // and the list of the other is kept, by which it is known whose that is
	next := r.restarted()
	next.askLogOut()
	if next.dialogReads(strings.TrimPrefix(r.at(1).URL(), "http://")) {
		t.Error("a locked window names an account")
	}
	next.tickBox("Also delete the labels and notes of 1 access key")
	next.tapButton("Log Out")
	if !next.app.Notes.Of(ref).IsZero() {
		t.Error("the notes are kept")
	}
}

func TestRemovingAnAccountAsksAboutItsNotes(t *testing.T) {
	r := newAccountsRig(t, 2)
	ref := r.ref(r.ids()[0])
	r.note(r.ids()[0], notes.Note{Label: "label"})
	r.openAccount()
	r.tapButton("Remove Account…")
	r.tickBox("Also delete the labels and notes of 1 access key")
	r.tapButton("Remove")
	if !r.app.Notes.Of(ref).IsZero() {
		t.Error("the notes are kept")
	}
}

func TestRemovingAnAccountSaysWhatGoes(t *testing.T) {
	r := newAccountsRig(t, 2)
	id := r.chooseEnabled()
	r.replace(id)
	r.clicks("Create New Key")
	if _, open := r.app.Rotations.Of(r.ref(id)); !open {
		t.Fatalf("it shows %q", r.texts())
	}
	ref := r.ref(id)
	r.openAccount()
	r.tapButton("Remove Account…")
	if !r.dialogReads("its list of keys") || !r.dialogReads("gives up the replacement of 1 access key") || !r.dialogReads("history stays") {
		t.Error("the question does not say what goes")
	}
	r.tapButton("Remove")
	if _, open := r.app.Rotations.Of(ref); open {
		t.Error("the replacement is kept")
	}
}

// What was not saved is not removed.
func TestLoggingOutSaysAndOffersOnlyWhatIsTrue(t *testing.T) {
	const offer = "Also forget the secrets kept in this computer's keyring"
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.askLogOut()
	if !r.dialogReads("This removes the saved sign-in key") || r.dialogReads(offer) {
		t.Error("with a saved key and no kept secret, the question is wrong")
	}
	r.closeDialog()
	r.reveal()
	r.askLogOut()
	if !r.dialogReads(offer) {
		t.Error("the question does not offer to forget the kept secret")
	}

	r = signedOutRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	r.signIn()
	r.reveal()
	r.askLogOut()
	if r.dialogReads("This removes the saved") || r.dialogReads(offer) || !r.dialogReads("isn't saved on this computer") {
		t.Error("without a keyring, the question is about what is saved")
	}
	r.closeDialog()
	r.app.Settings.Change(func(v *settings.Settings) {
		for _, id := range []string{"AK1", "AK2"} {
			v.ListSignedOut(settings.SavedSession{Server: r.server.URL(), Endpoint: client.Endpoint{Base: r.server.Base()}, KeyID: id}, "", false)
		}
	})
	r.askLogOut()
	r.tickBox("Log out of all accounts")
	if r.dialogReads(offer) {
		t.Error("without a keyring and with accounts that are signed out, the question is about kept secrets")
	}
}

// Two keys of one user are two accounts, though their list of keys is the same.
func TestLoggingOutOfAllNamesAccountsOfOneUser(t *testing.T) {
	r := newAccountsRig(t, 1)
	id := r.chooseEnabled()
	r.addAccountOf(r.server, id)
	r.askLogOut()
	r.tickBox("Log out of all accounts")
	host := strings.TrimPrefix(r.server.URL(), "http://")
	own := r.server.Credentials().KeyID
	if !r.dialogReads(host + " (…" + id[len(id)-4:] + "), " + host + " (…" + own[len(own)-4:] + "), and removes their") {
		t.Errorf("the question does not name both accounts: %q", r.texts())
	}
	r.closeDialog()
	r.app.Settings.Change(func(v *settings.Settings) { v.SignOut(v.Accounts[0].SavedSession) })
	r.askLogOut()
	r.tickBox("Log out of all accounts")
	if r.dialogReads("their") || !r.dialogReads(host+" (…"+id[len(id)-4:]+")") {
		t.Errorf("of one account that is signed in, the question says %q", r.texts())
	}
}

func TestANoteThatIsNotSavedIsKeptAsTheLockedWindowLogsOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	ref := r.ref(id)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), "CI billing")
	r.typeInto(r.noteField(textField), "ask Anna")
	r.lock()
	r.logOut(false)
	if got := r.app.Notes.Of(ref); got.Label != "CI billing" || got.Text != "ask Anna" {
		t.Errorf("%+v is kept", got)
	}
}

func TestANoteThatCannotBeKeptIsToldOfAsTheSessionIsLeft(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	ref := r.ref(id)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), strings.Repeat("aB3", 10))
	r.lock()
	r.logOut(false)
	r.wantSaid("What you typed about " + id + " was not saved. It looks like a secret, and notes are not encrypted.")
	if got := r.app.Notes.Of(ref); !got.IsZero() {
		t.Errorf("%+v is kept", got)
	}
}

func TestALabelTypedLastGoesWithTheOtherNotes(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.note(r.ids()[0], notes.Note{Label: "label"})
	made := r.pressNew()
	ref := r.ref(made)
	r.typeInto(r.noteField(askField), "CI billing")
	r.askLogOut()
	r.tickBox("Also delete the labels and notes of 2 access keys")
	r.hold = true
	r.tapButton("Log Out")
	r.release()
	if got := r.app.Notes.Of(ref); !got.IsZero() {
		t.Errorf("%+v outlives the others", got)
	}
}

func TestLoggingOutSaysThatThePINGoesWithTheLastSignIn(t *testing.T) {
	const said = "Your PIN is removed too."
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.askLogOut()
	if r.dialogReads(said) {
		t.Error("without a PIN, it says that")
	}
	r.closeDialog()
	r.setPIN("1234")
	r.askLogOut()
	if !r.dialogReads(said) {
		t.Errorf("of the only account, it asks %q", r.texts())
	}
	r = newAccountsRig(t, 2)
	r.setPIN("1234")
	r.askLogOut()
	if r.dialogReads(said) {
		t.Error("of one of two accounts, it says that")
	}
	r.tickBox("Log out of all accounts")
	if !r.dialogReads(said) {
		t.Errorf("of all accounts, it asks %q", r.texts())
	}
}
