package tabspage

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestAnotherTabHidesTheSecretsOfTheFirst(t *testing.T) {
	_, p, contents := open(t)
	p.Show(1)
	p.Show(1)
	if contents[0].hidden != 2 || contents[1].hidden != 0 {
		t.Errorf("the tabs hid their secrets %d and %d times", contents[0].hidden, contents[1].hidden)
	}
	p.HideSecrets()
	if contents[1].hidden != 1 {
		t.Error("the tab that is shown does not hide its secrets when told to")
	}
}

func TestRetranslateKeepsTabAndKeyboard(t *testing.T) {
	_, p, contents := open(t)
	p.Show(1)
	if found := p.Retranslate(contents[1].object); found != fyne.Focusable(contents[1].object) {
		t.Errorf("from the tab's content the keyboard goes to %v", found)
	}
	if found := p.Retranslate(p.tabs[0].button); found != fyne.Focusable(p.tabs[0].button) {
		t.Errorf("from the first tab's name the keyboard goes to %v", found)
	}
	if p.Retranslate(nil) != nil {
		t.Error("the keyboard goes somewhere though nothing had it")
	}
	if p.Chosen() != 1 || !p.tabs[1].button.Selected || p.content.Objects[0] != fyne.CanvasObject(contents[1].object) {
		t.Error("another tab is shown")
	}
}

func TestTabGoesOnFromTheTabThatWasClicked(t *testing.T) {
	win, p, _ := open(t)
	test.Tap(p.tabs[1].button)
	if got := win.Canvas().Focused(); got != fyne.Focusable(p.tabs[1].button) {
		t.Errorf("the keyboard is on %T", got)
	}
}

// A click on a button leaves no ring, and neither does one on a tab.
func TestRingIsOnATabForTheKeyboardOnly(t *testing.T) {
	win, p, contents := open(t)
	ringed := func() bool {
		return slices.ContainsFunc(test.LaidOutObjects(p.tabs[1].button), func(o fyne.CanvasObject) bool {
			ring, is := o.(*canvas.Rectangle)
			return is && ring.Visible()
		})
	}
	button := p.tabs[1].button
	test.Tap(button)
	if win.Canvas().Focused() != fyne.Focusable(button) || ringed() {
		t.Errorf("after a click the keyboard is on %T, with a ring: %v", win.Canvas().Focused(), ringed())
	}
	button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !ringed() {
		t.Error("after a key there is no ring")
	}
	win.Canvas().Focus(contents[1].object)
	test.Tap(button)
	win.Canvas().Focus(contents[1].object)
	win.Canvas().Focus(button)
	if !ringed() {
		t.Error("for the keyboard there is no ring")
	}
}

func TestRingIsOnTheMenuOfTheTabsForTheKeyboardOnly(t *testing.T) {
	win, p, contents := open(t)
	p.Fold(true)
	c := win.Canvas()
	choose := func(tab int) {
		t.Helper()
		for _, o := range test.LaidOutObjects(c.Overlays().Top()) {
			if row, is := o.(fyne.Accessible); is && row.AccessibilityLabel() == p.tabs[tab].Title() {
				test.Tap(o.(fyne.Tappable))
				return
			}
		}
		t.Fatal("no menu is open")
	}
	c.Focus(contents[0].object)
	p.openTabs() // by a click
	choose(1)
	if c.Focused() != fyne.Focusable(p.fold) || p.fold.Ringed() {
		t.Errorf("after a click the keyboard is on %T, with a ring: %v", c.Focused(), p.fold.Ringed())
	}
	test.Tap(p.fold)
	choose(0)
	if c.Focused() != fyne.Focusable(p.fold) || p.fold.Ringed() {
		t.Errorf("after another click the keyboard is on %T, with a ring: %v", c.Focused(), p.fold.Ringed())
	}
	p.fold.KeyDown(nil)
	p.fold.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	choose(1)
	if c.Focused() != fyne.Focusable(p.fold) || !p.fold.Ringed() {
		t.Errorf("after a key the keyboard is on %T, with a ring: %v", c.Focused(), p.fold.Ringed())
	}
}
