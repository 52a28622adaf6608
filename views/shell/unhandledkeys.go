package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/clipboardguard"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/press"
)

// input handles the keys and shortcuts that no widget has handled.
type input struct {
	*state
	page      *page.Window
	frame     *frame
	commands  *commands
	clipboard *clipboardguard.Guard
}

// focusBack gives the keyboard to the page after the widget that had it has gone.
func (i *input) focusBack() {
	i.page.Presses.Changed()
	if i.commands.ready() {
		i.settings.FocusBack()
		return
	}
	i.focusPage()
}

// focusPage gives the keyboard to the widget of the page that wants it.
func (i *input) focusPage() {
	switch {
	case i.page.Dialogs.IsOpen():
	case i.locked():
		i.lockPage.Focus()
	case i.signIn != nil:
		i.signIn.Focus()
	case i.settings != nil:
		i.settings.Focus()
	}
}

// typedKey handles a key press that no widget has handled.
func (i *input) typedKey(e *fyne.KeyEvent) {
	switch {
	case i.page.Dialogs.IsOpen():
		i.page.Dialogs.HandleKey(e)
	case i.commands.run(press.Bare(e.Name)):
	case i.keysOnTop() && i.settings.keys.Replacing.Shown():
		if i.unfocused() {
			i.focusPage()
		}
		i.settings.keys.Replacing.Key(e)
	case i.unfocused():
		i.focusPage()
		i.settings.keys.List().KeyDown(e)
		i.settings.keys.List().TypedKey(e)
	case i.keysOnTop() && keytable.HandleKey(i.settings.keys.List(), e): // the header or a button has the keyboard
	case i.settings != nil && !i.locked():
		i.settings.Key(e)
	}
}

// typedShortcut handles a shortcut that no widget has handled. While a dialog is open, commands for the keys do nothing.
func (i *input) typedShortcut(s fyne.Shortcut) {
	if keys, ok := s.(*desktop.CustomShortcut); ok && i.commands.run(keys) {
		return
	}
	if s.ShortcutName() == (&fyne.ShortcutUndo{}).ShortcutName() {
		i.commands.undo()
	}
	if i.unfocused() {
		i.focusPage()
	}
	if i.keysOnTop() { // even if the header or a button has the keyboard
		if keys := i.settings.keys; !keys.Replacing.Does(s) {
			keys.List().HandleShortcut(s)
		}
	}
}

// unfocused reports whether the keys are on screen and nothing has the keyboard, as after a click on empty space. Key
// presses are meant for the keys then.
func (i *input) unfocused() bool { return i.keysOnTop() && i.frame.win.Canvas().Focused() == nil }

// keysOnTop reports whether the Access Keys tab is shown, with neither the lock page nor a dialog over it.
func (i *input) keysOnTop() bool {
	return i.settings != nil && i.settings.keysShown() && !i.locked() && !i.page.Dialogs.IsOpen()
}

func (i *input) copyText(s string) {
	fyne.CurrentApp().Clipboard().SetContent(s)
	i.clipboard.ReplacedByUs()
}
