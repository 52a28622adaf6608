package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/text"
)

func TestSeveralAreSelected(t *testing.T) {
	r := newRig(t, demo.Options{})
	all := r.ids()
	l := r.list()
	own := r.idInState(client.StateEnabled, true)
	without := func(ids []string, id string) []string {
		return slices.DeleteFunc(slices.Clone(ids), func(other string) bool { return other == id })
	}
	others := without(all, own)
	const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	for _, c := range []struct {
		name string
		do   func()
		want []string
	}{
		{"one", func() { l.Choose(all[1], 0) }, all[1:2]},
		{"all up to another", func() { l.Choose(all[3], shift) }, all[1:4]},
		{"from the same one, back", func() { l.Choose(all[0], shift) }, all[0:2]},
		{"one beside them", func() { l.Choose(all[4], ctrl) }, []string{all[0], all[1], all[4]}},
		{"one less", func() { l.Choose(all[0], ctrl) }, []string{all[1], all[4]}},
		{"one alone", func() { l.Choose(all[2], 0) }, all[2:3]},
		{"every one but the app's own", func() { r.shortcut(&fyne.ShortcutSelectAll{}) }, others},
		{"the cursor's no longer", func() { r.shortcut(keyshortcuts.Select()) }, without(others, all[2])},
		{"none but the cursor's", func() { r.press(fyne.KeyEscape) }, all[2:3]},
	} {
		c.do()
		if got := l.Selected(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
		if bar := r.sees(r.keysButton("Clear Selection")); bar != (len(c.want) > 1) {
			t.Errorf("%s: the bar is there: %v", c.name, bar)
		}
	}
}

// boxes returns the places of the rows whose boxes are shown, and whether each is ticked.
func (r *rig) boxes() map[int]bool {
	shown := map[int]bool{}
	for i, k := range r.listed() {
		if row := r.list().Pool.At(i, k.ID); row != nil && row.Box.Visible() {
			shown[i] = row.Box.Ticked
		}
	}
	return shown
}

func TestBoxesAreShownWhereThePointerIsAndWhereSomethingIsTicked(t *testing.T) {
	r := newRig(t, demo.Options{})
	l, all := r.list(), r.ids()
	l.Choose(all[0], 0)
	if shown := r.boxes(); len(shown) != 0 || r.header().Box.Visible() {
		t.Errorf("boxes are shown although nothing is ticked: %v", shown)
	}
	row := l.Pool.At(2, all[2])
	row.MouseIn(nil)
	if shown := r.boxes(); len(shown) != 1 || !row.Box.Visible() {
		t.Errorf("under the pointer: %v", shown)
	}
	row.MouseOut()
	r.header().MouseIn(nil)
	if !r.header().Box.Visible() {
		t.Error("the header shows no box under the pointer")
	}
	r.header().MouseOut()

	tick := func(i int) {
		box := l.Pool.At(i, all[i]).Box
		box.MouseDown(nil)
		test.Tap(box)
	}
	tick(2)
	if !slices.Equal(l.Selected(), all[2:3]) || len(r.boxes()) != len(all) || !r.header().Box.Visible() {
		t.Errorf("one is ticked, %q are selected, boxes %v", l.Selected(), r.boxes())
	}
	tick(3)
	if !slices.Equal(l.Selected(), all[2:4]) {
		t.Errorf("two are ticked, %q are selected", l.Selected())
	}
	tick(2)
	tick(3)
	if shown := r.boxes(); len(shown) != 0 {
		t.Errorf("none is ticked any more, but boxes are shown: %v", shown)
	}
}

func TestKeysApartAreSelectedByKeyboard(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.press(fyne.KeyHome)
	r.shortcut(keyshortcuts.Select())
	r.shortcut(keyshortcuts.Down())
	r.shortcut(keyshortcuts.Down())
	r.shortcut(keyshortcuts.Select())
	if want := []string{r.ids()[0], r.ids()[2]}; !slices.Equal(r.selected(), want) {
		t.Errorf("selected are %v, want %v", r.selected(), want)
	}
}

func TestShiftAndABoxSelectAllFromTheLastBox(t *testing.T) {
	r := newRig(t, demo.Options{})
	ids := r.ids()
	r.list().Tick(ids[1], 0)
	r.list().Tick(ids[3], fyne.KeyModifierShift)
	if got := r.selected(); !slices.Equal(got, ids[1:4]) {
		t.Errorf("selected are %v, want %v", got, ids[1:4])
	}
}

func TestBoxOfTheHeaderLeavesTheAppsOwnKeyOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	own := r.idInState(client.StateEnabled, true)
	box := r.header().Box
	test.Tap(box)
	if selected := r.selected(); slices.Contains(selected, own) || len(selected) != len(r.ids())-1 || box.Ticked || !box.Mixed {
		t.Errorf("%d of %d are selected, the own one too: %v", len(selected), len(r.ids()), slices.Contains(selected, own))
	}
	r.wantSaid("The key that this app is signed in with isn't selected.")
	r.list().Tick(own, 0)
	if !slices.Contains(r.selected(), own) || !box.Ticked || box.Mixed {
		t.Error("the own key was not ticked by hand")
	}
	r.list().Tick(own, 0)
	if box.Ticked || !box.Mixed {
		t.Error("with the own key left out again, the box is ticked")
	}
	test.Tap(box)
	if r.list().Selection.AnyMarked() || box.Ticked {
		t.Error("a second click has left something ticked")
	}
}

func TestActionsKeepTheirPlaceInAnyState(t *testing.T) {
	r := newRig(t, demo.Options{})
	places := map[float32]int{}
	for i, k := range r.listed() {
		if row := r.list().Pool.At(i, k.ID); row.Links.Delete.Visible() {
			places[row.Links.Delete.Position().X]++
		}
	}
	if len(places) != 1 {
		t.Errorf("Delete stands at %v", places)
	}
}

