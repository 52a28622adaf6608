package shell

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

func TestTheHistoryShowsWhatWasDone(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[1].ID
	r.copyKeySecret(id)
	r.openHistory()
	got := r.entries()
	if len(got) != 2 || !strings.Contains(got[0], "Copy secret, "+id+", Done") || !strings.Contains(got[1], "Sign in") {
		t.Fatalf("it shows %q", got)
	}
	if !r.reads("On this computer only, not protected against changes.") {
		t.Error("it is not said that it can be changed")
	}
	// What is done meanwhile is there without being asked for.
	r.app.History.Record(history.About(keys.Ref{KeyID: id}, history.Show))
	if got := r.entries(); len(got) != 3 {
		t.Errorf("then it shows %q", got)
	}
}

func TestANarrowHistoryShowsKeyIDsOrTheirEnds(t *testing.T) {
	r := newRig(t, demo.Options{})
	bare, labelled := r.listed()[1].ID, r.listed()[2].ID
	r.note(labelled, notes.Note{Label: strings.Repeat("nightly", 8)})
	r.copyKeySecret(bare)
	r.copyKeySecret(labelled)
	r.resize(fyne.NewSize(760, 480), 1)
	r.openHistory()
	for _, end := range []string{bare, "… (" + idEnd(labelled) + ")"} {
		if !slices.ContainsFunc(r.texts(), func(s string) bool { return s == end || end != bare && strings.HasSuffix(s, end) }) {
			t.Errorf("nothing that is shown ends in %q: %q", end, r.texts())
		}
	}
}

func TestTheHistoryIsFiltered(t *testing.T) {
	r := newRig(t, demo.Options{})
	one, two := r.listed()[0].ID, r.listed()[2].ID
	r.copyKeySecret(one)
	r.toggleSecret(two)
	r.openHistory()
	r.typeInto(r.historyFilter(), one[:8])
	if got := r.entries(); len(got) != 1 || !strings.Contains(got[0], one) {
		t.Errorf("for a key it shows %q", got)
	}
	r.historyFilter().SetText("2026-11-01")
	if got := r.entries(); len(got) != 3 {
		t.Errorf("for a date it shows %q", got)
	}
	r.historyFilter().SetText("nothing has this")
	if !r.reads("No entry matches the filter.") {
		t.Errorf("for nothing it shows %q", r.texts())
	}
	r.openHistory() // gives the keyboard to the list
	r.press(fyne.KeyReturn)
	if got := r.entries(); len(got) != 3 || r.historyFilter().Text != "" {
		t.Errorf("after Enter in the empty list it shows %q", got)
	}
	r.historyFilter().SetText("nothing has this")
	r.tapButton("Clear Filter")
	r.choice("Action").Choose(1 + slices.Index(history.Actions(), history.Show))
	if got := r.entries(); len(got) != 1 || !strings.Contains(got[0], two) {
		t.Errorf("for an action it shows %q", got)
	}
	r.choice("Action").Choose(0)
	r.choice("Period").Choose(1)
	if got := r.entries(); len(got) != 3 {
		t.Errorf("for today it shows %q", got)
	}
	r.now = r.now.AddDate(0, 0, 2)
	r.choice("Period").Choose(0)
	r.choice("Period").Choose(1)
	if got := r.entries(); len(got) != 0 {
		t.Errorf("two days later it shows for today %q", got)
	}
}

func TestAKeyOfTheHistoryIsShownInTheList(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[2].ID
	r.copyKeySecret(id)
	r.selectKey(r.listed()[0].ID, 0)
	r.openHistory()
	r.press(fyne.KeyReturn)
	if r.tabShown() != "Access Keys" || r.cursor() != id {
		t.Errorf("shown is %q, and the cursor is on %q", r.tabShown(), r.cursor())
	}
}

func TestADeletedKeyOfTheHistoryIsShownInTheList(t *testing.T) {
	r := newRig(t, demo.Options{})
	gone := r.operate(keys.OpDelete)
	r.selectKey(r.listed()[0].ID, 0)
	r.openHistory()
	r.press(fyne.KeyReturn) // on the newest entry
	if _, shown := r.list().Key(gone); !shown || r.cursor() != gone {
		t.Errorf("the cursor is on %s, and not on %s", r.cursor(), gone)
	}
}

func TestTheHistoryIsExportedAsItIsFiltered(t *testing.T) {
	r := newRig(t, demo.Options{})
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	id := r.listed()[1].ID
	r.copyKeySecret(id)
	r.openHistory()
	r.choice("Action").Choose(1 + slices.Index(history.Actions(), history.Copy))
	r.tapButton("Export…")
	r.press(fyne.KeyReturn, fyne.KeyReturn) // as CSV, under the name that is offered
	found, err := filepath.Glob(filepath.Join(home, "access-keys-history-*.csv"))
	if err != nil || len(found) != 1 {
		t.Fatalf("saved is %v, %v: %q", found, err, r.texts())
	}
	content, err := os.ReadFile(found[0])
	if lines := strings.Split(strings.TrimSpace(string(content)), "\n"); err != nil || len(lines) != 2 || !strings.Contains(lines[1], id) || !strings.HasSuffix(lines[1], ",Copy secret: Done") {
		t.Errorf("it holds %q", content)
	}
}

func TestTheListOfTheHistoryHasTheKeyboardAfterAnExport(t *testing.T) {
	for name, keys := range map[string][]fyne.KeyName{
		"menu closed":   {fyne.KeyEscape},
		"dialog closed": {fyne.KeyReturn, fyne.KeyEscape},
		"saved":         {fyne.KeyReturn, fyne.KeyReturn},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("HOME", t.TempDir())
			r := newRig(t, demo.Options{})
			r.copyKeySecret(r.listed()[1].ID)
			r.openHistory()
			list := r.canvas().Focused()
			r.canvas().Unfocus() // as a click on the button does
			r.tapButton("Export…")
			r.press(keys...)
			if got := r.canvas().Focused(); r.dialogOpen() || list == nil || got != list {
				t.Errorf("the keyboard is on %T", got)
			}
		})
	}
}

func TestTheHistoryIsClearedAndTurnedOff(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showPreferences()
	r.pressOn("Clear History…")
	r.answerDialog()
	if got := r.recorded(); !slices.Equal(got, []string{"clear done"}) {
		t.Errorf("cleared, it has %q", got)
	}
	keep := onScreen(r, "tick box", func(c *control.Check) bool { return strings.HasPrefix(c.Text, "Keep a history") })
	keep.SetChecked(false)
	r.lock()
	if got := r.recorded(); !slices.Equal(got, []string{"clear done", "off done"}) {
		t.Errorf("turned off, it has %q", got)
	}
}

func TestTheHistoryShowsAllTextsOfAnEntryByKeyboard(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[1].ID
	label := strings.Repeat("nightly ", 7)
	r.note(id, notes.Note{Label: strings.TrimSpace(label)})
	r.copyKeySecret(id)
	r.resize(fyne.NewSize(480, 360), 1)
	r.openHistory()
	for _, want := range [][]string{{"Copy secret", strings.TrimSpace(label), "Done"}, {"Sign in", "Done"}} {
		r.press(desktop.KeyMenu)
		items := r.menu()
		if at := slices.Index(items, "Details, Ctrl+I"); at >= 0 {
			for range at {
				r.press(fyne.KeyDown)
			}
		}
		r.press(fyne.KeyReturn)
		r.says(want...)
		r.press(fyne.KeyEscape, fyne.KeyDown)
	}
}
