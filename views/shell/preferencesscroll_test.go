package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/preferences"
)

// controlsOf is what Tab goes to in Preferences, from top to bottom.
func controlsOf(p *preferences.Page) []fyne.Focusable {
	var all []fyne.Focusable
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if f, ok := o.(fyne.Focusable); ok {
			all = append(all, f)
		}
		if c, ok := o.(*fyne.Container); ok {
			for _, part := range c.Objects {
				walk(part)
			}
		}
	}
	walk(p.Content)
	return all
}

// inView tells whether all of an object is seen in a page that scrolls.
func inView(p *preferences.Page, o fyne.CanvasObject) bool {
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top := place(o).Y - place(p.Object).Y
	return top >= 0 && top+o.Size().Height <= p.Object.Size().Height
}

func TestPreferencesScrollToWhatHasTheKeyboard(t *testing.T) {
	for _, height := range []float32{windowHeight, 480, 360, 160} {
		r := signedOutRig(t, demo.Options{})
		r.signIn()
		r.setPIN("2468") // so that the form is at its longest
		r.setSize(fyne.NewSize(1000, height))
		page, canvas := r.preferencesPage(), r.canvas()
		controls := controlsOf(page)
		if len(controls) < 8 {
			t.Fatalf("%d controls were found: is the search broken?", len(controls))
		}
		canvas.Unfocus()
		walk := func(how string, next func()) (visited []fyne.Focusable) {
			for range 3 * len(controls) {
				next()
				at := canvas.Focused()
				if !slices.Contains(controls, at) {
					continue
				}
				visited = append(visited, at)
				if !inView(page, at.(fyne.CanvasObject)) {
					t.Errorf("%v px high, %s leads to %T number %d, which is not in view", height, how, at, slices.Index(controls, at))
				}
			}
			return visited
		}
		forth, back := walk("Tab", canvas.FocusNext), walk("Shift+Tab", canvas.FocusPrevious)
		for i, c := range controls {
			if !slices.Contains(forth, c) || !slices.Contains(back, c) {
				t.Errorf("%v px high, control %d is left out", height, i)
			}
		}
	}
}

func TestPreferencesShowWhatIsBelowTheLastControl(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	r.setSize(fyne.NewSize(1000, 400))
	page := r.preferencesPage()
	r.canvas().Focus(page.Pin.Set)
	if end := page.Content.Size().Height - page.Object.Size().Height; page.Scroll.Offset.Y < end-control.ScrollMargin {
		t.Errorf("scrolled to %v of %v", page.Scroll.Offset.Y, end)
	}
}
