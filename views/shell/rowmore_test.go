package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestEveryRowLeadsToItsMenuByMouse(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	for _, size := range []fyne.Size{{Width: 1221, Height: 740}, {Width: 760, Height: 480}, {Width: 480, Height: 360}} {
		r.setSize(size)
		r.selectKey(id, 0)
		more := r.list().Pool.At(r.list().Index[id], id).Links.More
		if !r.sees(more) || more.AccessibilityLabel() != "More actions "+id {
			t.Errorf("%v: it is visible: %v, and reads %q", size, r.sees(more), more.AccessibilityLabel())
		}
		more.MouseIn(nil)
		r.pass(time.Second)
		if !readsIn(r.tips().Layer, "More actions (Menu)") {
			t.Errorf("%v: it has no tip", size)
		}
		more.MouseDown(nil)
		more.Tapped(nil)
		if items := r.menu(); !slices.Contains(items, "Details, Ctrl+I") || len(r.tips().Layer.Objects) > 0 {
			t.Errorf("%v: the menu has %q, and over it there are %d objects of a tip", size, items, len(r.tips().Layer.Objects))
		}
		r.closeDialog()
		more.MouseOut()
	}
}
