package shell

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

// A keystroke does not wait for a search, and ends the search for what was typed before.
func TestTheHistoryIsSearchedInTheBackground(t *testing.T) {
	r := newRig(t, demo.Options{})
	one, two := r.listed()[0].ID, r.listed()[2].ID
	r.copyKeySecret(one)
	r.copyKeySecret(two)
	r.openHistory()
	r.hold = true
	r.historyFilter().SetText(one)
	r.historyFilter().SetText(two)
	if got := r.entries(); len(got) != 3 {
		t.Errorf("before the search has ended it shows %q", got)
	}
	r.release()
	if got := r.entries(); len(got) != 1 || !strings.Contains(got[0], two) {
		t.Errorf("then it shows %q", got)
	}
	r.hold = true
	r.historyFilter().SetText(one)
	r.historyFilter().SetText("")
	held := r.held
	r.held = nil
	r.hold = false
	held[1]()
	held[0]() // is late
	if got := r.entries(); len(got) != 3 {
		t.Errorf("a search that was given up shows %q", got)
	}
}

func TestTheHistoryIsFilteredByWhatItsRowsSay(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[0].ID
	r.copyKeySecret(id)
	r.openHistory()
	for text, want := range map[string]string{"copy sec": id, "sign in": "Sign in"} {
		r.historyFilter().SetText(text)
		if got := r.entries(); len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("%q finds %q", text, got)
		}
	}
}

func TestEscapeClearsTheFilterOfTheHistoryBeforeItLeavesIt(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 60})
	for _, k := range r.listed() {
		r.copyKeySecret(k.ID)
	}
	r.openHistory()
	id := r.listed()[2].ID // nearly the oldest
	r.typeInto(r.historyFilter(), id)
	r.press(fyne.KeyDown, fyne.KeyEscape)
	list := r.historyList()
	if got := r.historyFilter().Text; got != "" || r.tabShown() != "History" || !list.Focused {
		t.Errorf("filtered by %q, it shows %s", got, r.tabShown())
	}
	if y := list.RowTop(list.Marked); !strings.Contains(list.AccessibilityLabel(), id) || y < middle(list).Y-list.Size().Height/2 || y > middle(list).Y+list.Size().Height/2 {
		t.Errorf("marked is %q at %v", list.AccessibilityLabel(), y)
	}
	r.choice("Action").Choose(1)
	r.press(fyne.KeyEscape)
	if got := r.choice("Action").SelectedIndex(); got != 0 || r.tabShown() != "History" {
		t.Errorf("of the actions %d is chosen, it shows %s", got, r.tabShown())
	}
	if r.press(fyne.KeyEscape); r.tabShown() != "Access Keys" {
		t.Errorf("then it shows %s", r.tabShown())
	}
}

// otherProcess returns a recorder of the same file in another process.
func (r *rig) otherProcess() *history.Recorder {
	return history.New(history.Options{Path: filepath.Join(r.dir, "history.jsonl"), On: func() bool { return true },
		Now: func() time.Time { return r.now }, Logger: slog.New(slog.DiscardHandler)})
}

func TestWhatAnotherProcessRecordedIsShown(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[1].ID
	r.openHistory()
	other := r.otherProcess()
	record := func(a history.Action) {
		t.Helper()
		other.Record(history.About(keys.Ref{Base: r.server.Base(), KeyID: id}, a))
		if err := other.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	record(history.Show)
	r.showPreferences()
	r.openHistory()
	if got := r.entries(); len(got) != 2 || !strings.Contains(got[0], "Show secret, "+id) {
		t.Errorf("opened again, it shows %q", got)
	}
	record(history.Copy)
	r.shortcut(shortcutReload())
	if got := r.entries(); len(got) != 3 || r.tabShown() != "History" {
		t.Errorf("reloaded, it shows %q on %q", got, r.tabShown())
	}
	if at := r.app.History.Of(r.ref(id)); at.Copied.IsZero() || at.Shown.IsZero() {
		t.Errorf("of the key it is known: %+v", at)
	}
	if err := other.Clear(t.Context()); err != nil {
		t.Fatal(err)
	}
	r.press(fyne.KeyF5)
	if got := r.entries(); len(got) != 1 || !strings.Contains(got[0], "History cleared") {
		t.Errorf("cleared there, it shows %q", got)
	}
}

func TestTheHistorySaysWhyItIsEmpty(t *testing.T) {
	r := newRig(t, demo.Options{})
	empty := func() {
		t.Helper()
		if err := os.Remove(filepath.Join(r.dir, "history.jsonl")); err != nil {
			t.Fatal(err)
		}
		r.openHistory()
	}
	empty()
	if !r.reads("Nothing has been recorded yet.") || !r.button("Export…").Disabled() {
		t.Errorf("empty, it shows %q", r.texts())
	}
	r.showPreferences()
	onScreen(r, "tick box", func(c *control.Check) bool { return strings.HasPrefix(c.Text, "Keep a history") }).SetChecked(false)
	empty()
	if !r.reads("The history is off. You can turn it on in Preferences.") {
		t.Errorf("off, it shows %q", r.texts())
	}
}

func TestAHistoryThatCannotBeReadSaysSo(t *testing.T) {
	r := newRig(t, demo.Options{})
	path := filepath.Join(r.dir, "history.jsonl")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	r.openHistory()
	if !r.reads("The history couldn't be read.") {
		t.Errorf("it shows %q", r.texts())
	}
	r.typeInto(r.historyFilter(), "x")
	if !r.reads("The history couldn't be read.") {
		t.Errorf("with a filter it shows %q", r.texts())
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	r.typeInto(r.historyFilter(), "")
	r.press(fyne.KeyF5)
	if r.reads("The history couldn't be read.") {
		t.Errorf("with the file back it shows %q", r.texts())
	}
}
