package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
)

func TestEnterTwiceDoesNothingOnThePageThatComes(t *testing.T) {
	for name, press := range map[string]func(*rig){
		"signing in": func(r *rig) {
			r.logOut(false)
			creds := r.server.Credentials()
			r.signInForm().fill(r.server.URL(), creds.KeyID, creds.Secret.Reveal())
			r.canvas().Focus(r.signInForm().secret())
			r.twice(fyne.KeyReturn)
		},
		"unlocking with the PIN": func(r *rig) {
			r.setPIN("2468")
			r.openKeys()
			r.lock()
			r.typeInto(r.lockPage().entry(), "2468")
			r.twice(fyne.KeyReturn)
		},
		"unlocking without a PIN": func(r *rig) {
			r.lock()
			r.twice(fyne.KeySpace)
		},
		"opening the tab": func(r *rig) {
			r.openPreferences()
			r.canvas().Focus(r.tab("Access Keys"))
			r.twice(fyne.KeyReturn)
		},
		"cancelling a question": func(r *rig) {
			r.chooseEnabled()
			r.shortcut(keyshortcuts.ToggleState())
			r.twice(fyne.KeyReturn)
		},
		"dismissing a message": func(r *rig) {
			r.operate(keys.OpDisable)
			r.canvas().Focus(r.button("Undo"))
			r.twice(fyne.KeyReturn)
		},
		"saying what a new key is for": func(r *rig) {
			r.createKey()
			r.twice(fyne.KeyReturn)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			press(r)
			if !r.listShown() || r.locked() || r.dialogOpen() || r.canvas().Focused() != r.list() {
				t.Fatalf("the list has not come up: %T has the keyboard", r.canvas().Focused())
			}
			if r.shownSecrets() > 0 {
				t.Error("the second press shows a secret")
			}
			r.pass(time.Second)
			r.press(fyne.KeyHome)
			r.twice(fyne.KeyReturn)
			r.twice(fyne.KeyReturn)
			r.twice(fyne.KeySpace)
			if r.toggleSecret(r.cursor()); r.shownSecrets() != 1 {
				t.Error("two presses that belong to nothing else do not show a secret and hide it")
			}
		})
	}
}

func TestEnterTwiceInTheAvatarsMenuDoesNothingOnThePageThatComes(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.twiceAfter(func() { r.goTo(0) })
	if !r.onAccount(0) || r.shownSecrets() > 0 {
		t.Errorf("on another account, %d secrets are shown", r.shownSecrets())
	}
	r.pass(time.Second)
	r.twiceAfter(r.lock)
	if !r.locked() {
		t.Error("the second Enter on Lock unlocks the window again")
	}
}

func TestDoubleClickOnALinkNeitherClosesNorConfirmsItsQuestion(t *testing.T) {
	for name, tt := range map[string]struct {
		op    keys.Operation
		title string
	}{
		"Disable": {keys.OpDisable, "Disable this access key?"},
		"Delete":  {keys.OpDelete, "Delete this access key?"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.chooseEnabled()
			at := keytable.Spot(r.list(), id, tt.op).Position
			r.doubleClick(at)
			r.says(tt.title)
			r.pass(time.Second)
			r.doubleClick(at) // beside the question
			if r.dialogOpen() || r.stateOf(id) != client.StateEnabled {
				t.Error("a later click beside the question does not close it, or does more")
			}
		})
	}
}

// besideRig returns a window with a question about disabling a key, and the ID of that key and of one in a row below.
func besideRig(t *testing.T) (r *rig, asked, below string) {
	r = newRig(t, demo.Options{})
	for _, k := range r.listed() {
		if k.State == client.StateEnabled {
			asked, below = below, k.ID
		}
	}
	r.pass(time.Second)
	r.clickIfMeant(keytable.Spot(r.list(), asked, keys.OpDisable).Position)
	r.says("Disable this access key?", asked)
	return r, asked, below
}

func TestClickOnAnotherLinkBesideAQuestionAsksWhatThatAsks(t *testing.T) {
	for op, title := range map[keys.Operation]string{keys.OpDisable: "Disable this access key?", keys.OpDelete: "Delete this access key?"} {
		t.Run(string(op), func(t *testing.T) {
			r, asked, below := besideRig(t)
			r.pass(time.Second)
			r.doubleClick(keytable.Spot(r.list(), below, op).Position)
			r.says(title, below)
			if r.cursor() != below {
				t.Errorf("the cursor is on %s", r.cursor())
			}
			if r.stateOf(asked) != client.StateEnabled || r.stateOf(below) != client.StateEnabled {
				t.Error("it has changed a key")
			}
		})
	}
}

func TestClickBesideAQuestionOnlyClosesIt(t *testing.T) {
	for name, tt := range map[string]struct {
		wait   time.Duration
		before func(r *rig, below string)
	}{
		"too soon for another link": {0, func(*rig, string) {}},
		"on a link that acts":       {time.Second, func(r *rig, below string) { r.elsewhere(keys.OpDisable, below); r.reload() }},
	} {
		t.Run(name, func(t *testing.T) {
			r, asked, below := besideRig(t)
			r.press(fyne.KeyEscape)
			tt.before(r, below)
			r.pass(time.Second)
			r.clickIfMeant(keytable.Spot(r.list(), asked, keys.OpDisable).Position)
			r.says("Disable this access key?", asked)
			r.pass(tt.wait)
			was := r.stateOf(below)
			r.clickIfMeant(keytable.Spot(r.list(), below, keys.OpDisable).Position)
			if r.dialogOpen() || r.stateOf(below) != was {
				t.Errorf("a question is open: %v; the key is %s", r.dialogOpen(), r.stateOf(below))
			}
		})
	}
}

func TestDoubleClickOnEnableDoesNotAskToDisable(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.doubleClick(keytable.Spot(r.list(), id, keys.OpDisable).Position)
	if r.dialogOpen() || r.stateOf(id) != client.StateEnabled {
		t.Errorf("the key is %s; a question is open: %v", r.stateOf(id), r.dialogOpen())
	}
}

func TestDoubleClickThatClosesSomethingActsOnNothingBehind(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.choosePrivacy(func(p *settings.Privacy) { p.HideSecret = settings.Never })
	id := r.chooseEnabled()
	r.toggleState(id)
	cancel := middle(r.button("Cancel"))
	row := r.listed()[0].ID
	for _, k := range r.listed() { // that the button lies over
		if spot := keytable.Spot(r.list(), k.ID, keys.OpDelete); spot != nil && spot.Y < cancel.Y+20 && spot.Y > cancel.Y-20 {
			row = k.ID
		}
	}
	before := r.cursor()
	r.doubleClick(cancel)
	if r.dialogOpen() || r.cursor() != before {
		t.Errorf("the cursor is on %s, the row behind is %s", r.cursor(), row)
	}
}
