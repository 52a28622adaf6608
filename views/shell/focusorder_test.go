package shell

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/topbar"
	"accesskeys/views/windowsize"
)

// tabStops returns the widgets that Tab goes through, in order.
func (r *rig) tabStops() []fyne.Focusable {
	c := r.canvas()
	before := c.Focused()
	defer func() { c.Focus(before) }()
	c.Unfocus()
	var stops []fyne.Focusable
	for range 100 {
		c.FocusNext()
		next := c.Focused()
		if next == nil || len(stops) > 0 && next == stops[0] {
			return stops
		}
		stops = append(stops, next)
	}
	r.t.Fatal("Tab never gets round")
	return nil
}

func describe(f fyne.Focusable) string {
	if a, ok := f.(fyne.Accessible); ok {
		return fmt.Sprintf("%T %q", f, a.AccessibilityLabel())
	}
	return fmt.Sprintf("%T", f)
}

// part returns the part of the window that an object is in. Parts are numbered in reading order: the bar, the side tabs,
// the content, and the messages above it.
func (r *rig) part(o fyne.CanvasObject, at fyne.Position) int {
	for _, shown := range r.messages() {
		if o == fyne.CanvasObject(shown.dismiss) {
			return 3
		}
	}
	_, onTab := o.(*control.SideTab)
	switch {
	case !r.listShown() || r.locked() || r.dialogOpen():
		return 2
	case at.Y < topbar.Height && !r.onPage(o): // what is scrolled out is there, too
		return 0
	case onTab:
		return 1
	}
	return 2
}

func TestTabGoesThroughTheWindowInReadingOrder(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, size := range []fyne.Size{{Width: windowsize.Width, Height: windowsize.Height}, {Width: 480, Height: 360}} {
		eachScene(t, func(t *testing.T, r *rig) {
			r.resize(size, 1)
			r.tabsInReadingOrder()
		})
	}
}

// tabsInReadingOrder checks that Tab goes through what is on screen in reading order.
func (r *rig) tabsInReadingOrder() {
	r.t.Helper()
	driver := fyne.CurrentApp().Driver()
	r.content().Refresh() // as the next frame would
	stops := r.tabStops()
	if len(stops) == 0 {
		r.t.Fatal("Tab finds nothing")
	}
	for i := 1; i < len(stops); i++ {
		a, b := stops[i-1].(fyne.CanvasObject), stops[i].(fyne.CanvasObject)
		at, bt := driver.AbsolutePositionForObject(a), driver.AbsolutePositionForObject(b)
		switch pa, pb := r.part(a, at), r.part(b, bt); {
		case pa < pb:
		case pa > pb:
			r.t.Errorf("%s comes after %s", describe(stops[i]), describe(stops[i-1]))
		case bt.Y >= at.Y+a.Size().Height/2: // below
		case at.Y < bt.Y+b.Size().Height/2 && bt.X > at.X: // beside
		default:
			r.t.Errorf("%s at %v comes after %s at %v", describe(stops[i]), bt, describe(stops[i-1]), at)
		}
	}
}

func TestFocusIsSeen(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	eachScene(t, func(t *testing.T, r *rig) {
		c := r.canvas()
		for _, f := range r.tabStops() {
			if l, ok := f.(*keytable.List); ok && (len(l.Keys) == 0 || !l.Visible()) {
				continue
			}
			c.Unfocus()
			without := marks(f)
			c.Focus(f)
			if with := marks(f); with <= without {
				t.Errorf("%s looks the same with the keyboard and without (%d marks)", describe(f), with)
			}
		}
	})
}

// marks counts an object's pixels in the colour that marks the focus.
func marks(f fyne.Focusable) int {
	primary := fyne.CurrentApp().Settings().Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
	n := 0
	visit(f.(fyne.CanvasObject), func(o fyne.CanvasObject) {
		marked := false
		switch o := o.(type) {
		case *canvas.Rectangle:
			marked = sameColor(o.StrokeColor, primary) && o.StrokeWidth >= 1 || sameColor(o.FillColor, primary)
		case *canvas.Raster:
			marked = sameColor(o.Generator(1, 1).At(0, 0), primary)
		}
		if marked {
			n++
		}
	})
	return n
}

func sameColor(a, b color.Color) bool {
	if a == nil || b == nil {
		return false
	}
	return color.NRGBAModel.Convert(a) == color.NRGBAModel.Convert(b)
}

