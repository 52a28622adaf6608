package toast

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// toast is one message. Its object is a container, not a widget: what a widget holds, the toolkit tells no
// screen reader of.
type toast struct {
	kind        toastKind
	subject     string
	time        time.Duration // how long it is shown
	stay        func()        // has it not go by itself
	owed        bool          // it was held back, and not shown since
	Message     *widget.Label
	Whole       *control.TipArea // explains a message that is cut
	Text        string
	CloseButton *control.Button
	Object      *fyne.Container
}

// LongestToast is how many characters of a message are shown.
const LongestToast = 400

func newToast(kind toastKind, message string, tips *control.Tips) *toast {
	t := &toast{kind: kind, stay: func() {}, Text: message, Message: widget.NewLabel(style.Shorten(message, LongestToast)), Whole: control.NewTipArea(tips)}
	t.Whole.Set(message)
	style.Show(t.Whole, t.Message.Text != message)
	t.Message.Wrapping = fyne.TextWrapWord
	t.CloseButton = control.NewIconButton(theme.CancelIcon(), dismissHint(), nil, nil)
	ground := control.NewPanel(theme.ColorNameOverlayBackground)
	ground.Stroke = style.ColorBorder
	ground.Rect.StrokeWidth = 1
	ground.Rect.CornerRadius = 8
	icon := container.New(style.Centred{}, widget.NewIcon(t.icon()))
	box := container.NewBorder(nil, nil, icon, container.New(style.Centred{}, t.CloseButton), container.NewStack(t.Message, t.Whole))
	t.Object = container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(2, 2, 12, 6), box))
	return t
}

func dismissHint() string { return lang.L("Dismiss") }

func (t *toast) icon() fyne.Resource {
	switch t.kind {
	case toastDone:
		return theme.NewColoredResource(theme.ConfirmIcon(), style.ColorDotGreen)
	case toastError:
		return theme.NewColoredResource(theme.ErrorIcon(), style.ColorDanger)
	}
	return theme.NewColoredResource(theme.InfoIcon(), style.ColorLink)
}

// width is the room for the message on one line.
func (t *toast) width() float32 {
	return style.Measure(t.Message.Text, style.SizeText, fyne.TextStyle{}) + 110
}
