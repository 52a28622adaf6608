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
	whole   *tipArea // explains a message that is cut
	text    string
	close   *button
	object  *fyne.Container
}

// longestToast is how many characters of a message are shown.
const longestToast = 400

func newToast(kind toastKind, message string, tips *tips) *toast {
	t := &toast{kind: kind, text: message, message: widget.NewLabel(shorten(message, longestToast)), whole: newTipArea(tips)}
	t.whole.Set(message)
	show(t.whole, t.message.Text != message)
	t.message.Wrapping = fyne.TextWrapWord
	t.close = newIconButton(theme.CancelIcon(), dismissHint(), nil, nil)
	ground := newPanel(theme.ColorNameOverlayBackground)
	ground.stroke = colorBorder
	ground.rect.StrokeWidth = 1
	ground.rect.CornerRadius = 8
	icon := container.New(centred{}, widget.NewIcon(t.icon()))
	box := container.NewBorder(nil, nil, icon, container.New(centred{}, t.close), container.NewStack(t.message, t.whole))
	t.object = container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(2, 2, 12, 6), box))
	return t
}

func dismissHint() string { return lang.L("Dismiss") }

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
