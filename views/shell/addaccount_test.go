package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
)

// unkeptAside returns a rig with the form for a new account, and the session that is not saved that the form goes back to.
func unkeptAside(t *testing.T) (*rig, *session.Session) {
	t.Helper()
	r := unkeptRig(t, false)
	r.startOther()
	r.selectKey(r.listed()[2].ID, 0)
	s := r.session()
	r.chooseAvatar(lang.L("Add Account…"))
	if r.dialogOpen() || !r.signInShown() || !r.reads(lang.L("The secret of the account you came from isn't saved. Once you sign in here, you type it again to go back.")) {
		t.Fatalf("it shows %q", r.texts())
	}
	return r, s
}

// addOther signs in to the other server.
func (r *rig) addOther() {
	server := r.at(1)
	creds := server.Credentials()
	r.signInForm().fill(server.URL(), creds.KeyID, creds.Secret.Reveal())
	r.signInForm().signIn()
}

// isLeft reports whether a session has dropped its secret.
func isLeft(t *testing.T, s *session.Session) bool {
	return client.KindOf(s.Keys().Load(t.Context())) == client.KindLocked
}

func TestCancelGoesBackToASignInThatIsNotSaved(t *testing.T) {
	for name, cancel := range map[string]func(*rig){
		"Esc":    func(r *rig) { r.press(fyne.KeyEscape) },
		"button": func(r *rig) { r.tapButton("Cancel") },
		"after a wrong secret": func(r *rig) {
			r.signInForm().fill(r.at(1).URL(), "AKwrong", "wrong")
			r.signInForm().signIn()
			r.press(fyne.KeyEscape)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, s := unkeptAside(t)
			cancel(r)
			if r.dialogOpen() || r.session() != s || !r.onAccount(0) || r.cursor() != r.listed()[2].ID {
				t.Fatalf("it shows %q, and the cursor is on %q", r.texts(), r.cursor())
			}
			if len(r.accounts()) != 0 {
				t.Errorf("the menu of accounts has %d", len(r.accounts()))
			}
			id := r.chooseEnabled()
			r.operate(keys.OpDisable)
			if k, _ := r.known(id); k.State != client.StateDisabled {
				t.Errorf("a key cannot be changed: %q", r.texts())
			}
		})
	}
}

func TestWhatEndsASignInThatIsNotSavedDropsItsSecret(t *testing.T) {
	for name, end := range map[string]func(*rig){
		"another sign-in": (*rig).addOther,
		"lock":            (*rig).lock,
		"quit":            (*rig).quitNow,
		"signal":          (*rig).endedBySystem,
		"idle": func(r *rig) {
			r.watchIdle()
			r.pass(6 * time.Minute)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, s := unkeptAside(t)
			if isLeft(t, s) {
				t.Fatal("it is left while the form is open")
			}
			end(r)
			if !isLeft(t, s) {
				t.Error("its secret is still in memory")
			}
		})
	}
}

func TestAfterALockCancelAsksForASecretThatIsNotSaved(t *testing.T) {
	r, s := unkeptAside(t)
	r.typeInto(r.signInForm().secret(), "half a secr")
	r.lock()
	if want := "Locking has cleared the secret that you typed. Locking has ended the session that you came from."; !r.reads(want) {
		t.Errorf("on the form, it shows %q", r.texts())
	}
	r.press(fyne.KeyEscape)
	f := r.signInForm()
	if f == nil || f.keyID().Text != s.KeyID() || !r.reads("The secret of this account isn't saved on this computer.") {
		t.Fatalf("it shows %q", r.texts())
	}
	f.secret().Insert(r.server.SecretOf(s.KeyID()).Reveal())
	f.signIn()
	if !r.onAccount(0) || len(r.accounts()) != 1 {
		t.Errorf("%d accounts, and it shows %q", len(r.accounts()), r.texts())
	}
}

func TestBothAccountsAreListedIfNeitherSignInIsSaved(t *testing.T) {
	r, _ := unkeptAside(t)
	r.addOther()
	if !r.onAccount(1) || len(r.accounts()) != 2 || r.cursor() == r.listed()[2].ID {
		t.Fatalf("%d accounts, and it shows %q", len(r.accounts()), r.texts())
	}
	s := r.session()
	r.chooseAvatar("Add Account…")
	host := strings.TrimPrefix(r.at(1).URL(), "http://")
	for _, item := range r.accountItems() {
		if strings.HasPrefix(item.Label, host) {
			if item.Label != host {
				t.Errorf("the menu has %q", item.Label)
			}
			item.Action()
		}
	}
	if r.dialogOpen() || r.session() != s {
		t.Fatalf("its own item in the menu leads to %q", r.texts())
	}
	r.chooseAvatar("Add Account…")
	r.goTo(0)
	if r.dialogOpen() || isLeft(t, s) || !r.signInShown() || r.signInForm().server().Text != r.at(0).URL() ||
		!r.reads("Once you sign in here, you type it again to go back.") {
		t.Fatalf("of the other account, it shows %q", r.texts())
	}
	r.press(fyne.KeyEscape)
	if r.session() != s {
		t.Errorf("then it shows %q", r.texts())
	}
}

func TestKeyThatHasExpiredMeanwhileIsNotGoneBackTo(t *testing.T) {
	r, s := unkeptAside(t)
	r.server.SetValidUntil(s.KeyID(), time.Now().Add(-time.Minute))
	r.press(fyne.KeyEscape)
	if r.signedIn() || !r.signInShown() {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestNextStartAsksForTheSecretOfTheAccountThatWasOpenLast(t *testing.T) {
	r, _ := unkeptAside(t)
	r.addOther()
	last := r.session().KeyID()
	r.saveSettings()
	next := r.restarted()
	if !next.signInShown() || next.signInForm().keyID().Text != last || next.signInForm().server().Text != r.at(1).URL() {
		t.Fatalf("it shows %q", next.texts())
	}
	next.signInForm().fill(r.at(1).URL(), last, r.at(1).SecretOf(last).Reveal())
	next.signInForm().signIn()
	if !next.onAccount(1) || len(next.accounts()) != 2 {
		t.Errorf("then it shows %q", next.texts())
	}
}

func TestTitleNamesTheAccountThatIsBeingOpened(t *testing.T) {
	r := newAccountsRig(t, 2)
	first := strings.TrimPrefix(r.at(0).URL(), "http://")
	r.hold = true
	r.goTo(0)
	if r.signedIn() || !strings.HasSuffix(r.title(), first) {
		t.Errorf("signed in: %v, the title is %q", r.signedIn(), r.title())
	}
}
