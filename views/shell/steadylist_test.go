package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client/demo"
	"accesskeys/views/diskwriter"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
)

// placeOf returns where in the window the row of a key is.
func (r *rig) placeOf(id string) fyne.Position {
	r.t.Helper()
	return keytable.Spot(r.list(), id, keys.OpDelete).Position
}

// shownRow returns the row in the window that shows a key.
func (r *rig) shownRow(id string) *keytable.Row {
	r.t.Helper()
	return onScreen(r, "row of "+id, func(row *keytable.Row) bool { return row.Data.ID == id })
}

func TestNoRowMovesAwayFromUnderThePointer(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.listed()[1].ID
	was := r.placeOf(id)
	under, next := r.shownRow(id), r.shownRow(r.listed()[2].ID)
	under.MouseIn(nil)
	r.lose()
	r.reload()
	if now := r.placeOf(id); now != was {
		t.Errorf("the row moves from %v to %v", was, now)
	}
	if !r.reads("Unreadable responses since") {
		t.Errorf("nothing is said of the server: %q", r.texts())
	}
	under.MouseOut()
	next.MouseIn(nil)
	r.pass(time.Minute)
	if now := r.placeOf(id); now != was {
		t.Errorf("with the pointer on the next row, the row moves from %v to %v", was, now)
	}
	next.MouseOut()
	r.pass(time.Second)
	shown := r.placeOf(id)
	if shown.Y <= was.Y || !strings.Contains(r.warning(), "Unreadable responses since") {
		t.Errorf("once the pointer has left, the row is at %v, after %v, and the line says %q", shown, was, r.warning())
	}
	under.MouseIn(nil)
	r.find()
	r.reload()
	if now := r.placeOf(id); now != shown || r.reads("Unreadable responses since") {
		t.Errorf("back online, the row moves from %v to %v", shown, now)
	}
	under.MouseOut()
	r.pass(time.Second)
	if now := r.placeOf(id); now != was {
		t.Errorf("back online, the row is at %v, not %v", now, was)
	}
}

// A message below the card takes room from the rows, and gives it back when it goes.
func TestNoRowSlidesDownUnderThePointerAsAMessageGoes(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.setSize(fyne.NewSize(760, 480))
	r.press(fyne.KeyEnd)
	r.shortcut(keyshortcuts.CopyID())
	last := r.shownRow(r.cursor())
	was := r.placeOf(last.Data.ID)
	last.MouseIn(nil)
	r.pass(time.Minute)
	if now := r.placeOf(r.cursor()); now != was || len(r.said()) > 0 {
		t.Errorf("the row moves from %v to %v, said %q", was, now, r.said())
	}
	last.MouseOut()
	r.pass(time.Second)
	if now := r.placeOf(r.cursor()); now.Y <= was.Y {
		t.Errorf("once the pointer has left, the row is at %v, as before", now)
	}
}

func TestNoRowMovesUnderThePointerAsAMessageComes(t *testing.T) {
	for name, last := range map[string]int{"the last row but one": 1, "the last row": 0} {
		r := newRig(t, demo.Options{Keys: 200})
		r.setSize(fyne.NewSize(760, 480))
		r.press(fyne.KeyEnd)
		listed := r.listed()
		place := len(listed) - 1 - last
		under := listed[place].ID
		was := r.placeOf(under)
		r.list().Pool.At(place, under).MouseIn(nil)
		r.shortcut(keyshortcuts.CopyID())
		if now, covered := r.placeOf(under), last == 0; (now == was) == covered {
			t.Errorf("%s moves from %v to %v", name, was, now)
		}
	}
}

func TestNoRowMovesAwayFromTheQuestionAboutIt(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.setSize(fyne.NewSize(760, 480))
	r.press(fyne.KeyEnd)
	r.shortcut(keyshortcuts.CopyID())
	r.press(fyne.KeyDelete)
	was := r.placeOf(r.cursor())
	r.pass(time.Minute)
	if now := r.placeOf(r.cursor()); now != was || len(r.said()) > 0 {
		t.Errorf("the row moves from %v to %v, said %q", was, now, r.said())
	}
	r.press(fyne.KeyEscape)
	r.pass(time.Second)
	if now := r.placeOf(r.cursor()); now.Y <= was.Y {
		t.Errorf("once the question is closed, the row is at %v, as before", now)
	}
}

