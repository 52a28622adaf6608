package control

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/style"
)

func TestTabSelectsTheTextOfOneLine(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	typing := &Typing{OnTooLong: func(int) {}}
	field, secret, area := NewEntry(typing, 20), NewSecretEntry(typing), &TextArea{}
	area.Begin(area, typing, 3, 20)
	field.SetText("typed")
	secret.Insert("typed")
	area.SetText("typed")
	for _, e := range []interface {
		FocusGained()
		TabbedInto()
		TypedRune(rune)
	}{field, secret, area} {
		e.FocusGained()
		e.TabbedInto()
		e.TypedRune('x')
	}
	if secret := secret.Secret().Reveal(); field.Text != "x" || secret != "x" || area.Text != "typedx" {
		t.Errorf("typing makes them %q, %q and %q", field.Text, secret, area.Text)
	}
}
