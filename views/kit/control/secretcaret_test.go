package control

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/tooltip"
)

func TestPlainSecretHasACursorOnlyWithTheFocus(t *testing.T) {
	e := openSecretEntry(t)
	e.OfferToShow(tooltip.New(nil), nil)
	w := test.NewTempWindow(t, e.WithEye())
	w.Canvas().Focus(e)
	e.Insert("secret")
	e.SelectAll()
	w.Canvas().Focus(e.eye.button)
	toggle(e)
	looksFocused := func() bool {
		return e.eye.plain.caret.Visible() || e.eye.plain.ground.Fill == theme.ColorNameSelection
	}
	if !e.Shown() || looksFocused() {
		t.Error("it looks as if it had the focus, which the button has")
	}
	w.Canvas().Focus(e)
	if !looksFocused() {
		t.Error("it does not show the cursor")
	}
}
