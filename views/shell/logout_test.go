package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/text"
)

func TestLoggingOutOfOneAccountShowsAnother(t *testing.T) {
	r := newAccountsRig(t, 3)
	r.copyKeySecret(r.idInState(client.StateEnabled, true))
	r.askLogOut()
	r.tapButton("Log Out")
	if !r.onAccount(0) || r.hasEntry(r.at(2)) || !r.hasEntry(r.at(0)) || r.clip.secret.Reveal() != "" {
		t.Fatalf("it shows %q", r.texts())
	}
	r.wantSaid("Logged out of ")
	if r.app.Settings.Get().Current != r.accounts()[0].ID || !r.accounts()[2].SignedOut {
		t.Error("the next start does not open the account that is shown, or the other is not logged out")
	}
	r.askLogOut()
	r.tapButton("Log Out")
	if !r.onAccount(1) {
		t.Fatalf("it shows %q", r.texts())
	}
	r.askLogOut()
	r.tapButton("Log Out")
	if !r.signInShown() || r.toldOf("Logged out of ") {
		t.Errorf("after the last, it shows %q", r.texts())
	}
	if got := strings.Join(r.recorded(), ", "); strings.Count(got, "log-out done") != 3 || strings.Contains(got, "switch") {
		t.Errorf("the history has %q", got)
	}
}

// The user has left one account, and is signed in to the other.
func TestKeyringThatIsSlowAtALogOutDoesNotSayThatTheOtherAccountIsLoggedOut(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.askLogOut()
	r.hold = true
	r.tapButton("Log Out")
	forget := r.held[0]
	r.held = r.held[1:]
	r.release()
	r.pass(background.PromptPatience)
	r.wantSaid("The keyring isn't answering")
	if !r.onAccount(0) || r.toldOf("Logged out.") {
		t.Errorf("it says %q", r.said())
	}
	forget()
	if r.toldOf("The keyring isn't answering") {
		t.Errorf("once it has answered, it says %q", r.said())
	}
}

// There was one prompt for the account that was left and another for the next one, beside a message that all was done.
func TestLoggingOutWithALockedKeyringAsksOnceAndSaysWhatIsLeftToDo(t *testing.T) {
	for name, end := range map[string]func(*rig){
		"Logged out of 127.0.0.1": func(r *rig) { r.askLogOut(); r.hold = true; r.tapButton("Log Out") },
		"The account was removed": func(r *rig) { r.openAccount(); r.tapButton("Remove Account…"); r.hold = true; r.tapButton("Remove") },
	} {
		t.Run(name, func(t *testing.T) {
			r := newAccountsRig(t, 2)
			r.store.err = &keyring.Error{Kind: keyring.Locked}
			end(r)
			r.release()
			if r.store.asked != 1 || !r.signInShown() || r.signInForm().server().Text != r.at(0).URL() {
				t.Fatalf("asked %d times, and it shows %q", r.store.asked, r.texts())
			}
			if all := r.messages(); len(all) != 1 || !strings.HasPrefix(all[0].text, name) || !strings.Contains(all[0].text, "but the keyring may still hold its secrets") {
				t.Fatalf("it says %q", r.said())
			}
			r.tapButton("Try Again")
			if r.store.asked != 2 || len(r.messages()) != 1 {
				t.Fatalf("asked %d times; it says %q", r.store.asked, r.said())
			}
			r.store.err = nil
			r.tapButton("Try Again")
			r.wantSaid("Deleted the secrets from the keyring")
			if r.hasEntry(r.at(1)) || !r.hasEntry(r.at(0)) {
				t.Error("the keyring has not what it should have")
			}
			r.tapButton("Try Saved Key Again")
			if !r.onAccount(0) {
				t.Errorf("it shows %q", r.texts())
			}
		})
	}
}

// The form was open at Advanced because of the settings of the account that was left, and its links were out of sight.
func TestFormOfALoggedOutAccountShowsNoOtherServersSettings(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.goTo(0)
	r.askLogOut()
	r.tapButton("Log Out")
	if err := r.app.Networks.Set(r.at(1).URL(), route.Network{Proxy: "proxy.test"}); err != nil {
		t.Fatal(err)
	}
	r.goTo(0)
	form := r.signInForm()
	if form == nil || form.server().Text != r.at(0).URL() {
		t.Fatalf("it shows %q", r.texts())
	}
	if form.network().Object.Visible() || form.network().Network() != (route.Network{}) {
		t.Errorf("it would be reached as %+v", form.network().Network())
	}
}

// Nobody would be told of it after the account was left.
func TestLoggingOutOfOneAccountTellsWhatIsNotKnown(t *testing.T) {
	r := newAccountsRig(t, 2)
	id := r.chooseEnabled()
	once := demo.Faults{Match: unread, Times: 1} // with which it begins
	r.at(1).SetFaults(once, demo.Faults{Match: demo.On("PUT", ""), Drop: true}, demo.Faults{Match: unread, Status: 403})
	r.toggleState(id)
	r.answerDialog()
	r.wantSaid("No confirmation that " + id + " was disabled")
	r.askLogOut()
	r.tapButton("Log Out")
	if !r.onAccount(0) || !r.toldOf("No confirmation that "+id+" was disabled") {
		t.Errorf("it says %q, and shows %q", r.said(), r.texts())
	}
}

func TestLoggingOutOfAll(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.askLogOut()
	r.tickBox("Log out of all accounts")
	r.tapButton("Log Out")
	if r.hasEntry(r.at(0)) || r.hasEntry(r.at(1)) || len(r.accounts()) != 2 {
		t.Errorf("%d accounts are listed", len(r.accounts()))
	}
}

func TestLogOutStandsApartFromTheFacts(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.openAccount()
	clock := onScreen(r, "clock", func(w *text.Wrapped) bool { return w.Text == "No correction needed" })
	above := absolute(clock).Y + clock.Size().Height - theme.InnerPadding()
	if gap := absolute(r.button("Log Out…")).Y - above; gap < form.GroupGap {
		t.Errorf("the gap is %v", gap)
	}
}
