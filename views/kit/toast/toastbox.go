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
	Action      *control.Button // does what is offered; hidden where nothing is
	CloseButton *control.Button
	offer       *fyne.Container // around that
	Object      *fyne.Container
}

// LongestToast is how many characters of a message are shown.
const LongestToast = 400

func newToast(kind toastKind, message, offer string, tips *control.Tips) *toast {
	t := &toast{kind: kind, stay: func() {}, Message: widget.NewLabel(""), Whole: control.NewTipArea(tips), Action: control.NewButton(offer, control.ButtonDefault, nil)}
	t.say(message)
	t.Message.Wrapping = fyne.TextWrapWord
	t.offer = container.New(style.Centred{}, t.Action)
	style.Show(t.offer, offer != "")
	t.CloseButton = control.NewIconButton(theme.CancelIcon(), dismissHint(), nil, nil)
	ground := control.NewPanel(theme.ColorNameOverlayBackground)
	ground.Stroke = style.ColorBorder
	ground.Rect.StrokeWidth = 1
	ground.Rect.CornerRadius = 8
	icon := container.New(style.Centred{}, widget.NewIcon(t.icon()))
	buttons := container.NewHBox(t.offer, container.New(style.Centred{}, t.CloseButton))
	box := container.NewBorder(nil, nil, icon, buttons, container.NewStack(t.Message, t.Whole))
	t.Object = container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(2, 2, 12, 6), box))
	return t
}

// say has it say something, as much as there is room for.
func (t *toast) say(message string) {
	t.Text = message
	t.Message.SetText(style.Shorten(message, LongestToast))
	t.Whole.Set(message)
	style.Show(t.Whole, t.Message.Text != message)
}

// has tells whether something is one of its buttons.
func (t *toast) has(focused fyne.Focusable) bool {
	return focused != nil && (focused == t.CloseButton || focused == t.Action)
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
	width := style.Measure(t.Message.Text, style.SizeText, fyne.TextStyle{}) + 110
	if t.offer.Visible() {
		width += t.Action.MinSize().Width
	}
	return width
}
