package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
)

// menuArea returns where the open menu is.
func (r *rig) menuArea() area {
	r.t.Helper()
	if !r.dialogOpen() {
		r.t.Fatal("there is no menu")
	}
	panel := r.canvas().Overlays().Top().(*fyne.Container).Objects[1]
	return areaOf(panel.Position(), panel.Size())
}

// idArea returns where the ID of a key is in its row.
func (r *rig) idArea(id string) area {
	row := keytable.RowPlace(r.list(), id)
	return areaOf(fyne.NewPos(row.Named-100, row.Top+2), fyne.NewSize(100, r.list().Layout.Pitch()-4))
}

func TestMenuOfARowLeavesItsIDInSight(t *testing.T) {
	for name, open := range map[string]func(r *rig, id string){
		"by Menu": func(r *rig, _ string) { r.press(desktop.KeyMenu) },
		"to copy": func(r *rig, _ string) { r.shortcut(keyshortcuts.CopyAs()) },
		"by dots": func(r *rig, id string) { r.rowOf(id).Links.More.Tapped(nil) },
	} {
		for _, size := range []fyne.Size{{Width: 1221, Height: 740}, {Width: 900, Height: 560}, {Width: 900, Height: 420}} {
			r := newRig(t, demo.Options{Keys: 40})
			r.resize(size, 1)
			r.press(fyne.KeyHome)
			for i, id := range r.ids()[:12] {
				r.selectKey(id, 0)
				if open(r, id); !r.dialogOpen() {
					continue // a key that cannot be copied
				}
				if menu, shown := r.menuArea(), r.idArea(id); !menu.cut(shown).empty() || !menu.within(areaOf(fyne.Position{}, size)) {
					t.Errorf("%s at %v, row %d: the menu at %v covers the ID at %v", name, size, i, menu, shown)
				}
				r.closeDialog()
			}
		}
	}
}

func TestALongListOfChoicesLeavesItsFieldInSight(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1221, Height: 740}, {Width: 900, Height: 600}, {Width: 480, Height: 360}} {
		r := newRig(t, demo.Options{})
		r.resize(size, 1)
		r.openHistory()
		field := r.choice("Action")
		field.Tapped(nil)
		bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).Y + field.Size().Height
		menu := r.menuArea()
		if covers := menu.min.Y < bottom; covers != (size.Height < 400) || !menu.within(areaOf(fyne.Position{}, size)) {
			t.Errorf("at %v, the field ends at %v, and its list is at %v", size, bottom, menu)
		}
		r.press(fyne.KeyUp) // to the last
		last := r.canvas().Focused().(fyne.CanvasObject)
		at := areaOf(fyne.CurrentApp().Driver().AbsolutePositionForObject(last), last.Size())
		if !at.within(menu) {
			t.Errorf("at %v, the last item is at %v, outside of the list at %v", size, at, menu)
		}
		r.press(fyne.KeyReturn)
		if r.dialogOpen() || r.choice("Action").SelectedIndex() != len(field.Options)-1 {
			t.Errorf("at %v, %q is chosen", size, r.choice("Action").Selected)
		}
	}
}
