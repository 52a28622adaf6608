package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keyspage"
	"accesskeys/views/words"
)

// tells checks that the messages on screen contain these texts, oldest first.
func (r *rig) tells(parts ...string) {
	r.t.Helper()
	said := r.said()
	if len(said) != len(parts) {
		r.t.Fatalf("said %q, want %q", said, parts)
	}
	for i, part := range parts {
		if !strings.Contains(said[i], part) {
			r.t.Errorf("said %q, want %q", said[i], part)
		}
	}
}

// operate chooses a key in the right state and carries out an operation on it by keyboard.
func (r *rig) operate(op keys.Operation) (id string) {
	r.t.Helper()
	switch op {
	case keys.OpEnable:
		id = r.idInState(client.StateDisabled, false)
		r.selectKey(id, 0)
		r.shortcut(keyshortcuts.ToggleState())
	case keys.OpDisable:
		id = r.chooseEnabled()
		r.shortcut(keyshortcuts.ToggleState())
		r.answerDialog()
	default:
		id = r.chooseEnabled()
		r.press(fyne.KeyDelete)
		r.answerDialog()
	}
	return id
}

// mutations returns requests that change a key.
func mutations(method, _ string) bool { return method == "PUT" || method == "DELETE" }

// unread returns requests that read keys.
func unread(method, _ string) bool { return method == "GET" }

var lostOps = []struct {
	op                 keys.Operation
	done, still, known string
	question           string
	target             client.State
}{
	{keys.OpEnable, "Enabled ", " The key's state is still “Disabled”. Try again.", "is enabled.", "was enabled.", client.StateEnabled},
	{keys.OpDisable, "Disabled ", " The key's state is still “Enabled”. Try again.", "is disabled.", "was disabled.", client.StateDisabled},
	{keys.OpDelete, "Deleted ", " The key's state is still “Enabled”. Try again.", "is deleted.", "was deleted.", client.StateDeleted},
}

func TestUnacknowledgedChangeIsToldByReadingTheKey(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	for _, c := range lostOps {
		t.Run(string(c.op)+" done", func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.server.SetFaults(demo.Faults{Match: mutations, Status: 502, AfterHandling: true})
			id := r.operate(c.op)
			r.tells(c.done + id)
			if k, _ := r.known(id); k.State != c.target {
				t.Errorf("the list shows it as %s", k.State)
			}
		})
		t.Run(string(c.op)+" not done", func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.server.SetFaults(demo.Faults{Match: mutations, Drop: true})
			id := r.operate(c.op)
			r.tells("The server didn't confirm that " + id + " " + c.question + " The connection broke." + c.still)
		})
	}
}

func TestPendingOutcomeIsToldOnceItIsResolved(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	for _, c := range lostOps {
		for name, fault := range map[string]demo.Faults{
			"done":     {Match: mutations, DropAfterHandling: true},
			"not done": {Match: mutations, Drop: true},
		} {
			t.Run(string(c.op)+" "+name, func(t *testing.T) {
				r := newRig(t, demo.Options{})
				checks := demo.Faults{Match: demo.On("GET", ""), Times: 1}
				if c.op == keys.OpEnable { // which is not asked about
					checks.Match = func(string, string) bool { return false }
				}
				r.server.SetFaults(checks, fault, demo.Faults{Match: unread, Status: 403})
				id := r.operate(c.op)
				r.tells("No confirmation that " + id + " " + c.question)
				if k, _ := r.listedKey(id); words.Progress(k) != "Unconfirmed" {
					t.Errorf("the row says %q", words.Progress(k))
				}
				asked := r.asked("PUT", "") + r.asked("DELETE", "")
				for _, press := range []fyne.Shortcut{keyshortcuts.ToggleState(), keyshortcuts.Delete()} {
					r.shortcut(press)
				}
				r.batch(keys.OpDelete, []string{id})
				if again := r.asked("PUT", "") + r.asked("DELETE", ""); again != asked || r.dialogOpen() {
					t.Errorf("it was acted on again (%d requests), or asked about", again-asked)
				}
				if !r.toldOf("last change of this key is not confirmed yet") {
					t.Errorf("said %q", r.said())
				}

				r.server.SetFaults()
				r.dismissMessage()
				r.reload()
				want := "Confirmed: " + id + " " + c.known
				if name == "not done" {
					want = "The server didn't confirm that " + id + " " + c.question + c.still
				}
				r.tells(want)
				if k, _ := r.known(id); words.Progress(k) != "" {
					t.Errorf("the row says %q", words.Progress(k))
				}
			})
		}
	}
}

