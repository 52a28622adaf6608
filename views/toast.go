package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// toast is one message. Its object is a container, not a widget: what a widget holds, the toolkit tells no
// screen reader of.
type toast struct {
	kind    toastKind
	passing bool // goes by itself
	message *widget.Label
	close   *button
	object  *fyne.Container
}

func newToast(kind toastKind, message string) *toast {
	t := &toast{kind: kind, message: widget.NewLabel(message)}
	t.message.Wrapping = fyne.TextWrapWord
	t.close = newIconButton(theme.CancelIcon(), lang.L("Dismiss"), nil, nil)
	ground := newPanel(theme.ColorNameOverlayBackground)
	ground.stroke = colorBorder
	ground.rect.StrokeWidth = 1
	ground.rect.CornerRadius = 8
	icon := container.New(centred{}, widget.NewIcon(t.icon()))
	box := container.NewBorder(nil, nil, icon, container.New(centred{}, t.close), t.message)
	t.object = container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(2, 2, 12, 6), box))
	return t
}

func (t *toast) icon() fyne.Resource {
	switch t.kind {
	case toastDone:
		return theme.NewColoredResource(theme.ConfirmIcon(), colorDotGreen)
	case toastError:
		return theme.NewColoredResource(theme.ErrorIcon(), colorDanger)
	}
	return theme.NewColoredResource(theme.InfoIcon(), colorLink)
}

// Width is the room for the message on one line, up to what is comfortable to read.
func (t *toast) Width() float32 {
	return min(toastWidth, measure(t.message.Text, sizeText, fyne.TextStyle{})+110)
}
