package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
)

// TestControlsPassKeysOn checks that a control passes the keys that it does not use on to the window. A control that is
// embedded in another one must find the window by the other one, which is the object that is in the window.
func TestControlsPassKeysOn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	typing := &Typing{}
	open := func(*fyne.Menu, fyne.CanvasObject) {}
	tab, secret := NewSideTab("Tab", nil), NewSecretEntry(typing)
	if tab.self != tab || secret.self != secret {
		t.Errorf("a tab asks for the window of %T, a secret's field for that of %T", tab.self, secret.self)
	}
	for name, control := range map[string]fyne.Focusable{
		"button": NewButton("Button", ButtonDefault, nil), "icon": NewIconButton(nil, "Icon", nil, nil), "tab": tab,
		"disclosure": NewDisclosure(style.Gap(0, 0), nil), "tick box": NewCheck("Check", true),
		"choice": NewChoice(open, "Choice", []string{"One"}, 0), "field": NewEntry(typing, 10), "secret": secret,
		"reader": NewReader("Reader", 10, func(int) []string { return []string{"Line"} }),
	} {
		t.Run(name, func(t *testing.T) {
			var got []fyne.KeyName
			w := test.NewTempWindow(t, control.(fyne.CanvasObject))
			w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, e.Name) })
			w.Canvas().Focus(control)
			control.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if len(got) != 1 || got[0] != fyne.KeyEscape {
				t.Errorf("Escape: the window gets %q", got)
			}
			got = nil
			control.TypedRune('?')
			takes := name == "field" || name == "secret" || name == "reader"
			if asked := len(got) == 1 && got[0] == press.KeyQuestion; asked == takes {
				t.Errorf("?: the window gets %q", got)
			}
		})
	}
}
