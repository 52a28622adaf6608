package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

// eye is a button at a field for a secret, which shows in the field what was typed. That lies over the field and is no
// part of it: the toolkit caches what is in a field.
type eye struct {
	button *Button
	Clear  *clearText
	field  *fyne.Container // the field, with the button after it
}

// OfferToShow has the field offer to show what was typed. The button for that is no part of the field, so that screen
// readers read it.
func (e *SecretEntry) OfferToShow(tips *Tips) {
	e.eye = &eye{Clear: newClearText()}
	e.eye.button = NewIconButton(theme.VisibilityIcon(), "", tips, e.toggle)
	e.eye.field = container.NewBorder(nil, nil, nil, container.New(style.Centred{}, e.eye.button), container.NewStack(e, e.eye.Clear.object))
	e.eye.Clear.onPlaced = e.show
	e.OnCursorChanged = e.show
	e.Mask()
}

// WithEye is the field with its button.
func (e *SecretEntry) WithEye() fyne.CanvasObject { return e.eye.field }

// Retranslate words the button in the current language.
func (e *SecretEntry) Retranslate() {
	if e.Shown() {
		e.eye.say(theme.VisibilityOffIcon(), lang.L("Hide what was typed"))
		return
	}
	e.eye.say(theme.VisibilityIcon(), lang.L("Show what was typed"))
}

// Shown reports whether what was typed is visible.
func (e *SecretEntry) Shown() bool { return e.eye != nil && e.eye.Clear.object.Visible() }

// InClear is what is shown of what was typed.
func InClear(e *SecretEntry) string { return string(e.eye.Clear.text.Value) }

func (e *SecretEntry) toggle() {
	if e.Shown() {
		e.Mask()
		return
	}
	style.Show(e.eye.Clear.object, true)
	e.Retranslate()
	e.show()
}

// show brings what is shown up to date.
func (e *SecretEntry) show() {
	if e.Shown() && e.CursorColumn <= len(e.value) {
		e.eye.Clear.show(e.value, e.CursorColumn, len([]rune(e.SelectedText())))
	}
}

// Mask takes what is shown away, and overwrites it.
func (e *SecretEntry) Mask() {
	if e.eye == nil {
		return
	}
	style.Show(e.eye.Clear.object, false)
	e.eye.Clear.show(nil, 0, 0)
	e.Retranslate()
}

func (y *eye) say(icon fyne.Resource, hint string) {
	y.button.Icon, y.button.Hint = icon, hint
	y.button.Refresh()
}