func TestDialogsKeepTheKeyboardAndGiveItBack(t *testing.T) {
	for name, open := range map[string]func(*rig){
		"row menu":    func(r *rig) { r.press(desktop.KeyMenu) },
		"avatar menu": func(r *rig) { r.press(fyne.KeySpace) },
		"choice":      func(r *rig) { r.press(fyne.KeySpace) },
		"delete":      func(r *rig) { r.press(fyne.KeyDelete) },
		"log out":     func(r *rig) { r.askLogOut() },
		"shortcuts":   func(r *rig) { r.press(fyne.KeyF1) },
		"question":    func(r *rig) { r.canvas().Focused().TypedRune('?') },
		"about":       func(r *rig) { r.showAbout() },
		"licences":    func(r *rig) { r.showLicences() },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			c := r.canvas()
			switch name {
			case "avatar menu":
				c.Unfocus()
				c.FocusNext() // the first thing in the bar
			case "choice":
				r.showPreferences()
				r.firstOf("Choice")
			case "row menu", "delete":
				r.chooseEnabled()
			}
			before := c.Focused()
			if before == nil {
				t.Fatal("nothing has the keyboard")
			}
			open(r)
			overlay := c.Overlays().Top()
			if overlay == nil {
				t.Fatal("nothing opened")
			}
			inside := map[fyne.CanvasObject]bool{}
			visit(overlay, func(o fyne.CanvasObject) { inside[o] = true })
			for i := range 30 {
				f := c.Focused()
				if f == nil || !inside[f.(fyne.CanvasObject)] {
					t.Fatalf("after %d times Tab the keyboard is on %v", i, f)
				}
				if i < 15 {
					c.FocusNext()
				} else {
					c.FocusPrevious()
				}
			}
			r.press(fyne.KeyEscape)
			if r.dialogOpen() {
				t.Fatal("Escape did not close it")
			}
			if c.Focused() != before {
				t.Errorf("the keyboard is on %v afterwards, not on %s", c.Focused(), describe(before))
			}
		})
	}
}

func TestShortcutOfATabTakesTheKeyboardIntoIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	for name, from := range map[string]func(){
		"the list":               func() { r.openTab(tabKeys) },
		"the history":            func() { r.openTab(tabHistory) },
		"another tab":            func() { r.openAccount(); r.canvas().Focus(r.tab("Account")) },
		"the tab itself":         func() { r.openPreferences(); r.canvas().Focus(r.tab("Preferences")) },
		"nothing, after a click": func() { r.openPreferences(); r.canvas().Unfocus() },
	} {
		from()
		r.showPreferences()
		if first := r.choice("Language"); r.canvas().Focused() != fyne.Focusable(first) {
			t.Errorf("from %s, the keyboard is at %T", name, r.canvas().Focused())
		}
	}
	r.press(fyne.KeyReturn)
	if !r.dialogOpen() {
		t.Error("Enter does not open the first setting")
	}
}

func TestRingsKeepOffTheControlBeside(t *testing.T) {
	gap := func(left, right fyne.CanvasObject) {
		t.Helper()
		between := absolute(right).X - absolute(left).X - left.Size().Width
		if room := between - control.RingRoom; room < 4 || absolute(right).Y >= absolute(left).Y+left.Size().Height {
			t.Errorf("the ring of %s is %v from %s", describe(left.(fyne.Focusable)), room, describe(right.(fyne.Focusable)))
		}
	}
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		speak(t, locale)
		r := expiringRig(t, demo.Options{})
		r.selectKey(r.enabledKeys()[0], 0)
		r.shortcut(keyshortcuts.Replace())
		gap(r.button(lang.L("Create New Key")), r.button(lang.L("Use an Existing Key…")))
		r.chooseAvatar(lang.L("Add Account…"))
		form := r.signInForm()
		form.offerAgain(true)
		r.resize(fyne.NewSize(480, 360), 1)
		gap(form.secret(), r.buttonWithHint(lang.L("Show what was typed")))
		gap(form.advanced().Button, form.again())
		gap(form.again(), r.button(lang.L("Cancel")))
		gap(r.button(lang.L("Cancel")), form.submit())
		if field := form.server(); absolute(form.submit()).X+form.submit().Size().Width != absolute(field).X+field.Size().Width {
			t.Error("the buttons are wider than the fields")
		}
	}
}