func TestUnacknowledgedCreateIsFoundOrToldToBeMissing(t *testing.T) {
	for name, c := range map[string]struct {
		fault demo.Faults
		said  string
	}{
		"made":     {demo.Faults{Match: demo.On("POST", ""), DropAfterHandling: true}, "A new key has appeared: "},
		"not made": {demo.Faults{Match: demo.On("POST", ""), Drop: true}, "it isn't listed. You can try again"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			before := len(r.server.Keys())
			r.server.SetFaults(c.fault, demo.Faults{Match: unread, Status: 403})
			r.shortcut(keyshortcuts.New())
			r.tells("No confirmation that a key was created")
			r.pass(2 * keyspage.CreatePause)
			r.shortcut(keyshortcuts.New())
			r.tells("last new key is not confirmed yet")
			r.dismissMessage()

			id := r.chooseEnabled()
			r.filterEntry().SetText(id)
			r.server.SetFaults()
			r.reload()
			r.tells(c.said)
			if n := r.asked("POST", ""); n != 1 {
				t.Errorf("%d POSTs", n)
			}
			all := r.server.Keys()
			if name == "made" {
				made := all[len(all)-1].ID
				if len(all) != before+1 || !r.toldOf(made) || !r.list().New[made] {
					t.Errorf("%d keys were made, said %q, and %s is highlighted: %v", len(all)-before, r.said(), made, r.list().New[made])
				}
				if r.cursor() != id || r.filterEntry().Text != id {
					t.Errorf("%s is selected and %q looked for, not %s", r.cursor(), r.filterEntry().Text, id)
				}
				return
			}
			r.dismissMessage()
			r.pass(2 * keyspage.CreatePause)
			r.shortcut(keyshortcuts.New())
			r.tells("Created ")
		})
	}
}

func TestUnacknowledgedCreateSaysWhatTheListShows(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Match: demo.On("POST", ""), Drop: true})
	r.shortcut(keyshortcuts.New())
	r.tells("The server didn't confirm the new key, and it isn't listed. You can try again")
}

func TestChangeUnderWayAtLogOutIsFinishedAndTold(t *testing.T) {
	for _, c := range []struct {
		name  string
		begin func(r *rig) (id string)
		said  string
		right func(r *rig, id string) bool
	}{
		{"delete", func(r *rig) string { return r.operate(keys.OpDelete) }, "Deleted ",
			func(r *rig, id string) bool { return r.stateOf(id) == client.StateDeleted }},
		{"new", func(r *rig) string { r.shortcut(keyshortcuts.New()); return "" }, "Created ",
			func(r *rig, _ string) bool { return r.asked("POST", "") == 1 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			wait := r.inBackground()
			arrived := make(chan struct{})
			hold := make(chan struct{})
			r.server.SetFaults(demo.Faults{Match: func(method, _ string) bool { return method != "GET" }, Times: 1, Hold: hold})
			go func() {
				_ = r.server.WaitFor(t.Context(), func(all []demo.Request) bool {
					return len(all) > 0 && all[len(all)-1].Method != "GET"
				})
				close(arrived)
			}()
			id := c.begin(r)
			<-arrived
			r.inForeground(func() { r.logOut(false) }) // so that it is over first
			close(hold)
			wait()
			if !r.signInShown() || !c.right(r, id) {
				t.Error("not on the sign-in form, or not done")
			}
			r.tells(c.said + id)
		})
	}
}

func TestChangeUnderWayAtLockIsToldAfterUnlocking(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Match: func(method, _ string) bool {
		if method == "PUT" {
			r.session().Lock() // so that nothing can be read afterwards
		}
		return method == "PUT"
	}, DropAfterHandling: true})
	id := r.operate(keys.OpDisable)
	r.lock()
	r.server.SetFaults()
	r.tells("No confirmation that " + id + " was disabled")
	r.unlockPlain()
	r.tells("Confirmed: " + id + " is disabled.")
}

