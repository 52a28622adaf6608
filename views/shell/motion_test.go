package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/kit/style"
)

func TestNothingMovesWhereThatIsReduced(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.w.opening.firstLook()
	before := fyne.CurrentApp()
	t.Cleanup(func() { fyne.SetCurrentApp(before) })
	r.typeInto(r.w.session.signIn.KeyID, "AK")
	r.w.looks.keepStill()
	r.typeInto(r.w.session.signIn.KeyID, "me")

	if fyne.CurrentApp().Settings().ShowAnimations() {
		t.Error("the toolkit's widgets still move")
	}
	if got := r.w.session.signIn.KeyID.Text; got != "AKme" {
		t.Errorf("what was typed is %q", got)
	}
	r.w.looks.chooseTheme(settings.ThemeDark)
	if got := fyne.CurrentApp().Settings().Theme().Color(style.ColorCard, theme.VariantLight); got != style.DarkPalette()[style.ColorCard] {
		t.Errorf("the card is %v", got)
	}
}
