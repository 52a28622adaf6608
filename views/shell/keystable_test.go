package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/diskwriter"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/scrubber"
	"accesskeys/views/words"
)

// ids returns those of the keys that the list shows, in its order.
func (r *rig) ids() []string {
	var all []string
	for _, k := range r.listed() {
		all = append(all, k.ID)
	}
	return all
}

func TestFilterAppliesWhileTyping(t *testing.T) {
	r := newRig(t, demo.Options{})
	want := r.idInState(client.StateDisabled, false)
	r.selectKey(r.ids()[4], 0)
	r.shortcut(shortcutFind())
	r.typeInto(r.filter(), strings.ToLower(want[5:12]))
	if got := r.ids(); !slices.Equal(got, []string{want}) {
		t.Fatalf("found %q, not %q", got, want)
	}
	if !slices.Contains(r.texts(), "1 of 5 items") {
		t.Errorf("it says %q", r.texts())
	}
	r.press(fyne.KeyDown) // on to the list, whose first key it is
	r.shortcut(keyshortcuts.CopyID())
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("copied the ID of %q", got)
	}
	r.shortcut(shortcutFind())
	r.press(fyne.KeyEscape)
	if len(r.ids()) != 5 || r.canvas().Focused() != r.list() {
		t.Error("Escape did not empty the filter and give the keyboard back to the list")
	}
}

func TestFilterThatFindsNothingSaysSo(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.typeInto(r.filter(), "nowhere")
	if len(r.ids()) != 0 || !strings.Contains(r.message(), "No access key") {
		t.Fatalf("it says %q", r.message())
	}
	test.Tap(r.keysButton("Clear Filter"))
	if len(r.ids()) != 5 || r.filterEntry().Text != "" || r.message() != "" {
		t.Error("the filter was not cleared")
	}
}

func TestStateFilterFindsDeletedOnesToo(t *testing.T) {
	r := newRig(t, demo.Options{})
	for place, state := range append([]client.State{""}, keys.States()...) {
		onlyOne[*control.Choice](r).Choose(place)
		for _, k := range r.listed() {
			if state != "" && k.State != state {
				t.Errorf("among those %s is one that is %s", state, k.State)
			}
		}
		if len(r.ids()) == 0 {
			t.Errorf("none is %s", state)
		}
	}
}

func TestDeletedOnesAreHiddenAndCounted(t *testing.T) {
	r := newRig(t, demo.Options{})
	hide := onlyOne[*control.Check](r)
	if got := hide.Text; got != "Hide deleted (1 hidden)" {
		t.Errorf("it says %q", got)
	}
	test.Tap(hide)
	if len(r.ids()) != 6 || !r.app.Settings.Get().Table.ShowDeleted {
		t.Errorf("Showing %d of", len(r.ids()))
	}
	next := r.restarting()
	if !next.app.Settings.Get().Table.ShowDeleted {
		r.pass(diskwriter.TablePause)
		if !r.restarting().app.Settings.Get().Table.ShowDeleted {
			t.Error("it was not remembered")
		}
	}
}

func TestSortByAClickOnATitle(t *testing.T) {
	r := newRig(t, demo.Options{})
	unsorted := r.ids()
	title := r.header().Cells[keytable.ColumnID]
	test.Tap(title)
	ascending := r.ids()
	if !slices.IsSortedFunc(ascending, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }) {
		t.Errorf("ascending: %q", ascending)
	}
	if !title.Up.Visible() || title.Down.Visible() || title.AccessibilityLabel() != "Access Key ID, sorted ascending" {
		t.Error("no mark says so")
	}
	test.Tap(title)
	descending := r.ids()
	slices.Reverse(descending)
	if !slices.Equal(descending, ascending) {
		t.Errorf("descending: %q", r.ids())
	}
	test.Tap(title)
	if got := r.ids(); !slices.Equal(got, unsorted) || title.Up.Visible() || title.Down.Visible() {
		t.Errorf("unsorted: %q", got)
	}
}

func TestSortedListIsSeenFromItsBeginning(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.list().ScrollToOffset(3000)
	test.Tap(r.header().Cells[keytable.ColumnID])
	if got := r.list().GetScrollOffset(); got != 0 {
		t.Errorf("scrolled to %v", got)
	}
}

func TestHeaderByKeyboard(t *testing.T) {
	r := newRig(t, demo.Options{})
	h := r.header()
	r.canvas().Focus(h)
	r.press(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	if got := r.app.Settings.Get().Table.SortBy; got != settings.ColumnState {
		t.Fatalf("sorted by %q", got)
	}
	wide := h.Layout.At.Spans[keytable.ColumnState].Width
	h.Widen(keytable.WidthStep)
	if got := h.Layout.At.Spans[keytable.ColumnState].Width; got != float32(int(wide+keytable.WidthStep)) {
		t.Errorf("%v wide, not %v", got, wide+keytable.WidthStep)
	}
	r.press(fyne.KeyBackspace)
	if got := h.Layout.At.Spans[keytable.ColumnState].Width; got != wide {
		t.Errorf("%v wide, not %v", got, wide)
	}
	r.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight) // columns that are not shown are passed over
	if h.Cursor != keytable.ColumnActions {
		t.Errorf("on column %s", h.Cursor.Name())
	}
	h.TypedRune('?')
	if !r.dialogOpen() {
		t.Error("? opens no help")
	}
}

