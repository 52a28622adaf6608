package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app"
	"accesskeys/client/demo"
	"accesskeys/views/kit/style"
)

func TestNothingMovesWhereThatIsReduced(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.w.firstLook()
	before := fyne.CurrentApp()
	t.Cleanup(func() { fyne.SetCurrentApp(before) })
	r.typeInto(r.w.signIn.keyID, "AK")
	r.w.keepStill()
	r.typeInto(r.w.signIn.keyID, "me")

	if fyne.CurrentApp().Settings().ShowAnimations() {
		t.Error("the toolkit's widgets still move")
	}
	if got := r.w.signIn.keyID.Text; got != "AKme" {
		t.Errorf("what was typed is %q", got)
	}
	r.w.chooseTheme(app.ThemeDark)
	if got := fyne.CurrentApp().Settings().Theme().Color(style.ColorCard, theme.VariantLight); got != style.DarkPalette()[style.ColorCard] {
		t.Errorf("the card is %v", got)
	}
}
