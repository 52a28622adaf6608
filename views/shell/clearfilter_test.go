package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client/demo"
	"accesskeys/views/history"
	"accesskeys/views/keyscard"
	"accesskeys/views/kit/control"
)

func TestAFilterIsClearedByAClick(t *testing.T) {
	r := newRig(t, demo.Options{})
	keys := onScreen(r, "filter", func(*keyscard.Filter) bool { return true })
	total := len(r.listed())
	tapClearer(r, keys, func() int { return len(r.listed()) }, total)

	r.openHistory()
	total = len(r.entries())
	events := onScreen(r, "filter", func(*history.FilterField) bool { return true })
	tapClearer(r, events, func() int { return len(r.entries()) }, total)
}

// tapClearer filters by a text that finds nothing, and clears the field by a click.
func tapClearer(r *rig, field interface {
	fyne.Focusable
	fyne.CanvasObject
	SetText(string)
	AccessibilityLabel() string
}, count func() int, total int) {
	r.t.Helper()
	clearers := func() (all []*control.Clearer) {
		for _, o := range test.LaidOutObjects(field) {
			if c, ok := o.(*control.Clearer); ok && c.Visible() {
				all = append(all, c)
			}
		}
		return all
	}
	name := field.AccessibilityLabel()
	if got := clearers(); len(got) > 0 {
		r.t.Errorf("%q is empty, and can be cleared", name)
	}
	field.SetText("no such thing")
	got := clearers()
	if len(got) != 1 || count() == total {
		r.t.Fatalf("%q: %d signs clear it, and it finds %d", name, len(got), count())
	}
	got[0].MouseIn(nil)
	r.pass(time.Second)
	if !r.tipShown() {
		r.t.Errorf("%q: no tip says what the sign does", name)
	}
	test.Tap(got[0])
	if left := field.AccessibilityLabel(); left != name || count() != total || r.tipShown() {
		r.t.Errorf("then it says %q, the list has %d of %d, and a tip is shown: %v", left, count(), total, r.tipShown())
	}
	if r.canvas().Focused() != field {
		r.t.Errorf("%q: the keyboard is on %T", name, r.canvas().Focused())
	}
	if got := clearers(); len(got) > 0 {
		r.t.Errorf("%q: the sign stays", name)
	}
}