func TestWidthByDragging(t *testing.T) {
	r := newRig(t, demo.Options{})
	h := r.header()
	drag := func(x, by float32) {
		h.Grips[keytable.ColumnID].Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(x, 0)}, Dragged: fyne.NewDelta(by, 0)})
	}
	was := h.Layout.At.Spans[keytable.ColumnID].Width
	drag(610, 10)
	drag(640, 30)
	h.Grips[keytable.ColumnID].DragEnd()
	if got := h.Layout.At.Spans[keytable.ColumnID].Width; got != float32(int(was))+40 {
		t.Errorf("%v wide, not %v", got, was+40)
	}
	h.Grips[keytable.ColumnID].DoubleTapped(nil)
	if got := h.Layout.At.Spans[keytable.ColumnID].Width; got != was {
		t.Errorf("%v wide, not %v", got, was)
	}
}

// shownColumns returns the initials of the columns that are shown.
func shownColumns(a keytable.Arrangement) string {
	out := ""
	for c, letter := range "ISTCUEGA" {
		if a.Shows(keytable.Column(c)) {
			out += string(letter)
		}
	}
	return out
}

func TestColumnsFromTheMenu(t *testing.T) {
	r := newRig(t, demo.Options{})
	at := func() keytable.Arrangement { return r.list().Layout.At }
	r.setSize(fyne.NewSize(1180, 760))
	r.showColumn("Expires At")
	r.wantSaid("No room for Expires At: it will be shown when the window is wider.")
	r.showColumn("Created At")
	if !at().Shows(keytable.ColumnExpires) || at().Shows(keytable.ColumnCreated) {
		t.Errorf("shown are %s", shownColumns(at()))
	}
	r.showColumn("Reset Columns")
	if shownColumns(at()) != "ISTCA" {
		t.Errorf("shown are %s", shownColumns(at()))
	}
	r.toastsGone()
	r.setSize(fyne.NewSize(1600, 760))
	r.showColumn("Expires At")
	if said := r.said(); len(said) > 0 {
		t.Errorf("it says %q of what is seen", said)
	}
}

func TestDensity(t *testing.T) {
	r := newRig(t, demo.Options{})
	var pitches []float32
	for _, density := range []string{"Comfortable", "Middle", "Compact"} {
		r.choose("Density", density)
		pitches = append(pitches, r.list().Layout.Pitch())
	}
	if !slices.Equal(pitches, []float32{66, 58, 42}) {
		t.Errorf("rows are %v high", pitches)
	}
}

func TestDensityKeepsTheScrollPlace(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.scrollList(100, 0)
	top, _ := r.topRow()
	for _, density := range []string{"Comfortable", "Middle", "Compact"} {
		r.choose("Density", density)
		if now, offset := r.topRow(); now != top || offset != 0 {
			t.Errorf("%s: at the top is %s, not %s", density, now, top)
		}
	}
}

func TestOneLeftOfSeveralIsWhatKeysActOn(t *testing.T) {
	for name, leave := range map[string]func(r *rig, other string){
		"the other is selected no longer": func(r *rig, other string) { r.selectKey(other, fyne.KeyModifierShortcutDefault) },
		"the other is gone": func(r *rig, other string) {
			r.setList(slices.DeleteFunc(slices.Clone(r.listed()), func(k keys.Key) bool { return k.ID == other }))
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			all := r.ids()
			r.selectKey(all[2], 0)
			r.selectKey(all[4], fyne.KeyModifierShortcutDefault)
			leave(r, all[4])
			r.shortcut(keyshortcuts.CopyID())
			if got := fyne.CurrentApp().Clipboard().Content(); got != all[2] {
				t.Errorf("copied the ID of %q, not of the selected %q", got, all[2])
			}
			r.press(fyne.KeyDelete)
			r.says(all[2])
		})
	}
}

func TestWhatIsNotSeenIsNotSelected(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.shortcut(&fyne.ShortcutSelectAll{})
	want := r.idInState(client.StateDisabled, false)
	r.typeInto(r.filter(), want)
	r.filter().SetText("")
	if got := r.selected(); !slices.Equal(got, []string{want}) {
		t.Errorf("selected are %q", got)
	}
}

