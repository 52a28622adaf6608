package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestTypingInTheListFiltersAndEscapeClearsIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	all := r.ids()
	r.canvas().Focus(r.list())
	r.list().TypedRune('z')
	r.list().TypedRune('z')
	if r.canvas().Focused() != fyne.Focusable(r.filter()) || r.filterEntry().Text != "zz" {
		t.Fatalf("the filter holds %q", r.filterEntry().Text)
	}
	r.canvas().Focus(r.list())
	r.press(fyne.KeyEscape)
	if r.filterEntry().Text != "" || !slices.Equal(r.ids(), all) {
		t.Errorf("after Escape in the list, the filter holds %q", r.filterEntry().Text)
	}
}

// While the filter is empty there is no text to select, so that a user who selects all means the keys.
func TestAllKeysAreSelectedFromAnEmptyFilter(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.shortcut(shortcutFind())
	if r.canvas().Focused() != fyne.Focusable(r.filter()) || len(r.selected()) != 1 {
		t.Fatalf("%s has the keyboard, selected are %q", describe(r.canvas().Focused()), r.selected())
	}
	r.shortcut(&fyne.ShortcutSelectAll{})
	if len(r.selected()) < 2 || r.canvas().Focused() != r.list() {
		t.Errorf("%s has the keyboard, selected are %q", describe(r.canvas().Focused()), r.selected())
	}
	r.typeText("e")
	r.shortcut(&fyne.ShortcutSelectAll{})
	if got := r.filterEntry().SelectedText(); got != "e" {
		t.Errorf("in a filter with text, %q is selected", got)
	}
}

func TestReloadSaysForAMomentThatTheListIsNew(t *testing.T) {
	r := newRig(t, demo.Options{})
	said := func() bool { return slices.Contains(r.texts(), "Updated just now") }
	if said() {
		t.Error("it says so without having been asked")
	}
	r.press(fyne.KeyF5)
	if !said() {
		t.Error("it does not say so")
	}
	r.pass(5 * time.Second)
	if said() {
		t.Error("it still says so")
	}
	for range 2 {
		r.press(fyne.KeyF5)
		r.pass(3 * time.Second)
	}
	if !said() {
		t.Error("the first reload ends what the second says")
	}
}

func TestOnlySlowReloadSaysThatItIsUnderWay(t *testing.T) {
	r := newRig(t, demo.Options{})
	said := func() bool { return slices.Contains(r.texts(), "Reloading…") }
	r.hold = true
	r.press(fyne.KeyF5)
	if said() {
		t.Error("it says so at once")
	}
	r.pass(time.Second)
	if !said() {
		t.Error("it does not say so after a second")
	}
	r.release()
	if said() {
		t.Error("it still says so")
	}
	r.press(fyne.KeyF5)
	r.pass(time.Second)
	if said() {
		t.Error("it says so after a fast reload")
	}
}

func TestNewKeyIsHighlightedForAMoment(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.page().Create()
	if len(r.list().New) != 1 {
		t.Fatalf("%d keys are highlighted", len(r.list().New))
	}
	r.pass(5 * time.Second)
	if len(r.list().New) != 0 {
		t.Error("it still is")
	}
}

func TestClockThatIsOffIsToldAndThatItIsRightIsNot(t *testing.T) {
	r := newRig(t, demo.Options{})
	const told = "This computer's clock is 2 hours behind the server's. The app uses the server's time instead."
	r.server.SetFaults(demo.Faults{ClockOffset: 2 * time.Hour})
	r.press(fyne.KeyF5)
	if !slices.Contains(r.texts(), told) {
		t.Errorf("it says %q", r.texts())
	}
	r.toastsGone()
	r.server.SetFaults()
	r.press(fyne.KeyF5)
	if r.reads("The app uses the server's time instead.") {
		t.Errorf("set right, it says %q", r.texts())
	}
}
