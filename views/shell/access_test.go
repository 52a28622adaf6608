package shell

import (
	"fmt"
	"image/color"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/lock"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/connectionform"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/lockpage"
)

// scenes are what the window can show.
func scenes() map[string]func(*testing.T) *rig {
	signedIn := func(then func(*rig)) func(*testing.T) *rig {
		return func(t *testing.T) *rig {
			r := newRig(t, demo.Options{})
			then(r)
			return r
		}
	}
	signedOut := func(then func(*rig)) func(*testing.T) *rig {
		return func(t *testing.T) *rig {
			r := signedOutRig(t, demo.Options{})
			r.form()
			then(r)
			return r
		}
	}
	return map[string]func(*testing.T) *rig{
		"sign-in": signedOut(func(*rig) {}),
		"sign-in failed": signedOut(func(r *rig) {
			r.w.session.signIn.Fail("It failed.")
			r.w.session.signIn.OfferAgain(true)
		}),
		"sign-in, advanced": signedOut(func(r *rig) {
			r.w.session.signIn.Network.Set(longNetwork())
			r.w.session.signIn.Advanced.Open(true)
			r.w.session.signIn.OfferCertificate(longCertificate(r))
		}),
		"certificate":                    signedOut(func(r *rig) { connectionform.ShowCertificate(r.w.page, longCertificate(r), func() {}) }),
		"without encryption":             signedOut(func(r *rig) { connectionform.AskPlain(r.w.page, plainAddress, func() {}) }),
		"list, certificate not accepted": otherCertificateRig,
		"signing in": signedOut(func(r *rig) {
			r.hold = true
			r.signInHeld()
		}),
		"sign-in, shortcuts": signedOut(func(r *rig) { r.w.commands.showShortcuts() }),
		"sign-in, about":     signedOut(func(r *rig) { r.w.commands.showAbout() }),
		"list":               signedIn(func(*rig) {}),
		"list, revealed":     signedIn(func(r *rig) { r.reveal() }),
		"list, copied":       signedIn(func(r *rig) { r.copySecret() }),
		"list, working": signedIn(func(r *rig) {
			r.list().Choose(r.idInState(client.StateDisabled, false), 0)
			r.hold = true
			r.shortcut(keytable.ShortcutToggleState())
		}),
		"list, new":               signedIn(func(r *rig) { r.shortcut(shortcutNew()) }),
		"list, failed":            failedRig,
		"list, offline":           signedIn(func(r *rig) { r.goOffline() }),
		"list, offline, unlisted": unlistedRig,
		"list, offline, selected": signedIn(func(r *rig) { r.goOffline(); r.list().SelectAll() }),
		"list, kept, refreshing":  refreshingRig,
		"list, empty":             func(t *testing.T) *rig { return newRig(t, demo.Options{Empty: true}) },
		"messages": signedIn(func(r *rig) {
			r.w.page.Toasts.Error("It failed.")
			r.w.page.Toasts.Note("It is so.")
			r.w.page.Toasts.Done("It is done.")
		}),
		"account":     signedIn(func(r *rig) { r.w.session.settings.showAccount() }),
		"preferences": signedIn(func(r *rig) { r.showPreferences() }),
		"preferences, PIN": signedIn(func(r *rig) {
			r.setPIN("1234")
			r.showPreferences()
		}),
		"preferences, choosing": signedIn(func(r *rig) {
			r.showPreferences()
			r.firstOf("Choice")
			r.press(fyne.KeySpace)
		}),
		"disable": signedIn(func(r *rig) { r.list().Actions.OnToggleState(r.chooseEnabled()) }),
		"delete":  signedIn(func(r *rig) { r.list().Actions.OnDelete(r.chooseEnabled()) }),
		"delete own": signedIn(func(r *rig) {
			r.list().Actions.OnDelete(r.idInState(client.StateEnabled, true))
		}),
		"log out":     signedIn(func(r *rig) { r.w.session.askLogOut() }),
		"row menu":    signedIn(func(r *rig) { r.list().Actions.OnMenu(r.chooseEnabled(), fyne.NewPos(300, 300)) }),
		"avatar menu": signedIn(func(r *rig) { r.w.page.Dialogs.Menu(r.w.commands.avatarMenu(), fyne.NewPos(900, 50)) }),
		"shortcuts":   signedIn(func(r *rig) { r.press(fyne.KeyF1) }),
		"about":       signedIn(func(r *rig) { r.w.commands.showAbout() }),
		"licences":    signedIn(func(r *rig) { r.w.commands.about().ShowLicences() }),
		"lock":        signedIn(func(r *rig) { r.lock() }),
		"lock, PIN": signedIn(func(r *rig) {
			r.setPIN("1234")
			r.lock()
		}),
		"lock, secret": signedIn(func(r *rig) {
			r.lock()
			r.w.locking.showLockPage(lockpage.UnlockSecret)
		}),
		"lock, failed": signedIn(func(r *rig) {
			r.lock()
			r.w.locking.lockPage.Fail(lock.ErrWrong)
		}),
		"lock, log out": signedIn(func(r *rig) {
			r.lock()
			r.w.session.askLogOut()
		}),
	}
}

