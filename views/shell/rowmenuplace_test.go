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
		"by Menu":   func(r *rig, _ string) { r.press(desktop.KeyMenu) },
		"to copy":   func(r *rig, _ string) { r.shortcut(keyshortcuts.CopyAs()) },
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
