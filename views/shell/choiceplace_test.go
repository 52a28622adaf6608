package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

// choiceArea returns where in the window a drop-down list is.
func choiceArea(c *control.Choice) area {
	return areaOf(fyne.CurrentApp().Driver().AbsolutePositionForObject(c), c.Size())
}

// choicesIn returns where the lists of a tab are in sight.
func choicesIn(r *rig) area {
	in := r.tabScroll().Scroll
	return areaOf(fyne.CurrentApp().Driver().AbsolutePositionForObject(in), in.Size())
}

// TestASecondClickOnADropDownListChoosesNothing clicks twice on every list of Preferences, wherever it is in the window.
func TestASecondClickOnADropDownListChoosesNothing(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1221, Height: 740}, {Width: 900, Height: 560}, {Width: 480, Height: 360}} {
		r := newRig(t, demo.Options{})
		r.resize(size, 1)
		r.showPreferences()
		clicked := 0
		for _, scrolled := range []float32{0, 30, 100, 200, 400} {
			for _, name := range []string{"Language", "Theme", "Warn me about keys that expire within", "Mark keys as old after", "Lock when idle for", "Hide a shown secret after"} {
				r.tabScroll().Scroll.ScrollToOffset(fyne.NewPos(0, scrolled))
				field := r.choice(name)
				at, chosen := choiceArea(field), field.SelectedIndex()
				point := middle(field)
				if !areaOf(point, fyne.Size{}).within(choicesIn(r)) {
					continue
				}
				clicked++
				r.clickAt(point)
				if !r.dialogOpen() {
					t.Fatalf("%v: a click on %q opens nothing", size, name)
				}
				if now := choiceArea(field); now != at {
					t.Errorf("%v: a click on %q moves it from %v to %v", size, name, at, now)
				}
				if menu := r.menuArea(); !menu.cut(at).empty() || !menu.within(areaOf(fyne.Position{}, size)) {
					t.Errorf("%v: the menu of %q at %v covers the list at %v", size, name, menu, at)
				}
				r.clickAt(point)
				if r.dialogOpen() || field.SelectedIndex() != chosen || choiceArea(field) != at {
					t.Errorf("%v: after a second click on %q at %v, %q is chosen, a menu is open: %v", size, name, at, field.Selected, r.dialogOpen())
				}
			}
		}
		if clicked < 5 {
			t.Errorf("%v: %d lists were clicked", size, clicked)
		}
	}
}
