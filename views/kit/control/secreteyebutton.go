package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// eye is the button beside a field for a secret that shows the secret in plain text. The plain text lies over the field
// and is not part of it, because the toolkit caches the text of a field.
type eye struct {
	button *Button
	plain  *plainText
	field  *fyne.Container // the field, with the button after it
}

// OfferToShow adds a button that shows the secret. The button is not part of the field, so that screen readers find it.
func (e *SecretEntry) OfferToShow(tips *tooltip.Tips, p *press.Presses) {
	e.eye = &eye{plain: newPlainText()}
	e.eye.button = NewIconButton(theme.VisibilityIcon(), "", tips, func() { toggle(e) })
	e.eye.button.Toggles, e.eye.button.OnFocus = p, e.Follow
	e.eye.field = container.NewBorder(nil, nil, nil, container.NewHBox(style.Gap(0, 0), container.New(style.Centred{}, e.eye.button)),
		container.NewStack(e, e.eye.plain.object))
	e.eye.plain.onPlaced = e.show
	e.OnCursorChanged = e.show
	e.Mask()
}

// WithEye returns the field with the button beside it.
func (e *SecretEntry) WithEye() fyne.CanvasObject { return e.eye.field }

// Retranslate updates the button's icon, and its hint in the current language.
func (e *SecretEntry) Retranslate() {
	if e.Shown() {
		e.eye.setIcon(theme.VisibilityOffIcon(), lang.L("Hide what was typed"))
		return
	}
	e.eye.setIcon(theme.VisibilityIcon(), lang.L("Show what was typed"))
}

// Shown reports whether the secret is shown in plain text.
func (e *SecretEntry) Shown() bool { return e.eye != nil && e.eye.plain.object.Visible() }

// PlainTextOf returns the visible part of the plain text.
func PlainTextOf(e *SecretEntry) string { return string(e.eye.plain.text.Value) }

func toggle(e *SecretEntry) {
	if e.Shown() {
		e.Mask()
		return
	}
	style.Show(e.eye.plain.object, true)
	e.Retranslate()
	e.show()
}

// show updates the plain text after a change.
func (e *SecretEntry) show() {
	if e.Shown() && e.CursorColumn <= len(e.value) {
		selected := 0
		if e.eye.plain.caret.Visible() {
			selected = len([]rune(e.SelectedText()))
		}
		e.eye.plain.show(e.value, e.CursorColumn, selected)
	}
}

// FocusGained shows the cursor and the selection in the plain text, too.
func (e *SecretEntry) FocusGained() {
	e.Entry.FocusGained()
	showCaret(e, true)
}

// FocusLost hides the cursor and the selection in the plain text, too: only one place may look as if it had the focus.
func (e *SecretEntry) FocusLost() {
	e.Entry.FocusLost()
	showCaret(e, false)
}

func showCaret(e *SecretEntry, on bool) {
	if e.eye != nil {
		style.Show(e.eye.plain.caret, on)
		e.show()
	}
}

// Mask hides the plain text and overwrites it in memory.
func (e *SecretEntry) Mask() {
	if e.eye == nil {
		return
	}
	style.Show(e.eye.plain.object, false)
	e.eye.plain.show(nil, 0, 0)
	e.Retranslate()
}

func (y *eye) setIcon(icon fyne.Resource, hint string) {
	y.button.Icon = icon
	y.button.SetHint(hint)
	y.button.Refresh()
}
