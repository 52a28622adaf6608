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
	r.start()
	before := fyne.CurrentApp()
	t.Cleanup(func() { fyne.SetCurrentApp(before) })
	r.typeInto(r.signInForm().keyID(), "AK")
	r.keepStill()
	r.typeInto(r.signInForm().keyID(), "me")

	if fyne.CurrentApp().Settings().ShowAnimations() {
		t.Error("the toolkit's widgets still move")
	}
	if got := r.signInForm().keyID().Text; got != "AKme" {
		t.Errorf("what was typed is %q", got)
	}
	r.chooseTheme(settings.ThemeDark)
	if got := fyne.CurrentApp().Settings().Theme().Color(style.ColorCard, theme.VariantLight); got != style.DarkPalette()[style.ColorCard] {
		t.Errorf("the card is %v", got)
	}
}
