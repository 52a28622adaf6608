package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/app/settings"
	"accesskeys/client"
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
		if menu.min.Y < bottom || !menu.within(areaOf(fyne.Position{}, size)) {
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

// questionBeside returns where the open question and its arrow are drawn, or nothing if it is not beside a row.
func (r *rig) questionBeside() (areas []area) {
	r.t.Helper()
	parts := r.canvas().Overlays().Top().(*fyne.Container).Objects
	for _, arrow := range parts[2:] {
		if arrow.Visible() {
			areas = []area{areaOf(parts[1].Position(), parts[1].Size()), areaOf(arrow.Position().AddXY(7, 8), fyne.NewSize(10, 8))}
		}
	}
	return areas
}

// lettersIn returns where the letters of the texts in an object at a place are, as far as they are within an area.
func lettersIn(o fyne.CanvasObject, at fyne.Position, in area) (all []item) {
	if text, ok := o.(*canvas.Text); ok && text.Text != "" {
		if letters := areaOf(at.AddXY(0, 3), text.MinSize().SubtractWidthHeight(0, 6)); letters.within(in) {
			all = append(all, item{letters, text.Text})
		}
	}
	for _, part := range partsOf(o) {
		if part.Visible() {
			all = append(all, lettersIn(part, at.Add(part.Position()), in)...)
		}
	}
	return all
}

func TestAQuestionBesideARowLeavesItsTextsInSight(t *testing.T) {
	beside := 0
	for _, size := range []fyne.Size{{Width: 1221, Height: 740}, {Width: 900, Height: 600}, {Width: 760, Height: 480}, {Width: 480, Height: 360}} {
		for _, density := range []settings.Density{settings.DensityMiddle, settings.DensityLarger, settings.DensityCompact} {
			r := newRig(t, demo.Options{Keys: 12})
			r.showDense(density)
			r.resize(size, 1)
			list := areaOf(fyne.CurrentApp().Driver().AbsolutePositionForObject(r.list()), r.list().Size())
			for _, id := range r.ids() {
				if r.stateOf(id) != client.StateEnabled {
					continue
				}
				r.selectKey(id, 0)
				at := fyne.NewPos(list.min.X, keytable.RowPlace(r.list(), id).Top)
				letters := lettersIn(r.shownRow(id), at, list)
				if len(letters) == 0 {
					t.Fatalf("the row of %s says nothing", id)
				}
				r.toggleState(id)
				for _, part := range r.questionBeside() {
					beside++
					for _, text := range letters {
						if !text.cut(part).empty() {
							t.Errorf("%v, %v: the question at %v covers %v", size, density, part, text)
						}
					}
				}
				r.closeDialog()
			}
		}
	}
	if beside == 0 {
		t.Error("no question opens beside its row")
	}
}
