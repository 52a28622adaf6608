package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

// eye is a button in a field for a secret, which shows below the field what was typed. It is not shown in the field:
// the toolkit caches what is there.
type eye struct {
	button *Button
	clear  *Mono
	field  *fyne.Container // the field, with the button after it
	below  *fyne.Container
}

// OfferToShow has the field offer to show what was typed, in lines of room characters. The button for that is no
// part of the field, so that screen readers read it.
func (e *SecretEntry) OfferToShow(tips *Tips, room int) {
	e.eye = &eye{clear: NewMono(room, 4)}
	e.eye.button = NewIconButton(theme.VisibilityIcon(), "", tips, e.toggle)
	e.eye.below = container.New(layout.NewCustomPaddedLayout(4, 0, 0, 0), e.eye.clear)
	e.eye.field = container.NewBorder(nil, nil, nil, container.New(style.Centred{}, e.eye.button), e)
	e.Mask()
}

// WithEye is the field with its button, and what was typed below it while that is shown.
func (e *SecretEntry) WithEye() (field, below fyne.CanvasObject) { return e.eye.field, e.eye.below }

// Retranslate words the button in the current language.
func (e *SecretEntry) Retranslate() {
	if e.Shown() {
		e.eye.say(theme.VisibilityOffIcon(), lang.L("Hide what was typed"))
		return
	}
	e.eye.say(theme.VisibilityIcon(), lang.L("Show what was typed"))
}

// Shown reports whether what was typed is visible.
func (e *SecretEntry) Shown() bool { return e.eye != nil && e.eye.below.Visible() }

func (e *SecretEntry) toggle() {
	if e.Shown() {
		e.Mask()
		return
	}
	style.Show(e.eye.below, true)
	e.Retranslate()
	e.show()
}

// show brings what is shown up to date.
func (e *SecretEntry) show() {
	if e.Shown() {
		e.eye.clear.SetSecret(string(e.value), theme.ColorNameForeground)
	}
}

// Mask takes what is shown away, and overwrites it.
func (e *SecretEntry) Mask() {
	if e.eye == nil {
		return
	}
	style.Show(e.eye.below, false)
	e.eye.clear.SetSecret("", theme.ColorNameForeground)
	e.Retranslate()
}

func (y *eye) say(icon fyne.Resource, hint string) {
	y.button.Icon, y.button.Hint = icon, hint
	y.button.Refresh()
}