func TestRowsGetTheirRoomBackWhereNoneOfThemSlides(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.setSize(fyne.NewSize(760, 480))
	r.shortcut(keyshortcuts.CopyID())
	before := r.list().Size()
	r.shownRow(r.cursor()).MouseIn(nil)
	r.pass(time.Minute)
	if now := r.list().Size(); now.Height <= before.Height {
		t.Errorf("with the pointer over a row, the list stays %v high", now.Height)
	}
}

func TestRowsStayWhileThePointerIsOnWhatIsDoneToTheSelection(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	ids := r.enabled(2)
	r.endsIn(5*day, ids[0])
	was := r.placeOf(ids[1])
	r.batch(keys.OpDisable, ids)
	enable := r.keysButton("Enable")
	enable.MouseIn(nil)
	r.answerDialog()
	if now := r.placeOf(ids[1]); now != was || r.warning() != "" {
		t.Errorf("the row moves from %v to %v, and the line says %q", was, now, r.warning())
	}
	enable.MouseOut()
	r.pass(time.Second)
	if now := r.placeOf(ids[1]); now.Y >= was.Y {
		t.Errorf("once the pointer has left, the row is at %v, as before", now)
	}
}

func TestNothingMovesWhenTheKeptListTurnsOutToBeCurrent(t *testing.T) {
	before := expiringRig(t, demo.Options{})
	before.endsIn(20*day, before.enabledKeys()[0])
	before.pass(diskwriter.ListPause)
	r := before.restarting()
	session, err := r.app.Sessions.Resume(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r.showSession(session) // whose list is still under way
	id := r.listed()[0].ID
	was := r.placeOf(id)
	r.loaded(session.Keys().Load(t.Context()))
	if now := r.placeOf(id); now != was {
		t.Errorf("the row moves from %v to %v", was, now)
	}
	r.wantLine("1 key expires within 30 days.")
}

func TestWhatChangesKeysLooksAsIfItDidNothingUntilTheListIsRead(t *testing.T) {
	before, _ := keptRig(t)
	r := before.restarting()
	session, err := r.app.Sessions.Resume(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r.showSession(session) // whose list is still under way
	if row := r.shownRow(r.listed()[0].ID); !r.keysButton("New").Disabled() || !row.Data.ReadOnly {
		t.Error("New, or what a row offers, looks as if it did something")
	}
	r.loaded(session.Keys().Load(t.Context()))
	if row := r.shownRow(r.listed()[0].ID); r.keysButton("New").Disabled() || row.Data.ReadOnly {
		t.Error("New, or what a row offers, looks as if it did nothing")
	}
}

func TestTheCursorsRowStaysInSightAsTheListShrinks(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.press(fyne.KeyEnd)
	size, l := r.canvas().Size(), r.list()
	isInSight := func(after string) {
		bottom := float32(l.Index[r.cursor()]+1)*l.Layout.Pitch() - l.GetScrollOffset()
		if bottom-theme.Padding() > l.Size().Height+0.5 {
			t.Errorf("after %s, %v of its row is cut off", after, bottom-l.Size().Height)
		}
	}
	r.setSize(size.SubtractWidthHeight(0, 40)) // as a line above the list takes
	isInSight("it has shrunk")
	r.setSize(fyne.NewSize(160, 30))
	r.setSize(size.SubtractWidthHeight(0, 100))
	isInSight("the window was minimized, and restored lower")
	r.press(fyne.KeyHome)
	r.scrollList(50, 0)
	r.setSize(size)
	if top, offset := r.topRow(); top != r.ids()[50] || offset != 0 {
		t.Error("a list that was scrolled away from the cursor was scrolled back")
	}
}

// One message goes, and another comes.
func TestUndoLeavesTheLastKeyInSight(t *testing.T) {
	for _, count := range []int{4, 30} { // 5 have room without a message
		r := newRig(t, demo.Options{Keys: count})
		r.setSize(fyne.NewSize(760, 480))
		r.newWithLabel("", fyne.KeyEscape)
		last := r.cursor()
		r.shortcut(keyshortcuts.ToggleState())
		r.answerDialog()
		r.press(fyne.KeyUp)
		if !r.hasInSight(last) {
			t.Fatal("it is out of sight before")
		}
		r.undo()
		if !r.toldOf("Enabled "+last) || !r.hasInSight(last) {
			t.Errorf("of %d keys, the last is out of sight, said %q", count+1, r.said())
		}
		r.toastsGone()
		r.press(fyne.KeyHome)
		r.tellDone("done")
		if top, offset := r.topRow(); top != r.ids()[0] || offset != 0 {
			t.Errorf("of %d keys, the first is out of sight though the cursor is on it", count+1)
		}
	}
}

func TestTheListFollowsTheKeyThatHasTheKeyboardToItsNewPlace(t *testing.T) {
	for name, change := range map[string]func(*rig){
		"disabled": func(r *rig) {
			r.header().OnSort(keytable.ColumnState)
			r.selectKey(r.listed()[1].ID, 0)
			r.shortcut(keyshortcuts.ToggleState())
			r.answerDialog()
		},
		"labelled": func(r *rig) {
			r.header().OnSort(keytable.ColumnID)
			r.press(fyne.KeyEnd, fyne.KeyUp)
			r.note(r.cursor(), notes.Note{Label: "first"})
		},
		"new": func(r *rig) {
			r.header().OnSort(keytable.ColumnID)
			r.note(r.listed()[0].ID, notes.Note{Label: "first"})
			r.list().Pool.At(1, r.listed()[1].ID).MouseIn(nil)
			r.newWithLabel("last", fyne.KeyReturn)
		},
	} {
		r := newRig(t, demo.Options{Keys: 200})
		r.setSize(fyne.NewSize(760, 480))
		change(r)
		if !r.hasInSight(r.cursor()) {
			t.Errorf("the row of the key that was %s is out of sight", name)
		}
	}
}

func TestTheListDoesNotFollowTheTopmostKeyToItsNewPlace(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.setSize(fyne.NewSize(760, 480))
	r.header().OnSort(keytable.ColumnState)
	r.scrollList(20, 10)
	listed := r.listed()
	for _, k := range listed[20:22] {
		r.elsewhere(keys.OpDisable, k.ID)
	}
	r.reload()
	if top, offset := r.topRow(); top != listed[22].ID || offset != 10 {
		t.Errorf("the key at the top is number %d now", r.list().Index[top])
	}
}

func TestNoRowMovesFromUnderThePointerAsTheSelectedKeyGetsAnotherPlace(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.setSize(fyne.NewSize(760, 480))
	r.header().OnSort(keytable.ColumnState)
	id, under := r.listed()[2].ID, r.listed()[1].ID
	r.selectKey(id, 0)
	r.list().Pool.At(1, under).MouseIn(nil)
	r.shortcut(keyshortcuts.ToggleState())
	r.answerDialog()
	if r.hasInSight(id) || !r.hasInSight(under) {
		t.Error("the list follows the selected key")
	}
}

func TestAMinimizedWindowLeavesTheListScrolledAsItIs(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.selectKey(r.listed()[100].ID, 0)
	size, top := r.canvas().Size(), r.list().GetScrollOffset()
	r.setSize(fyne.NewSize(160, 30))
	r.setSize(size)
	if got := r.list().GetScrollOffset(); got != top {
		t.Errorf("scrolled to %v, not %v", got, top)
	}
}

func TestFilteredListIsSeenFromItsBeginning(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.press(fyne.KeyEnd)
	last := r.cursor()
	r.shortcut(shortcutFind())
	r.typeInto(r.filter(), "AK")
	if got := r.list().GetScrollOffset(); got != 0 {
		t.Errorf("scrolled to %v", got)
	}
	r.press(fyne.KeyDown)
	if r.cursor() != last || keytable.Spot(r.list(), last, keys.OpDelete) == nil {
		t.Error("the list has the keyboard, but the row of the cursor is out of sight")
	}
}

func TestWithoutTheFilterTheCursorIsSeenAsNearTheBeginningAsPossible(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.typeInto(r.filter(), r.listed()[2].ID)
	r.press(fyne.KeyDown, fyne.KeyEscape)
	if got := r.list().GetScrollOffset(); got != 0 || r.cursor() != r.listed()[2].ID {
		t.Errorf("scrolled to %v with the cursor on %s", got, r.cursor())
	}
}
