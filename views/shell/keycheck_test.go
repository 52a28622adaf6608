package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/apptest/check"
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
	checks "accesskeys/views/keycheck"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// check presses Ctrl+T on a key.
func (r *rig) check(id string) {
	r.t.Helper()
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Check())
}

// signedBy returns how often a key has signed a request.
func (r *rig) signedBy(id string) (n int) {
	for _, q := range r.server.Requests() {
		if q.KeyID == id {
			n++
		}
	}
	return n
}

func TestCheckTellsItsResult(t *testing.T) {
	for name, tt := range map[string]struct {
		state client.State
		given func(*rig)
		want  string
	}{
		"accepted":  {client.StateEnabled, func(*rig) {}, "The server accepts "},
		"refused":   {client.StateDisabled, func(*rig) {}, ", as it should: its state is “Disabled”."},
		"expired":   {client.StateExpired, func(*rig) {}, ", as it should: its state is “Expired”."},
		"lenient":   {client.StateDisabled, func(r *rig) { r.server.SetLenient(true) }, "The server still accepts "},
		"page":      {client.StateEnabled, func(r *rig) { r.server.SetFaults(demo.Faults{HTML: true}) }, ". Something other than the API answered"},
		"no answer": {client.StateEnabled, func(r *rig) { _ = r.server.Close() }, ". The server can't be reached."},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(tt.state, false)
			tt.given(r)
			r.check(id)
			if !r.toldOf(tt.want) || !r.toldOf(id) {
				t.Errorf("said %q", r.said())
			}
			if name == "no answer" {
				r.wantWarning("Can't reach", "Check the address") // not said twice
			}
			if !r.signedIn() {
				t.Error("the session has ended")
			}
		})
	}
}

func TestCheckThatAServerErrorPreventsSaysSoUntilTheServerIsBack(t *testing.T) {
	for name, before := range map[string]func(*rig){"online": func(*rig) {}, "offline": func(r *rig) { r.pass(autorefresh.Pause) }} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(client.StateEnabled, false)
			r.server.SetFaults(demo.Faults{Status: 503})
			before(r)
			r.check(id)
			r.wantSaid("Couldn't check " + id + ". Server error 503")
			r.find()
			r.press(fyne.KeyF5)
			r.wantSaid("Back online")
			if r.toldOf("Couldn't check") {
				t.Errorf("online again, it says %q", r.said())
			}
		})
	}
}

func TestCheckNamesTheKeyByItsLabel(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.note(id, notes.Note{Label: "CI billing"})
	r.check(id)
	if !r.toldOf("The server accepts “CI billing” (" + idEnd(id) + ").") {
		t.Errorf("said %q", r.said())
	}
}

func TestCheckOfADeletedKeyAsksNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	test.Tap(onlyOne[*control.Check](r)) // which shows the deleted ones
	id := r.idInState(client.StateDeleted, false)
	r.check(id)
	if !r.toldOf("A deleted key no longer has a secret.") || r.asked("GET", id) != 0 {
		t.Errorf("said %q", r.said())
	}
}

func TestCheckHeldDownIsOne(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.hold = true
	r.check(id)
	r.check(id)
	r.release()
	if n := r.signedBy(id); n != 1 {
		t.Errorf("%d requests", n)
	}
}

func TestCheckThatTakesLongCanBeStopped(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.hold = true
	r.check(id)
	if r.toldOf("Checking") {
		t.Error("it is said at once that it takes long")
	}
	r.pass(time.Second)
	if !r.toldOf("Checking " + id) {
		t.Fatalf("said %q", r.said())
	}
	r.tapButton("Stop")
	r.release()
	if len(r.said()) != 0 || r.signedBy(id) != 0 {
		t.Errorf("said %q", r.said())
	}
	check.Equal(t, "history", strings.Join(r.recorded(), ", "), "sign-in done, check failed cancelled")
}

func TestDetailsHaveTheLastCheck(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Details())
	r.lacks("Last Check")
	r.closeDialog()
	r.check(id)
	r.pass(time.Minute)
	r.shortcut(keyshortcuts.Details())
	r.says("Last Check\n" + r.now.Add(-time.Minute).Local().Format(time.DateTime) + ": Refused. As it should be: its state is “Disabled”.")
	r.lacks("Failed Check")
}

func TestAMessageAboutACheckHasTheMarkOfTheReport(t *testing.T) {
	for _, c := range []struct {
		kind  keycheck.Kind
		state client.State
		given func(*rig)
	}{
		{keycheck.Accepted, client.StateEnabled, func(*rig) {}},
		{keycheck.RefusedInactive, client.StateDisabled, func(*rig) {}},
		{keycheck.AcceptedInactive, client.StateDisabled, func(r *rig) { r.server.SetLenient(true) }},
		{keycheck.NoSecret, client.StateEnabled, func(r *rig) { _ = r.server.Close() }},
	} {
		r := newRig(t, demo.Options{})
		id := r.idInState(c.state, false)
		c.given(r)
		r.check(id)
		check.Equal(t, string(c.kind), r.messageMark(), words.CheckIcon(keycheck.Result{Kind: c.kind}).Name())
	}
}