func eachScene(t *testing.T, check func(*testing.T, *rig)) {
	for name, scene := range scenes() {
		t.Run(name, func(t *testing.T) { check(t, scene(t)) })
	}
}

func (r *rig) signInHeld() {
	creds := r.server.Credentials()
	fill(r.w.session.signIn, r.server.URL(), creds.KeyID, creds.Secret.Reveal())
	r.w.session.signIn.SignIn()
}

// firstOf puts the keyboard on the first control of a type.
func (r *rig) firstOf(kind string) {
	r.t.Helper()
	for _, f := range r.tabStops() {
		if reflect.TypeOf(f).Elem().Name() == kind {
			r.canvas().Focus(f)
			return
		}
	}
	r.t.Fatalf("there is no %s", kind)
}

// roots are the content and what lies over it.
func (r *rig) roots() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.w.frame.win.Content()}, r.canvas().Overlays().List()...)
}

// visit calls f for everything that is to be seen in a tree.
func visit(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	f(o)
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		visit(child, f)
	}
}

// interactive tells whether something can be done with an object. The parts of the toolkit's own widgets, such
// as a scroll's bar, are of their widgets.
func interactive(o fyne.CanvasObject) bool {
	kind := reflect.TypeOf(o).Elem()
	if strings.HasPrefix(kind.PkgPath(), "fyne.io/") && unicode.IsLower(rune(kind.Name()[0])) {
		return false
	}
	switch o.(type) {
	case fyne.Focusable, fyne.Tappable, fyne.SecondaryTappable, fyne.DoubleTappable, desktop.Hoverable, desktop.Mouseable:
		return true
	}
	return false
}

func TestEveryControlHasANameAndARole(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	eachScene(t, func(t *testing.T, r *rig) {
		n := 0
		for _, root := range r.roots() {
			visit(root, func(o fyne.CanvasObject) {
				if !interactive(o) {
					return
				}
				n++
				a, ok := o.(fyne.Accessible)
				if !ok {
					t.Errorf("%T is not accessible", o)
					return
				}
				if name := a.AccessibilityLabel(); strings.TrimSpace(name) == "" || strings.Contains(name, ".svg") {
					t.Errorf("%T is called %q", o, name)
				}
				if a.AccessibilityRole() == "" {
					t.Errorf("%T has no role", o)
				}
			})
		}
		if n == 0 {
			t.Error("nothing can be done here: is the search broken?")
		}
	})
}

// told is what the toolkit tells screen readers of: what is in containers, and in nothing else.
func told(o fyne.CanvasObject, f func(fyne.Accessible)) {
	if !o.Visible() {
		return
	}
	if c, ok := o.(*fyne.Container); ok {
		for _, child := range c.Objects {
			told(child, f)
		}
		return
	}
	if a, ok := o.(fyne.Accessible); ok && a.AccessibilityRole() != fyne.AccessibleRoleContainer {
		f(a)
	}
}

func TestScreenReadersAreToldOfWhatTheKeyboardReaches(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	eachScene(t, func(t *testing.T, r *rig) {
		known := map[any]bool{}
		names := ""
		for _, root := range r.roots() {
			told(root, func(a fyne.Accessible) {
				if s, ok := a.(*control.Shade); ok {
					a = s.Accessible
				}
				known[a] = true
				names += a.AccessibilityLabel() + "\n"
			})
		}
		for _, f := range r.tabStops() {
			if !known[f] {
				t.Errorf("%s is not told of", describe(f))
			}
		}
		for _, s := range r.said() {
			if r.w.page.Toasts.Layer.Visible() && !strings.Contains(names, s) {
				t.Errorf("the message %q is not told of", s)
			}
		}
	})
}

