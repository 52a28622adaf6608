package shell

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// recorded returns the history, the oldest first: what was done, and how it went.
func (r *rig) recorded() (all []string) {
	r.t.Helper()
	if _, err := r.app.History.ReadSince(r.t.Context(), history.Mark{}, func(events []history.Event) bool {
		for _, e := range events {
			all = append(all, strings.TrimSpace(string(e.Action)+" "+e.Format+string(e.Outcome)+" "+e.Kind))
		}
		return true
	}); err != nil {
		r.t.Fatal(err)
	}
	slices.Reverse(all)
	return all
}

func TestWhatIsDoneIsRecorded(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[1].ID
	r.toggleSecret(id)
	r.toggleSecret(id) // hides it
	r.copyKeySecret(id)
	r.createKey()
	r.pass(time.Second)
	r.lock()
	r.press(fyne.KeyReturn)
	want := []string{"sign-in done", "show done", "copy secretdone", "create done", "lock done", "unlock done"}
	if got := r.recorded(); !slices.Equal(got, want) {
		t.Errorf("recorded is %q, want %q", got, want)
	}
}

func TestWhatElseIsDoneWithAKeyIsRecorded(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.check(id)
	r.check(r.idInState(client.StateDisabled, false))
	r.selectKey(id, 0)
	r.copyAs(id, 'e')
	r.copyAs(id, 'y') // has no secret
	r.replace(id)
	r.clicks("Create New Key", "Abandon…", yes)
	r.selectKey(id, 0)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), "CI billing")
	r.shortcut(saveNote())
	want := []string{"sign-in done", "check done accepted", "check done refused-inactive", "copy dotenvdone", "copy pythondone",
		"replace-begin done", "create done", "replace-abandon done", "note done"}
	if got := r.recorded(); !slices.Equal(got, want) {
		t.Errorf("recorded is %q, want %q", got, want)
	}
	content, err := os.ReadFile(filepath.Join(r.dir, "history.jsonl"))
	if err != nil || strings.Contains(string(content), "billing") {
		t.Errorf("the history has the label: %v", err)
	}
	r.openHistory()
	for _, part := range []string{"Check, " + r.idInState(client.StateDisabled, false) + ", Refused, as a disabled key should be",
		"Copy: .env file, CI billing", "Begin replacement, CI billing"} {
		if !strings.Contains(strings.Join(r.entries(), "\n"), part) {
			t.Errorf("it does not show %q but %q", part, r.entries())
		}
	}
}

func TestTheCheckOfAReplacementIsRecordedOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.chooseEnabled())
	r.clicks("Create New Key", "It's in Place", "Check New Key")
	want := []string{"sign-in done", "replace-begin done", "create done", "check done accepted"}
	if got := r.recorded(); !slices.Equal(got, want) {
		t.Errorf("recorded is %q, want %q", got, want)
	}
}

func TestASecretThatIsNotGivenIsRecordedForEachUse(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[1].ID
	r.server.SetFaults(demo.Faults{Status: 403})
	r.toggleSecret(id)
	r.copyKeySecret(id)
	if got := r.recorded(); !slices.Equal(got[1:], []string{"show failed forbidden", "copy secretfailed forbidden"}) {
		t.Errorf("recorded is %q", got)
	}
}

func TestHistoryTellsWhatAWrongPINWasTypedFor(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	for _, button := range []string{"Remove PIN", "Change PIN"} {
		r.typeNewPIN("1357")
		r.typeInto(r.secretField("Current PIN"), "1111")
		r.clicks(button)
		r.pass(5 * time.Second)
	}
	r.lock()
	r.typeInto(r.lockPage().entry(), "1111")
	r.press(fyne.KeyReturn)
	want := []string{"set-pin done", "remove-pin failed wrong-pin", "change-pin failed wrong-pin", "lock done", "wrong-pin done"}
	if got := r.recorded(); !slices.Equal(got[1:], want) {
		t.Errorf("recorded is %q, want %q", got, want)
	}
	r.pass(10 * time.Second)
	r.typeInto(r.lockPage().entry(), "2468")
	r.press(fyne.KeyReturn)
	r.openHistory()
	for _, part := range []string{"Remove PIN, ", "Change PIN, "} {
		if !slices.ContainsFunc(r.entries(), func(e string) bool { return strings.Contains(e, part) && strings.HasSuffix(e, ", Failed: wrong PIN") }) {
			t.Errorf("it does not show %q but %q", part, r.entries())
		}
	}
}

// A history that cannot be written is told once, and does not hinder anything.
func TestAHistoryThatCannotBeWrittenIsSaidOnce(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	if err := os.MkdirAll(filepath.Join(r.dir, "history.jsonl"), 0o700); err != nil {
		t.Fatal(err)
	}
	r.toDemo()
	r.start()
	const said = "The history couldn't be saved."
	if !r.reads(said) {
		t.Fatalf("it is not said: %q", r.texts())
	}
	r.press(fyne.KeyEscape)
	id := r.listed()[1].ID
	r.toggleSecret(id)
	if r.reads(said) || !r.revealed(id) {
		t.Error("it is said again, or the secret is not shown")
	}
}

// The file does not contain the secret.
func TestTheHistoryHasNoSecret(t *testing.T) {
	r := newRig(t, demo.Options{})
	k := r.listed()[1]
	r.toggleSecret(k.ID)
	secret := r.shownSecret(k.ID)
	r.copyKeySecret(k.ID)
	content, err := os.ReadFile(filepath.Join(r.dir, "history.jsonl"))
	if err != nil || secret.IsZero() || k.State == client.StateDeleted {
		t.Fatal(err, "or there is no secret")
	}
	if strings.Contains(string(content), secret.Reveal()) {
		t.Error("the history has the secret")
	}
}

// An undo is told from an enable, of one key and of several. The file says so only of an undo.
func TestTheHistoryTellsAnUndoFromAnEnable(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	r.operate(keys.OpDisable)
	r.undo()
	r.operate(keys.OpEnable)
	r.batch(keys.OpDisable, r.enabled(2))
	r.answerDialog()
	r.undo()
	r.openHistory()
	var enabled []string
	for _, e := range r.entries() {
		if parts := strings.Split(e, ", "); strings.HasPrefix(parts[1], "Enable") {
			enabled = append(enabled, parts[1])
		}
	}
	if want := []string{"Enable (undo)", "Enable (undo)", "Enable", "Enable (undo)"}; !slices.Equal(enabled, want) {
		t.Errorf("it shows %q", r.entries())
	}
	content, err := os.ReadFile(filepath.Join(r.dir, "history.jsonl"))
	if err != nil || strings.Count(string(content), `"undo":`) != 3 {
		t.Errorf("the file has %s, %v", content, err)
	}
}
