package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestReloadingLeavesTheKeyboardWhereItIs(t *testing.T) {
	r := newRig(t, demo.Options{})
	for place, focus := range map[string]func(){
		"the filter": func() { r.shortcut(shortcutFind()) },
		"the page of a replacement": func() {
			r.replace(r.idInState(client.StateEnabled, false))
			r.canvas().FocusPrevious()
		},
	} {
		focus()
		before := r.canvas().Focused()
		r.press(fyne.KeyF5)
		if on := r.canvas().Focused(); on != before {
			t.Errorf("in %s, it was on %s, and is on %s", place, describe(before), describe(on))
		}
	}
}