func TestQuestionPointsAtTheLinkThatWasUsed(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	row := r.list().Pool.At(slices.Index(r.ids(), id), id)
	driver := fyne.CurrentApp().Driver()
	for op, o := range map[keys.Operation]fyne.CanvasObject{keys.OpDisable: row.Links.State, keys.OpDelete: row.Links.Delete} {
		left := driver.AbsolutePositionForObject(o).X
		if spot := keytable.Spot(r.list(), id, op); spot.X < left || spot.X > left+o.Size().Width {
			t.Errorf("it points at %v, the link is %v wide at %v", spot.X, o.Size().Width, left)
		}
	}
}

func TestBoxOfTheHeaderTicksAKeyThatIsAlone(t *testing.T) {
	r := newRig(t, demo.Options{})
	own, other := r.idInState(client.StateEnabled, true), r.idInState(client.StateEnabled, false)
	both := slices.DeleteFunc(slices.Clone(r.listed()), func(k keys.Key) bool { return k.ID != own && k.ID != other })
	alone := slices.DeleteFunc(slices.Clone(both), func(k keys.Key) bool { return k.ID != own })
	for ticked, list := range map[string][]keys.Key{own: alone, other: both} {
		r.setList(list)
		box := r.header().Box
		test.Tap(box)
		if !r.list().Selection.IsMarked(ticked) || r.selectedCount() != 1 || box.Ticked != (len(list) == 1) || !box.Ticked != box.Mixed {
			t.Errorf("of %d keys, %q are selected, and the box is ticked: %v", len(list), r.selected(), box.Ticked)
		}
		test.Tap(box)
		if r.list().Selection.AnyMarked() || box.Ticked {
			t.Errorf("of %d keys, a second click has left something ticked", len(list))
		}
		r.setList(both)
	}
}

func TestOneTickedKeyHasTheBar(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.selectKey(id, 0)
	if r.sees(r.keysButton("Clear Selection")) {
		t.Error("the bar is there for the cursor alone")
	}
	r.tick(id)
	if !r.sees(r.keysButton("Clear Selection")) || !r.header().Box.Mixed || r.header().Box.Ticked {
		t.Errorf("one is ticked; the bar is there: %v, the header's box is mixed: %v", r.sees(r.keysButton("Clear Selection")), r.header().Box.Mixed)
	}
	if said := r.header().Box.AccessibilityLabel(); said != "Select all: partly ticked" {
		t.Errorf("the header's box reads %q", said)
	}
	r.keysButton("Enable").OnTapped()
	if k, _ := r.listedKey(id); k.State != client.StateEnabled {
		t.Errorf("after Enable, it is %s", k.State)
	}
	r.selectAll()
	if !r.header().Box.Mixed || r.header().Box.Ticked { // it leaves the app's own key out
		t.Error("with all but one ticked, the header's box is not mixed")
	}
	r.tick(r.idInState(client.StateEnabled, true))
	if r.header().Box.Mixed || !r.header().Box.Ticked {
		t.Error("with all ticked, the header's box is not")
	}
	r.press(fyne.KeyEscape)
	if r.header().Box.Mixed || r.sees(r.keysButton("Clear Selection")) {
		t.Error("with none ticked, the bar is there, or the header's box is mixed")
	}
}

func TestNewKeyLeavesWhatIsTicked(t *testing.T) {
	r := newRig(t, demo.Options{})
	ticked := r.ids()[:1]
	r.tick(ticked[0])
	r.createKey()
	if !slices.Equal(r.selected(), ticked) || slices.Contains(ticked, r.cursor()) || !r.sees(r.keysButton("Clear Selection")) {
		t.Errorf("selected are %q, the cursor is on %q", r.selected(), r.cursor())
	}
}

func TestDeletedKeyHasNoMaskAndNoBox(t *testing.T) {
	r := newRig(t, demo.Options{})
	test.Tap(onlyOne[*control.Check](r)) // which hides deleted keys
	id := r.idInState(client.StateDeleted, false)
	row := r.rowOf(id)
	row.MouseIn(nil)
	if row.Box.Visible() {
		t.Error("its box is shown")
	}
	walkVisible(row, func(o fyne.CanvasObject) {
		if m, ok := o.(*text.Mono); ok && string(m.Value) != id {
			t.Errorf("its row says %q", string(m.Value))
		}
	})
	const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	for name, do := range map[string]func(){
		"select all":       r.selectAll,
		"its box":          func() { r.tick(id) },
		"Ctrl and a click": func() { r.selectKey(id, ctrl) },
		"a range": func() {
			r.selectKey(r.ids()[0], 0)
			r.selectKey(r.ids()[len(r.ids())-1], shift)
		},
	} {
		r.selectOnly("")
		do()
		if r.list().Selection.IsMarked(id) {
			t.Errorf("%s marks it", name)
		}
	}
}

func TestCountOfKeysGivesWayToWhatCanBeDoneToSeveral(t *testing.T) {
	r := newRig(t, demo.Options{})
	count := onScreen(r, "count", func(c *text.Text) bool { return strings.HasSuffix(c.Line.Text, " items") })
	for width, want := range map[float32]bool{1221: true, 480: false} {
		r.setSize(fyne.NewSize(width, 480))
		if !count.Visible() {
			t.Errorf("%v wide, the keys are not counted", width)
		}
		r.tick(r.listed()[0].ID)
		r.tick(r.listed()[1].ID)
		if count.Visible() != want {
			t.Errorf("%v wide with two selected, the keys are counted: %v", width, !want)
		}
		test.Tap(r.keysButton("Clear Selection"))
	}
}