func TestCursorGoesOnWhereItsKeyWas(t *testing.T) {
	r := newRig(t, demo.Options{})
	all := r.ids()
	r.selectKey(all[2], 0)
	r.setList(slices.DeleteFunc(slices.Clone(r.listed()), func(k keys.Key) bool { return k.ID == all[2] }))
	r.press(fyne.KeyReturn, fyne.KeyDelete)
	if r.cursor() != "" || r.shownSecrets() > 0 || r.dialogOpen() || !r.ringed() {
		t.Fatal("another key has taken its place unasked")
	}
	r.press(fyne.KeyDown)
	if got := r.cursor(); got != all[3] || r.ringed() {
		t.Errorf("went on to %q, not %q", got, all[3])
	}
}

func TestCursorComesBackOnceEverythingIsShownAgain(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 300})
	r.press(fyne.KeyEnd)
	on, place := r.cursor(), r.list().GetScrollOffset()
	r.typeInto(r.filter(), "nowhere")
	r.press(fyne.KeyEscape)
	if now := r.list().GetScrollOffset(); r.cursor() != on || now != place || r.ringed() {
		t.Errorf("the cursor is on %q at %v, not on %q at %v", r.cursor(), now, on, place)
	}
}

func TestNewKeyIsSeenThoughSomethingElseWasLookedFor(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.typeInto(r.filter(), "expired")
	r.shortcut(keyshortcuts.New())
	made := r.server.Keys()[6].ID
	if r.cursor() != made || r.filterEntry().Text != "" {
		t.Errorf("the cursor is on %q, not the new %q", r.cursor(), made)
	}
}

func TestDetailsTellWhatTheColumnsLeaveOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateExpired, false)
	r.selectKey(id, 0)
	r.setSize(fyne.NewSize(760, 480))
	if r.list().Layout.At.Shows(keytable.ColumnCreated) {
		t.Fatal("there is a column for when it was created: is the window narrow?")
	}
	r.shortcut(keyshortcuts.Details())
	k, _ := r.listedKey(id)
	r.says(id, "Expired", words.EventTime(k.CreatedAt)+"\n", words.EventTime(k.ValidUntil)+"\n")
	r.press(fyne.KeyEscape)
	if r.dialogOpen() || r.canvas().Focused() != r.list() {
		t.Error("Escape did not go back to the list")
	}
}

func TestSecretGoesWithItsRow(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.reveal()
	gone := 0
	r.pass(scrubber.Times * scrubber.RepeatAfter)
	r.onScrub(func() { gone++ })
	r.typeInto(r.filter(), "expired")
	r.filter().SetText("")
	r.pass(scrubber.Pause)
	if r.revealed(id) || gone != 1 {
		t.Errorf("filtered out and back, it is shown: %v; its memory was looked after %d times", r.revealed(id), gone)
	}
}

func TestSecretGoesWithItsColumn(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.reveal()
	r.showColumn("Access Key Secret")
	if r.revealed(id) {
		t.Error("it is shown where nobody sees it")
	}
	r.press(fyne.KeyReturn)
	if r.revealed(id) || !r.toldOf("Column Settings") {
		t.Errorf("shown nowhere, it says %q", r.said())
	}
}

func TestSecretIsNotShownOnceItsColumnWasLeftOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.selectKey(id, 0)
	r.hold = true
	r.press(fyne.KeyReturn)
	r.showColumn("Access Key Secret")
	r.release()
	r.showColumn("Access Key Secret")
	if r.revealed(id) {
		t.Error("what was fetched when its column was left out is shown with it")
	}
}

func TestKeyTakenOutIsNotSelectedOnceTheOthersAreGone(t *testing.T) {
	const ctrl = fyne.KeyModifierShortcutDefault
	r := newRig(t, demo.Options{})
	all := r.ids()
	for _, id := range all[:3] {
		r.pickKey(id, ctrl)
	}
	r.pickKey(all[2], ctrl) // taken out again
	r.setList(slices.DeleteFunc(slices.Clone(r.listed()), func(k keys.Key) bool { return slices.Contains(all[:2], k.ID) }))
	r.press(fyne.KeyDelete)
	if r.selectedCount() > 0 || r.dialogOpen() {
		t.Errorf("selected are %q: %q", r.selected(), r.dialogText())
	}
}

func TestTheOnlyKeyIsActedOnOnceAllAreSelected(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setList(r.listed()[:1])
	r.selectOnly("") // as where the cursor's key has gone
	r.shortcut(&fyne.ShortcutSelectAll{})
	r.press(fyne.KeyDelete)
	r.says("Delete this access key?", r.ids()[0])
}

func TestKeyThatIsActedOnIsInSight(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 300})
	r.press(fyne.KeyHome)
	r.scrollList(100, 0)
	r.press(fyne.KeyReturn)
	if got := r.list().GetScrollOffset(); got != 0 {
		t.Errorf("the list is scrolled to %v while its first key is acted on", got)
	}
}
