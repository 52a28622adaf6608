package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/kit/marklist"
)

// historyList returns the list of the history, which has the keyboard.
func (r *rig) historyList() *marklist.List {
	r.t.Helper()
	return onScreen(r, "list", func(l *marklist.List) bool { return l.Name == "History" })
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
