package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// placeOf returns where the objects are that match.
func placeOf[T fyne.CanvasObject](r *rig, is func(T) bool) (at []fyne.Position) {
	for _, o := range test.LaidOutObjects(r.content()) {
		if o, ok := o.(T); ok && is(o) {
			at = append(at, fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
		}
	}
	return at
}

// Otherwise it jumps when the user goes from one tab to another.
func TestTheTitlesOfAllTabsAreInOnePlace(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(1221, 740), 1)
	var first fyne.Position
	for i, name := range []string{"Account", "Preferences", "Access Keys", "History"} {
		test.Tap(r.tab(name))
		at := placeOf(r, func(c *canvas.Text) bool { return c.Text == name && c.TextSize == style.SizeHeading && c.Visible() })
		if len(at) != 1 {
			t.Fatalf("%s: %d titles", name, len(at))
		}
		if i == 0 {
			first = at[0]
		}
		if at[0] != first {
			t.Errorf("%s is at %v, and Account is at %v", name, at[0], first)
		}
	}
}

func TestTheButtonsOfTheAccountTabBeginBelowEachOther(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.resize(fyne.NewSize(1221, 740), 1)
	r.openAccount()
	at := placeOf(r, func(b *control.Button) bool { return b.Text == "Log Out…" || b.Text == "Save" })
	if len(at) != 3 || at[0].X != at[1].X || at[1].X != at[2].X {
		t.Errorf("they are at %v", at)
	}
}

func TestTheAccountTabShowsTheServerWithoutASlash(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signInTo(r.server.URL() + "/")
	r.openAccount()
	if address := r.server.URL(); len(placeOf(r, func(w *text.Wrapped) bool { return w.Text == address })) != 1 {
		t.Errorf("it shows %q", r.texts())
	}
}