func TestFieldsAreReadOutWithoutSecrets(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	fill(form, "http://server", "AK1", "canary")
	for o, want := range map[fyne.Accessible]string{
		form.Server: "Server: http://server",
		form.KeyID:  "Access Key ID: AK1",
		form.Secret: "Access Key Secret",
		form.Keep:   "Keep me signed in, in this computer's keyring: ticked",
	} {
		if got := o.AccessibilityLabel(); got != want {
			t.Errorf("reads %q, not %q", got, want)
		}
	}
}

func TestShadesFollowWhatTheyStandFor(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showPreferences()
	r.w.frame.win.Resize(fyne.NewSize(900, 330)) // too low for all of it
	p := r.w.session.settings.preferences
	scroll := p.Object.(*fyne.Container).Layout.(*control.ExposedScroll).Scroll
	driver := fyne.CurrentApp().Driver()
	check := func(when string) {
		t.Helper()
		at, n := driver.AbsolutePositionForObject(p.Object), 0
		for _, o := range p.Object.(*fyne.Container).Objects[1:] {
			s := o.(*control.Shade)
			if !s.Visible() {
				continue
			}
			n++
			if got, want := at.Add(s.Position()), driver.AbsolutePositionForObject(s.Of); got != want {
				t.Fatalf("%s, %q is told to be at %v, and is at %v", when, s.AccessibilityLabel(), got, want)
			}
		}
		if n < 10 {
			t.Errorf("%s, only %d things are told of", when, n)
		}
	}
	check("at first")
	scroll.ScrollToOffset(fyne.NewPos(0, 60))
	check("scrolled")
	r.setPIN("1234")
	p.Load()
	check("with a PIN")
}

// tabStops is what Tab goes through, from the first on.
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

// part is which part of the window something is in, in the order in which they are looked at: the bar, the side
// tabs, the content, and messages, which lie over it.
func (r *rig) part(o fyne.CanvasObject, at fyne.Position) int {
	for _, shown := range r.w.page.Toasts.Shown {
		if o == fyne.CanvasObject(shown.CloseButton) {
			return 3
		}
	}
	switch {
	case r.w.session.settings == nil || r.w.locking.locked() || r.w.page.Dialogs.Open():
		return 2
	case at.Y < topBarHeight:
		return 0
	case at.X < sideWidth:
		return 1
	}
	return 2
}

func TestTabFollowsTheEye(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	eachScene(t, func(t *testing.T, r *rig) {
		driver := fyne.CurrentApp().Driver()
		r.w.frame.win.Content().Refresh() // as the next frame would
		stops := r.tabStops()
		if len(stops) == 0 {
			t.Fatal("Tab finds nothing")
		}
		for i := 1; i < len(stops); i++ {
			a, b := stops[i-1].(fyne.CanvasObject), stops[i].(fyne.CanvasObject)
			at, bt := driver.AbsolutePositionForObject(a), driver.AbsolutePositionForObject(b)
			switch pa, pb := r.part(a, at), r.part(b, bt); {
			case pa < pb:
			case pa > pb:
				t.Errorf("%s comes after %s", describe(stops[i]), describe(stops[i-1]))
			case bt.Y >= at.Y+a.Size().Height/2: // below
			case at.Y < bt.Y+b.Size().Height/2 && bt.X > at.X: // beside
			default:
				t.Errorf("%s at %v comes after %s at %v", describe(stops[i]), bt, describe(stops[i-1]), at)
			}
		}
	})
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

// marks counts what is to be seen of an object in the colour that marks where the keyboard is.
func marks(f fyne.Focusable) int {
	primary := fyne.CurrentApp().Settings().Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
	n := 0
	visit(f.(fyne.CanvasObject), func(o fyne.CanvasObject) {
		rect, ok := o.(*canvas.Rectangle)
		if ok && (sameColor(rect.StrokeColor, primary) && rect.StrokeWidth >= 1 || sameColor(rect.FillColor, primary)) {
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
		"log out":     func(r *rig) { r.w.session.askLogOut() },
		"shortcuts":   func(r *rig) { r.press(fyne.KeyF1) },
		"question":    func(r *rig) { r.canvas().Focused().TypedRune('?') },
		"about":       func(r *rig) { r.w.commands.showAbout() },
		"licences":    func(r *rig) { r.w.commands.about().ShowLicences() },
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
			if r.w.page.Dialogs.Open() {
				t.Fatal("Escape did not close it")
			}
			if c.Focused() != before {
				t.Errorf("the keyboard is on %v afterwards, not on %s", c.Focused(), describe(before))
			}
		})
	}
}
