package tabspage

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
	"accesskeys/views/kit/tooltip"
)

// content is a tab's, which counts how often its secrets are hidden.
type content struct {
	object *widget.Entry
	hidden int
	folded bool
}

func (c *content) Show() fyne.CanvasObject { return c.object }
func (c *content) Focus()                  {}
func (c *content) HideSecrets()            { c.hidden++ }
func (c *content) Fold(on bool)            { c.folded = on }
func (c *content) Retranslate(focused fyne.Focusable) fyne.Focusable {
	before := c.object
	c.object = widget.NewEntry()
	if focused == fyne.Focusable(before) {
		return c.object
	}
	return nil
}

// open is a page with two tabs, the first of which is shown, in a window of its own.
func open(t *testing.T) (fyne.Window, *Page, []*content) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	win := test.NewTempWindow(t, nil)
	win.SetPadded(false)
	contents := []*content{{object: widget.NewEntry()}, {object: widget.NewEntry()}}
	tab := func(i int, title string) Tab {
		return Tab{Title: func() string { return title }, New: func() Content { return contents[i] }}
	}
	tasks := background.New(context.Background(), time.Minute)
	tips := tooltip.New(tasks)
	of := &page.Window{Canvas: win.Canvas(), Dialogs: dialog.New(win.Canvas(), func() {}), Tips: tips, Toasts: toast.New(tasks, tips)}
	p := New(of, tab(0, "One"), tab(1, "Two"))
	win.SetContent(container.NewBorder(p.Menu, nil, nil, nil, p.Object))
	win.Resize(fyne.NewSize(1000, 500))
	p.Show(0)
	return win, p, contents
}

func TestTabsFoldAway(t *testing.T) {
	win, p, _ := open(t)
	c := win.Canvas()
	p.Fold(true)
	if !p.folded() || p.tabs[0].button.Visible() || p.fold.Text != "One" {
		t.Fatalf("the tabs are at the side, or the button says %q", p.fold.Text)
	}
	p.openTabs()
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // from the tab that is shown to the next
	c.Focused().(interface{ KeyDown(*fyne.KeyEvent) }).KeyDown(nil)
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if p.Chosen() != 1 || p.fold.Text != "Two" {
		t.Errorf("tab %d is shown, and the button says %q", p.Chosen(), p.fold.Text)
	}
	c.Focus(p.fold)
	p.Fold(false)
	if p.folded() || !p.tabs[0].button.Visible() || c.Focused() != fyne.Focusable(p.tabs[1].button) {
		t.Error("with room at the side, the tabs are not there, or the keyboard is not on the one that is shown")
	}
}

// A tab that is left keeps nothing that the user does not see.
func TestAnotherTabTakesTheKeyboard(t *testing.T) {
	win, p, contents := open(t)
	win.Canvas().Focus(contents[0].object)
	p.Show(1)
	if got := win.Canvas().Focused(); got != fyne.Focusable(p.tabs[1].button) {
		t.Errorf("the keyboard is on %T", got)
	}
}
