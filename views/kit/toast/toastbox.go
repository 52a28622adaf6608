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
	time, left  time.Duration // how long it is shown, and still is
	since       time.Time     // when that began
	stay        func()        // has it not go by itself
	owed        bool          // it was held back, and not shown since
	Message     *control.Wrapped
	Whole       *control.TipArea // explains a message that is cut
	More        *control.Button  // shows all of a message that is cut
	Text        string
	fitted      fitted
	offered     bool            // it offers something, if only where all of it is shown
	Action      *control.Button // does what is offered; hidden where nothing is
	CloseButton *control.Button
	offer, more *fyne.Container // around these
	Object      *fyne.Container
}

const (
	aroundText = float32(110) // what is beside the text but for the buttons
	leastText  = float32(100) // what is offered gives way to
)

// LongestToast is how many characters of a message are shown at most.
const LongestToast = 400

func newToast(kind toastKind, message, offer string, tips *control.Tips) *toast {
	t := &toast{kind: kind, stay: func() {}, Message: control.NewWrapped(""), Whole: control.NewTipArea(tips), Action: control.NewButton(offer, control.ButtonDefault, nil)}
	t.More = control.NewButton(moreLabel(), control.ButtonLink, nil)
	t.more = container.New(style.Centred{}, t.More)
	t.say(message)
	t.offer = container.New(style.Centred{}, t.Action)
	t.offered = offer != ""
	style.Show(t.offer, t.offered)
	t.CloseButton = control.NewIconButton(theme.CancelIcon(), dismissHint(), nil, nil)
	ground := control.NewPanel(theme.ColorNameOverlayBackground)
	ground.Stroke = style.ColorBorder
	ground.Rect.StrokeWidth = 1
	ground.Rect.CornerRadius = 8
	icon := container.New(style.Centred{}, widget.NewIcon(t.icon()))
	buttons := container.NewHBox(t.more, t.offer, container.New(style.Centred{}, t.CloseButton))
	text := container.New(style.AcrossMiddle{}, control.Flush(t.Message), t.Whole)
	box := container.NewBorder(nil, nil, icon, buttons, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 4), text))
	t.Object = container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(2, 2, 10, 6), box))
	return t
}

// say has it say something.
func (t *toast) say(message string) {
	t.Text = message
	t.Whole.Set(message)
	t.show(message)
}

// show shows as much of the message as there is room for.
func (t *toast) show(text string) {
	cut := text != t.Text
	style.Show(t.Whole, cut)
	style.Show(t.more, cut)
	t.Message.SetText(text)
}

// has tells whether something is one of its buttons.
func (t *toast) has(focused fyne.Focusable) bool {
	return focused != nil && (focused == t.CloseButton || focused == t.Action || focused == t.More)
}

func dismissHint() string { return lang.L("Dismiss") }

func moreLabel() string { return lang.L("More") }

func (t *toast) icon() fyne.Resource {
	switch t.kind {
	case toastDone:
		return style.DoneSign()
	case toastUnknown:
		return style.UnknownSign()
	case toastError:
		return style.ErrorSign()
	}
	return style.InfoSign()
}

// width is the room for the message on one line.
func (t *toast) width() float32 {
	return style.Measure(t.Message.Text, style.SizeText, fyne.TextStyle{}) + aroundText + t.buttonsWidth()
}

// widest is the width up to which the message is comfortable to read.
func (t *toast) widest() float32 { return toastWidth + t.buttonsWidth() }

// buttonsWidth is the width of what can be pressed, but for the cross.
func (t *toast) buttonsWidth() (width float32) {
	if t.offer.Visible() {
		width += t.Action.MinSize().Width
	}
	if t.more.Visible() {
		width += t.More.MinSize().Width
	}
	return width
}
