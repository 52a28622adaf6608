package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/toast"
	"accesskeys/views/topbar"
)

func TestTopBarTellsOfACopiedSecretAtEverySize(t *testing.T) {
	for _, c := range []struct {
		width float32
		shown string
	}{{1221, "Secret on the clipboard: 30 s"}, {760, "Secret on the clipboard: 30 s"}, {480, "30 s"}} {
		r := newRig(t, demo.Options{})
		r.resize(fyne.NewSize(c.width, 480), 1)
		r.copySecret()
		r.resize(fyne.NewSize(c.width, 480), 1)
		if !r.draws(c.shown) {
			t.Errorf("at %g, the bar does not show %q", c.width, c.shown)
		}
		if !r.reads("Secret on the clipboard: 30 s") {
			t.Errorf("at %g, nothing explains it", c.width)
		}
	}
}

// draws reports whether a line of text is on screen.
func (r *rig) draws(text string) bool { return r.lines(text) > 0 }

// lines returns how often a line of text is on screen.
func (r *rig) lines(text string) (count int) {
	walkVisible(r.content(), func(o fyne.CanvasObject) {
		if line, ok := o.(*canvas.Text); ok && line.Text == text {
			count++
		}
	})
	return count
}

// The text about the clipboard is always up to date.
func TestClearingIsSaidInPlaceOfTheCopy(t *testing.T) {
	r := newRig(t, demo.Options{})
	before := r.said()
	r.copySecret()
	r.shortcut(topbar.ShortcutClear())
	if said := r.said(); !slices.Equal(said, append(before, "Clipboard cleared")) {
		t.Errorf("it says %q", said)
	}
	r.shortcut(topbar.ShortcutClear())
	r.wantSaid("No copied secret is on the clipboard.")
	r.pass(toast.PassingTime)
	if said := r.said(); slices.Contains(said, "Clipboard cleared") {
		t.Errorf("it says %q", said)
	}
}

func TestACopyIsSaidOnlyWhileItIsOnTheClipboard(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.selectKey(r.idInState(client.StateDisabled, false), 0)
	r.shortcut(&fyne.ShortcutCopy{})
	r.wantSaid("This key is disabled: the server refuses it until you enable it.")
	r.clip.replaced()
	r.shortcut(topbar.ShortcutClear()) // before the bar has noticed
	r.wantSaid("No copied secret is on the clipboard.")
	r.pass(time.Second)
	if r.toldOf("Copied") || r.toldOf("Clipboard cleared") || r.secretHeld() {
		t.Errorf("it says %q", r.said())
	}
}

func TestThatACopiedKeyIsDisabledIsSaidOnlyWhileItIs(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	for _, copy := range []func(){func() { r.selectKey(id, 0); r.shortcut(&fyne.ShortcutCopy{}) }, func() { r.copyAs(id, 's') }} {
		copy()
		r.wantSaid("This key is disabled: the server refuses it until you enable it.")
		r.toggleState(id)
		r.pass(time.Second)
		if r.toldOf("This key is disabled") || !r.toldOf("Enabled") {
			t.Errorf("after enabling it, it says %q", r.said())
		}
		r.toggleState(id)
		r.tapButton("Disable")
	}
}
