package marklist

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
)

// shown is a list in a window, with a record of its callbacks.
type shown struct {
	*List
	canvas fyne.Canvas
	did    []string
	press.Presses
}

func show(t *testing.T, count int) *shown {
	t.Helper()
	test.NewTempApp(t)
	s := &shown{Presses: press.Presses{Now: time.Now}}
	note := func(format string, a ...any) { s.did = append(s.did, fmt.Sprintf(format, a...)) }
	typing := &control.Typing{OnShortcut: func(c fyne.Shortcut) { note("shortcut %s", c.ShortcutName()) }}
	const height = 30
	s.List = New(typing, &s.Presses, "Rows", Rows{
		Pitch: func() float32 { return height },
		New: func() fyne.CanvasObject {
			row := canvas.NewRectangle(nil)
			row.SetMinSize(fyne.NewSize(100, height-4))
			return row
		},
		Set:     func(int, fyne.CanvasObject) {},
		ReadOut: func(at int) string { return fmt.Sprint("row ", at) },
	})
	s.OnOpen = func(at int) { note("open %d", at) }
	s.OnClick = func(at int) { note("click %d", at) }
	s.OnMenu = func(at int, _ fyne.Position) { note("menu %d", at) }
	s.OnRune = func(r rune) { note("type %c", r) }
	w := test.NewTempWindow(t, s.List)
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { note("passed %s", e.Name) })
	w.Resize(fyne.NewSize(200, 5*height))
	s.canvas = w.Canvas()
	s.Fill(count, 0)
	return s
}

func TestKeysMoveTheMark(t *testing.T) {
	s := show(t, 20)
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyUp, 0}, {fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyUp, 1}, {fyne.KeyEnd, 19}, {fyne.KeyDown, 19},
		{fyne.KeyPageDown, 19}, {fyne.KeyHome, 0}, {fyne.KeyPageUp, 0},
	} {
		s.TypedKey(&fyne.KeyEvent{Name: step.key})
		if s.Marked != step.want {
			t.Errorf("after %s row %d is marked, want %d", step.key, s.Marked, step.want)
		}
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if s.Marked < 2 || s.Marked > 4 {
		t.Errorf("a page down leads to row %d", s.Marked)
	}
	if got := s.AccessibilityLabel(); got != fmt.Sprint("Rows: row ", s.Marked) {
		t.Errorf("it reads %q", got)
	}
}

func TestOpenRowsAndTheirMenus(t *testing.T) {
	s := show(t, 3)
	click := func(at int, click func(int)) {
		s.IsMeant("left", fyne.NewPos(0, float32(30*at)))
		click(at)
	}
	click(0, s.Click) // the row that is marked at first
	click(2, s.Click)
	click(2, s.Click)
	if s.canvas.Focused() != fyne.Focusable(s.List) {
		t.Error("a click does not bring the keyboard")
	}
	for range 2 { // as clicks do on a row that does not handle clicks itself
		click(1, s.Select)
	}
	for _, key := range []fyne.KeyName{fyne.KeyReturn, desktop.KeyMenu, fyne.KeyF5} {
		s.TypedKey(&fyne.KeyEvent{Name: key})
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10})
	holdShift(t)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10}) // the toolkit types Shift+F10 so, and as no shortcut
	other := press.Command(fyne.KeyR, 0)
	s.TypedShortcut(other)
	s.MenuAt(0, fyne.Position{})
	s.TypedRune('x')
	s.TypedRune('?')
	want := []string{"click 0", "click 2", "open 2", "click 1", "open 1", "open 1", "menu 1", "passed F5", "passed F10", "menu 1", "shortcut " + other.ShortcutName(), "menu 0", "type x", "passed ?"}
	if !slices.Equal(s.did, want) {
		t.Errorf("it did %q, want %q", s.did, want)
	}
}

// shiftHeld is an application in which Shift is held down.
type shiftHeld struct{ fyne.App }

type shiftDriver struct{ fyne.Driver }

func (a shiftHeld) Driver() fyne.Driver                   { return shiftDriver{a.App.Driver()} }
func (shiftDriver) CreateSplashWindow() fyne.Window       { return nil }
func (shiftDriver) HasSecondaryDisplay() bool             { return false }
func (shiftDriver) CurrentKeyModifiers() fyne.KeyModifier { return fyne.KeyModifierShift }

func holdShift(t *testing.T) {
	app := fyne.CurrentApp()
	fyne.SetCurrentApp(shiftHeld{app})
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
}

func TestAnEmptyListDoesNothing(t *testing.T) {
	s := show(t, 0)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn, desktop.KeyMenu} {
		s.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if len(s.did) != 0 || s.AccessibilityLabel() != "Rows" {
		t.Errorf("it did %q and reads %q", s.did, s.AccessibilityLabel())
	}
}

func TestTheMenuKeyOpensTheMenuBelowTheMarkedRow(t *testing.T) {
	s := show(t, 20)
	var corner fyne.Position
	s.OnMenu = func(_ int, at fyne.Position) { corner = at }
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.List).Y
	s.Mark(1)
	s.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if got := corner.Y - top; got != 60 {
		t.Errorf("the menu of the second row of 30 opens %v below the list's top", got)
	}
	s.Mark(19)
	s.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if got, height := corner.Y-top, s.Size().Height; got <= height/2 || got > height+4 {
		t.Errorf("the menu of the last row opens %v below the top of a list %v high", got, height)
	}
}

// The toolkit drops the renderer of a widget that it has not drawn for a minute, such as behind the lock page.
func TestListStaysScrolledWhileItIsNotDrawn(t *testing.T) {
	l := show(t, 20)
	l.Mark(19)
	r := l.CreateRenderer()
	r.Layout(l.Size())
	if at := r.Objects()[0].(*container.Scroll).Offset.Y; at == 0 || at != l.GetScrollOffset() {
		t.Errorf("it is scrolled by %v, and says %v", at, l.GetScrollOffset())
	}
}
