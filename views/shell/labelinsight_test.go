package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
)

// hasInSight reports whether all of a key's row is in sight.
func (r *rig) hasInSight(id string) bool {
	l := r.list()
	i, listed := l.Index[id]
	top := float32(i)*l.Layout.Pitch() - l.GetScrollOffset()
	return listed && top > -0.5 && top+l.Layout.Pitch()-theme.Padding() < l.Size().Height+0.5
}

// A message takes room from the list.
func TestLabelOfANewKeyStaysInSightBesideAMessage(t *testing.T) {
	for _, above := range []int{1, 3} { // how far above the last row the pointer is
		r := newRig(t, demo.Options{Keys: 200})
		r.setSize(fyne.NewSize(760, 480))
		r.press(fyne.KeyEnd)
		listed, high := r.listed(), r.list().Size().Height
		place := len(listed) - 1 - above
		r.list().Pool.At(place, listed[place].ID).MouseIn(nil)
		r.shortcut(keyshortcuts.New())
		if r.list().Size().Height >= high {
			t.Fatal("the message takes no room: is the test broken?")
		}
		if !r.asksLabel() || !r.hasInSight(r.newest().ID) {
			t.Errorf("with the pointer %d above the last row, the field is not in sight", above)
		}
		r.toastsGone()
		r.scrollList(50, 0)
		r.tellDone("done")
		if top, _ := r.topRow(); top != listed[50].ID {
			t.Error("a list that was scrolled away from the field was scrolled back")
		}
	}
}

func TestLabelOfANewKeyIsInSightAsItIsTyped(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.shortcut(keyshortcuts.New())
	r.scrollList(50, 0)
	r.typeText("CI")
	if r.typedIn(askField) != "CI" || !r.hasInSight(r.newest().ID) {
		t.Error("the field is out of sight")
	}
}