func TestDetailsHaveTheLastAnswerAboutAKeyBesideAFailedCheck(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.check(id)
	answered := r.now
	r.pass(time.Minute)
	r.server.SetFaults(demo.Faults{HTML: true})
	r.check(id)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Details())
	r.says("Last Check\n"+answered.Local().Format(time.DateTime)+": Refused. As it should be", "Failed Check\n"+r.now.Local().Format(time.DateTime)+": Not checked.")
}

func TestDetailsTellTheLastCheckOfAnEarlierRun(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.app.History.Record(history.Checked(keys.RefOf(r.session().Keys(), id), string(keycheck.RefusedInactive), client.StateDisabled))
	r.server.SetFaults(demo.Faults{HTML: true})
	r.check(id)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Details())
	r.says("Checked Here\n", ": Refused, as a disabled key should be", "Failed Check\n")
}

func TestLockedWindowChecksNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.server.SetLenient(true)
	r.check(id)
	r.tapButton("Check Again in a Minute")
	r.lock()
	before := r.signedBy(id)
	r.pass(2 * checks.AgainAfter)
	if r.signedBy(id) != before {
		t.Error("a locked window has checked a key")
	}
	r.unlockPlain()
	r.pass(2 * time.Second)
	if r.signedBy(id) != before+1 {
		t.Errorf("said %q", r.said())
	}
}

func TestSeveralKeysAreCheckedAndReported(t *testing.T) {
	r := newRig(t, demo.Options{})
	on, own, off := r.idInState(client.StateEnabled, false), r.idInState(client.StateEnabled, true), r.idInState(client.StateDisabled, false)
	r.selectKey(on, 0)
	r.pickKey(own, fyne.KeyModifierShortcutDefault)
	r.pickKey(off, fyne.KeyModifierShortcutDefault)
	r.shortcut(keyshortcuts.Check())
	r.says("Checked 3 access keys", on+"\nAccepted", own+"\nAccepted", off+"\nRefused\nAs it should be: its state is “Disabled”.")
	r.lacks("Check Again in a Minute")
	r.tapButton("Copy List")
	if copied := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(copied, off+"\tRefused\tAs it should be: its state is “Disabled”.\n") {
		t.Errorf("copied\n%s", copied)
	}
	r.press(fyne.KeyEscape)
	if r.dialogOpen() || !r.signedIn() {
		t.Error("the report is still open")
	}
}

func TestSeveralKeysAreCheckedByTheSelectionsBar(t *testing.T) {
	r := newRig(t, demo.Options{})
	on, off := r.idInState(client.StateEnabled, false), r.idInState(client.StateDisabled, false)
	r.tick(on)
	r.tick(off)
	test.Tap(r.keysButton("Check"))
	r.says("Checked 2 access keys", on+"\nAccepted", off+"\nRefused")
}

func TestEnterClosesAReportOnceItCanBeMeantForIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.list().Actions.Tools.OnCheck(r.enabled(2))
	r.enterOnce()
	r.says("Checked 2 access keys")
	r.pass(time.Second)
	r.enterOnce()
	if r.dialogOpen() {
		t.Error("Enter does not close the report")
	}
}

func TestEscapeStopsTheChecksOfSeveral(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(5)
	r.hold = true
	r.list().Actions.Tools.OnCheck(ids)
	r.says("Checking access keys", "Checking 1 of 5", ids[0])
	r.press(fyne.KeyEscape)
	r.release()
	r.says("None of the 5 access keys was checked", "The rest were not tried: you stopped it.", ids[4]+"\nNot checked")
	if n := r.signedBy(ids[0]); n != 0 {
		t.Errorf("%d requests", n)
	}
	check.Equal(t, "history", strings.Join(r.recorded(), ", "), "sign-in done, check failed cancelled")
}

func TestChecksOfSeveralThatTheLockHasStoppedAreReportedAfterwards(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(5)
	r.hold = true
	r.list().Actions.Tools.OnCheck(ids)
	r.lock()
	r.release()
	if r.dialogOpen() {
		t.Fatal("a dialog lies over the lock page")
	}
	r.unlockPlain()
	r.says("None of the 5 access keys was checked", "The rest were not tried: the window was locked.")
}

func TestCheckLearnsThatAKeyWasChangedElsewhere(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.elsewhere(keys.OpDisable, id)
	r.check(id)
	if k, _ := r.known(id); k.State != client.StateDisabled {
		t.Errorf("the list shows it as %s", k.State)
	}
}

func TestCheckIsInTheMenus(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(2)
	r.openRowMenu(ids[0])
	r.pick("Check, Ctrl+T")
	if r.signedBy(ids[0]) == 0 {
		t.Error("the row's menu does not check")
	}
	r.pickKey(ids[1], fyne.KeyModifierShortcutDefault)
	r.openRowMenu(ids[0])
	r.pick("Check 2 Access Keys")
	r.says("Checked 2 access keys")
}
