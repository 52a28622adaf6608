package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/press"
)

// input takes the keys and shortcuts that nothing in the window has a use for.
type input struct {
	*state
	page      *page.Window
	frame     *frame
	onUsed    func()
	commands  *commands
	clipboard *clipboardguard.Guard
}

// focusBack gives the keyboard to the list, where what had it is gone.
func (i *input) focusBack() {
	i.page.Presses.Changed()
	i.focusPage()
}

// focusPage gives the keyboard to what wants it on the page.
func (i *input) focusPage() {
	switch {
	case i.page.Dialogs.IsOpen():
	case i.locked():
		i.lockPage.Focus()
	case i.settings != nil:
		i.settings.Focus()
	}
}

// typedKey takes the keys that nothing in the window has a use for.
func (i *input) typedKey(e *fyne.KeyEvent) {
	i.onUsed()
	switch {
	case i.page.Dialogs.IsOpen():
		i.page.Dialogs.HandleKey(e)
	case i.commands.does(press.Bare(e.Name)):
	case i.overKeys() && i.settings.keys.Replacing.Shown():
		if i.unfocused() {
			i.focusPage()
		}
		i.settings.keys.Replacing.Key(e)
	case i.unfocused():
		i.focusPage()
		i.settings.keys.List().KeyDown(e)
		i.settings.keys.List().TypedKey(e)
	case i.settings != nil && !i.locked():
		i.settings.Key(e)
	}
}

// typedShortcut takes the shortcuts that work everywhere. While a dialog is open, only those do that keep
// something from happening.
func (i *input) typedShortcut(s fyne.Shortcut) {
	i.onUsed()
	if keys, ok := s.(*desktop.CustomShortcut); ok && i.commands.does(keys) {
		return
	}
	if i.unfocused() {
		i.focusPage()
	}
	if i.overKeys() { // also where a header or a button has the keyboard
		if keys := i.settings.keys; !keys.Replacing.Does(s) {
			keys.List().HandleShortcut(s)
		}
	}
}

// unfocused reports whether what is pressed is meant for the tab of keys: it is on screen, and nothing has the
// keyboard, as after a click on empty space.
func (i *input) unfocused() bool { return i.overKeys() && i.frame.win.Canvas().Focused() == nil }

// overKeys reports whether the tab of keys is on screen, with nothing in its way.
func (i *input) overKeys() bool {
	return i.settings != nil && i.settings.keysShown() && !i.locked() && !i.page.Dialogs.IsOpen()
}

func (i *input) copyText(s string) {
	fyne.CurrentApp().Clipboard().SetContent(s)
	i.clipboard.ReplacedByUs()
}
