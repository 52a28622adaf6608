package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/windowsize"
)

// controlsOf returns the controls that Tab goes through in Preferences, from top to bottom.
func controlsOf(tab *scroll.Exposed) []fyne.Focusable {
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
	walk(tab.Scroll.Content)
	return all
}

// inView reports whether the whole of an object is visible on a tab that scrolls.
func inView(tab *scroll.Exposed, o fyne.CanvasObject) bool {
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top := place(o).Y - place(tab.Object).Y
	return top >= 0 && top+o.Size().Height <= tab.Object.Size().Height
}

func TestPreferencesScrollToWhatHasTheKeyboard(t *testing.T) {
	for _, height := range []float32{windowsize.Height, 480, 360, 160} {
		r := signedOutRig(t, demo.Options{})
		r.signIn()
		r.setPIN("2468") // so that the form is at its longest
		r.setSize(fyne.NewSize(1000, height))
		tab, canvas := r.tabScroll(), r.canvas()
		controls := controlsOf(tab)
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
				if !inView(tab, at.(fyne.CanvasObject)) {
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

func TestThePINIsBelowTheTimeAfterWhichTheWindowLocks(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	controls := controlsOf(r.tabScroll())
	at := slices.Index(controls, fyne.Focusable(r.choice("Lock when idle for")))
	if next := controls[at+1]; next != fyne.Focusable(r.secretField("New PIN or passphrase")) {
		t.Errorf("below it is %T", next)
	}
}

func TestPreferencesShowWhatIsBelowTheLastControl(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	r.setSize(fyne.NewSize(1000, 400))
	tab := r.tabScroll()
	r.canvas().Focus(r.button("Clear History…"))
	if end := tab.Scroll.Content.Size().Height - tab.Object.Size().Height; tab.Scroll.Offset.Y < end-scroll.Margin {
		t.Errorf("scrolled to %v of %v", tab.Scroll.Offset.Y, end)
	}
}

func TestFieldsOfThePINAreInViewAfterTheLockPage(t *testing.T) {
	for _, height := range []float32{windowsize.Height, 480} {
		r := signedOutRig(t, demo.Options{})
		r.signIn()
		r.setSize(fyne.NewSize(1000, height))
		r.lock()
		r.pressOn("Set a PIN…")
		tab := r.tabScroll()
		for _, o := range []fyne.CanvasObject{r.secretField("New PIN or passphrase"), r.secretField("Repeat PIN"), r.button("Set PIN")} {
			if !inView(tab, o) {
				t.Errorf("%v px high, %T is not in view", height, o)
			}
		}
	}
}

func TestWheelOverAFieldScrollsThePage(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	r.setSize(fyne.NewSize(1000, 480))
	tab := r.tabScroll()
	for name, o := range map[string]fyne.CanvasObject{
		"a field":            r.entry("Prefix for the names in “Copy as”"),
		"a drop-down list":   r.choice("Theme"),
		"a field for a PIN":  r.secretField("Repeat PIN"),
		"what is in no list": r.button("Set PIN"),
	} {
		for _, at := range []float32{0, o.Size().Height/2 + 4} {
			r.canvas().Unfocus()
			tab.Scroll.ScrollToOffset(fyne.NewPos(0, max(0, below(tab, o)-50)))
			before := tab.Scroll.Offset.Y
			test.Scroll(r.canvas(), middle(o).AddXY(0, at), 0, 20)
			if now := tab.Scroll.Offset.Y; now != before-20 {
				t.Errorf("%v px below the middle of %s, the page is at %v, before %v", at, name, now, before)
			}
		}
	}
}

// below returns the distance of an object from the top of a tab's scrolled content.
func below(tab *scroll.Exposed, o fyne.CanvasObject) float32 {
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	return place(o).Y - place(tab.Scroll.Content).Y
}

func TestPageKeysScrollATab(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(480, 360))
	for name, open := range map[string]func(){
		"Account":     r.openAccount,
		"Preferences": r.openPreferences,
		"Replace":     func() { r.openKeys(); r.replace(r.idInState(client.StateEnabled, false)) },
	} {
		open()
		r.press(fyne.KeyHome)
		scroll := r.tabScroll().Scroll
		r.press(fyne.KeyPageDown)
		if scroll.Offset.Y == 0 {
			t.Errorf("%s: Page Down does not scroll", name)
		}
		r.press(fyne.KeyPageUp, fyne.KeyPageUp)
		if scroll.Offset.Y != 0 {
			t.Errorf("%s: Page Up leaves it scrolled by %v", name, scroll.Offset.Y)
		}
	}
}

func TestAKeyScrollsToWhatItChanges(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(760, 480))
	r.showPreferences()
	tab := r.tabScroll()
	for i, c := range controlsOf(tab) {
		keys := map[string]func(){}
		switch c := c.(type) {
		case *control.Choice:
			keys["Down"] = func() {
				r.press(fyne.KeyDown)
				if menu, field := r.menuArea(), choiceArea(c); menu.min.Y-field.max.Y > 10 || field.min.Y-menu.max.Y > 10 {
					t.Errorf("control %d: the menu at %v is apart from the list at %v", i, menu, field)
				}
				r.closeDialog()
			}
			if c != r.languages() {
				keys["Right"] = func() { r.press(fyne.KeyRight) }
			}
		case *control.Check:
			keys["Space"] = func() { c.TypedRune(' ') }
		case *control.Entry, *control.SecretEntry:
			keys["a letter"] = func() { c.TypedRune('A') }
		}
		for name, use := range keys {
			for _, scrolled := range []float32{0, tab.Scroll.Content.Size().Height - tab.Scroll.Size().Height} {
				r.canvas().Focus(c)
				tab.Scroll.ScrollToOffset(fyne.NewPos(0, scrolled))
				if use(); !inView(tab, c.(fyne.CanvasObject)) {
					t.Errorf("after %s, control %d, %T, is not in view", name, i, c)
				}
			}
		}
	}
}
