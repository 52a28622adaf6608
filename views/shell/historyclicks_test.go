package shell

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/marklist"
)

// historyList returns the list of the history, which has the keyboard.
func (r *rig) historyList() *marklist.List {
	r.t.Helper()
	return onScreen(r, "list", func(l *marklist.List) bool { return l.Name == lang.L("History") })
}

// eventPlace returns where in the window the history's entry at an index is.
func (r *rig) eventPlace(at int) fyne.Position {
	r.t.Helper()
	return fyne.NewPos(middle(r.historyList()).X, r.historyList().RowTop(at)+10)
}

func TestOneClickOnAnEntryOfTheHistorySelectsIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[1].ID
	r.copyKeySecret(id)
	r.openHistory()
	for _, at := range []int{0, 0, 1, 0} { // the newest is marked at first
		r.pass(time.Second)
		r.clickIfMeant(r.eventPlace(at))
		if list := r.historyList(); !list.Focused || r.tabShown() != "History" || !strings.Contains(list.AccessibilityLabel(), r.entries()[at]) {
			t.Fatalf("after a click on entry %d, it reads %q", at, r.texts())
		}
	}
	r.pass(time.Second)
	r.clickIfMeant(r.eventPlace(1))
	r.pass(time.Second)
	if r.doubleClick(r.eventPlace(0)); r.tabShown() != "Access Keys" || r.cursor() != id {
		t.Errorf("after a double click on %s, it reads %q", id, r.texts())
	}
}

func TestTheHistoryCopiesTheIDOfAKeyByShortcut(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[1].ID
	r.copyKeySecret(id)
	r.openHistory()
	r.shortcut(keyshortcuts.CopyID())
	if got := fyne.CurrentApp().Clipboard().Content(); got != id || !r.reads("Copied the ID "+id) {
		t.Errorf("on the clipboard is %q, and it reads %q", got, r.texts())
	}
	r.shortcut(keyshortcuts.Details())
	r.says("Copy secret", id)
	r.press(fyne.KeyEscape)
	r.shortcut(&fyne.ShortcutCopy{})
	r.pass(time.Second)
	if got := fyne.CurrentApp().Clipboard().Content(); got != id || !r.reads("copies the access key ID") {
		t.Errorf("after Ctrl+C, on the clipboard is %q, and it reads %q", got, r.texts())
	}
	r.showPreferences()
	r.pressOn("Clear History…") // of which the history says so
	r.answerDialog()
	r.openHistory()
	for what, ask := range map[string]func(){"copy": func() { r.shortcut(keyshortcuts.CopyID()) }, "show": func() { r.press(fyne.KeyReturn) }} {
		r.pass(time.Minute)
		if ask(); fyne.CurrentApp().Clipboard().Content() != id || !r.reads("This entry has no access key.") || r.tabShown() != "History" {
			t.Errorf("%s: on the clipboard is %q, and it reads %q", what, fyne.CurrentApp().Clipboard().Content(), r.texts())
		}
	}
}

func TestTheHistoryStaysWhereItIsInAnotherLanguage(t *testing.T) {
	r := newRig(t, demo.Options{})
	for n := range 100 {
		r.app.History.Record(history.About(keys.Ref{KeyID: fmt.Sprint("AK", n)}, history.Show))
	}
	r.openHistory()
	list := r.historyList()
	list.Click(40)
	list.ScrollToOffset(1200)
	marked, offset := list.AccessibilityLabel(), list.GetScrollOffset()
	r.openPreferences()
	r.chooseLanguage(settings.LanguageChinese)
	r.openHistory()
	list = r.historyList()
	if now := list.AccessibilityLabel(); list.Marked != 40 || now == marked || list.GetScrollOffset() != offset || offset == 0 {
		t.Errorf("row %d is marked, %q, at %v, and before it was at %v", list.Marked, now, list.GetScrollOffset(), offset)
	}
	if got := r.entries(); len(got) == 0 || strings.Contains(got[0], "Show") {
		t.Errorf("it shows %q", got)
	}
}
