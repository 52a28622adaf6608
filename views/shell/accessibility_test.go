package shell

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/client/demo"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/scroll"
)

// roots returns the content and the overlays above it.
func (r *rig) roots() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.content()}, r.canvas().Overlays().List()...)
}

// visit calls f for every visible object in a tree.
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

// interactive reports whether the user can interact with an object. Parts of the toolkit's own widgets, such as a scroll
// bar, do not count.
func interactive(o fyne.CanvasObject) bool {
	kind := reflect.TypeOf(o).Elem()
	if strings.HasPrefix(kind.PkgPath(), "fyne.io/") && unicode.IsLower(rune(kind.Name()[0])) {
		return false
	}
	switch o.(type) {
	case *dialog.FocusGround, *scroll.Bar: // a click on the former does nothing; the keyboard scrolls without the latter
		return false
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

// told calls f for everything that the toolkit reports to screen readers: only objects in containers.
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
				if s, ok := a.(*scroll.Shade); ok {
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
			if r.messagesShown() && !strings.Contains(names, s) {
				t.Errorf("the message %q is not told of", s)
			}
		}
	})
}

func TestFieldsAreReadOutWithoutSecrets(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	form.fill("http://server", "AK1", "canary")
	for o, want := range map[fyne.Accessible]string{
		form.server(): "Server: http://server",
		form.keyID():  "Access Key ID: AK1",
		form.secret(): "Access Key Secret",
		form.keep():   "Keep me signed in (saved in this computer's keyring): ticked",
	} {
		if got := o.AccessibilityLabel(); got != want {
			t.Errorf("reads %q, not %q", got, want)
		}
	}
}

func TestShadesFollowWhatTheyStandFor(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showPreferences()
	r.setSize(fyne.NewSize(900, 330)) // too low for all of it
	tab := r.tabScroll()
	driver := fyne.CurrentApp().Driver()
	check := func(when string) {
		t.Helper()
		at, n := driver.AbsolutePositionForObject(tab.Object), 0
		for _, o := range tab.Object.Objects {
			s, ok := o.(*scroll.Shade)
			if !ok || !s.Visible() {
				continue
			}
			n++
			if got, want := at.Add(s.Position()), driver.AbsolutePositionForObject(s.Object); got != want {
				t.Fatalf("%s, %q is told to be at %v, and is at %v", when, s.AccessibilityLabel(), got, want)
			}
		}
		if n < 10 {
			t.Errorf("%s, only %d things are told of", when, n)
		}
	}
	check("at first")
	tab.Scroll.ScrollToOffset(fyne.NewPos(0, 60))
	check("scrolled")
	r.setPIN("1234")
	r.openPreferences()
	check("with a PIN")
}