func TestReportIsUpdatedOnceAnOutcomeIsResolved(t *testing.T) {
	for name, c := range map[string]struct {
		fault demo.Faults
		says  []string
	}{
		"done":     {demo.Faults{Match: mutations, DropAfterHandling: true}, []string{"Disabled 1 of 2", "Disabled"}},
		"not done": {demo.Faults{Match: mutations, Drop: true}, []string{"None of the 2 access keys was disabled", "Not disabled\nThe connection broke. The key's state is still “Enabled”."}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 20})
			ids := r.enabled(2)
			once := demo.Faults{Match: unread, Times: 1} // with which it begins
			r.batch(keys.OpDisable, ids)
			r.server.SetFaults(once, c.fault, demo.Faults{Match: unread, Status: 403})
			r.answerDialog()
			r.says("Disabled 0 of 2 access keys", ids[0]+"\nUnconfirmed", ids[1]+"\nNot tried")
			r.server.SetFaults()
			r.reload()
			r.says(c.says...)
			r.lacks("Unconfirmed")
			r.tells()
			r.press(fyne.KeyEscape)
			if r.dialogOpen() || r.batchLeft() {
				t.Error("the report did not close")
			}
		})
	}
}

func TestReportIsSettledSoonAfterTheServerIsBack(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(2)
	r.batch(keys.OpDisable, ids)
	r.server.SetFaults(demo.Faults{Match: unread, Times: 1}, demo.Faults{Match: mutations, Drop: true}, demo.Faults{Match: unread, Status: 403})
	r.answerDialog()
	r.says(ids[0] + "\nUnconfirmed")
	r.server.SetFaults()
	r.pass(2 * autorefresh.TickPause)
	r.lacks("Unconfirmed")
}

func TestFailureOfAKeyIsNotToldOnceItWasChangedWithOthers(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(2)
	r.server.SetFaults(demo.Faults{Match: mutations, Status: 403, Times: 1})
	r.selectKey(ids[0], 0)
	r.shortcut(keyshortcuts.ToggleState())
	r.answerDialog()
	r.wantSaid("Couldn't disable " + ids[0])
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	if r.toldOf("Couldn't disable") || !r.toldOf("Disabled 2 access keys") {
		t.Errorf("it says %q", r.said())
	}
}

func TestLeavingSaysHowToFindOutPendingOutcomes(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(480, 360), 1)
	r.server.SetFaults(demo.Faults{Match: mutations, Drop: true}, demo.Faults{Match: unread, Status: 403})
	id := r.operate(keys.OpEnable)
	unknown := words.OutcomeIcon(keys.ResultPending).Name() // as in the report of several
	check.Equal(t, "mark", r.messageMark(), unknown)
	r.reject(&client.Error{Kind: client.KindUnauthorized})
	check.Equal(t, "mark later", r.messageMark(), unknown)
	r.tells("No confirmation that " + id + " was enabled. Check its state when you sign in again.")
	for _, what := range r.misplaced() {
		t.Error(what)
	}
}

func TestLeavingTellsAllPendingOutcomesInOneMessage(t *testing.T) {
	r := newRig(t, demo.Options{})
	for range 2 {
		r.operate(keys.OpDisable)
	}
	r.server.SetFaults(demo.Faults{Match: mutations, Drop: true}, demo.Faults{Match: unread, Status: 403})
	var ids []string
	for _, k := range r.allKeys() {
		if k.State == client.StateDisabled && len(ids) < 3 {
			r.toggleState(k.ID)
			ids = append(ids, k.ID)
		}
	}
	r.reject(&client.Error{Kind: client.KindUnauthorized})
	all := r.messages()
	if len(ids) != 3 || len(all) != 1 {
		t.Fatalf("it says %q of %q", r.said(), ids)
	}
	for _, id := range ids {
		if !strings.Contains(all[0].text, "No confirmation that "+id) {
			t.Errorf("%q does not tell of %s", all[0].text, id)
		}
	}
}

func TestProxysNotFoundDeletesNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Match: mutations, Status: 404})
	id := r.operate(keys.OpDelete)
	r.tells("Couldn't delete " + id + ". The server answered that it doesn't know this key (HTTP 404). Reload the list, or ask the server's administrator.")
}

// This holds even if the server was out of reach for long, and while the user is in another window.
func TestPendingOutcomeIsResolvedSoonAfterTheServerIsBack(t *testing.T) {
	for name, down := range map[string]demo.Faults{
		"no answer that makes sense": {Match: unread, Malformed: true},
		"a refusal":                  {Match: unread, Status: 403},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.server.SetFaults(demo.Faults{Match: demo.On("GET", ""), Times: 1}, demo.Faults{Match: mutations, Malformed: true}, down)
			id := r.operate(keys.OpDisable)
			r.tells("No confirmation that " + id)
			r.loseFocus()
			r.pass(250 * time.Second) // the next attempt would be in a minute
			r.find()
			r.pass(autorefresh.TickPause)
			if k, _ := r.listedKey(id); k.Pending != "" {
				t.Errorf("the row says %q", words.Progress(k))
			}
		})
	}
}
