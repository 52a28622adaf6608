package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// A click takes the keyboard from the focused widget.
func TestReplacingGoesOnByKeyboardAfterAnyClick(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	click := func(label string) {
		t.Helper()
		r.canvas().Unfocus()
		r.tapButton(label)
	}
	focused := func(label string) {
		t.Helper()
		if r.canvas().Focused() != fyne.Focusable(r.button(label)) {
			t.Errorf("%q does not have the keyboard, but %T", label, r.canvas().Focused())
		}
	}
	r.canvas().Unfocus() // on empty space
	r.press(fyne.KeyReturn)
	focused("Create New Key")
	click("Create New Key")
	focused("Copy Secret")
	click("It's in Place")
	click("Skip Check")
	click("Disable Old Key…")
	r.elsewhere(keys.OpDisable, r.newest().ID)
	r.page().Reload(false) // and the page is made again below the question
	r.press(fyne.KeyEscape)
	focused("Enable New Key")
	click("Enable New Key")
	focused("Disable Old Key…")
	click("Disable Old Key…")
	r.answerDialog()
	focused("Back to the List")
}

func TestListThatWasClickedOnThePageOfAReplacementKeepsTheKeyboard(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	const name, way = "How to replace it", "It leaked: create, then disable at once"
	r.canvas().Unfocus()
	r.choice(name).Tapped(&fyne.PointEvent{})
	r.pick(way)
	list := r.choice(name)
	if list.Selected != way || r.canvas().Focused() != fyne.Focusable(list) {
		t.Errorf("%q is chosen, and the keyboard is on %T", list.Selected, r.canvas().Focused())
	}
}

func TestPageOfAReplacementKeepsTheKeyboardInAnotherLanguage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	r.clicks("Create New Key")
	r.canvas().Focus(r.button("It's in Place"))
	r.chooseLanguage(settings.LanguageChinese)
	if r.canvas().Focused() != fyne.Focusable(r.button(lang.L("It's in Place"))) {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
}

// On the page of a replacement, the shortcut of the list has one meaning: the secret that has to be put in place.
func TestShortcutCopiesTheNewKeysSecret(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replace(r.idInState(client.StateEnabled, false))
	r.shortcut(&fyne.ShortcutCopy{})
	r.wantSaid("Nothing was copied. Press Esc, and copy the secret in the list.")
	r.clicks("Create New Key")
	r.shortcut(&fyne.ShortcutCopy{})
	if want := r.server.SecretOf(r.newest().ID).Reveal(); r.clip.secret.Reveal() != want {
		t.Errorf("the new key's secret is not on the clipboard; it says %q", r.said())
	}
}
