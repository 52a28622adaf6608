package toast

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
)

// toast is a message. Its object is a container and not a widget, because the toolkit hides the children of a widget
// from screen readers.
type toast struct {
	kind           toastKind
	subject        Subject
	duration, left time.Duration // how long it is shown in all, and how much of that was left at since
	since          time.Time
	seen           time.Duration // how long it was on screen before since
	stopTimer      func()        // stops the timer that removes it
	heldBack       bool          // it was held back, and not shown since
	Message        *text.Wrapped
	Whole          *tooltip.Area   // explains a message that is cut
	More           *control.Button // shows all of a message that is cut
	Text           string
	fitted         fitted
	offered        bool            // it offers something, even if there is no room for the button
	Action         *control.Button // does what is offered
	CloseButton    *control.Button
	offer, more    *fyne.Container // around the buttons Action and More
	Object         *fyne.Container
}

const (
	aroundText = float32(110) // the width beside the text, without Action and More
	leastText  = float32(100) // the width of text that goes before the button Action
)

// LongestToast is how many characters a message shows at most.
const LongestToast = 400

func newToast(kind toastKind, message, offer string, tips *tooltip.Tips) *toast {
	t := &toast{kind: kind, stopTimer: func() {}, Message: text.NewWrapped(""), Whole: tooltip.NewArea(tips), Action: control.NewButton(offer, control.ButtonDefault, nil)}
	t.More = control.NewButton(moreLabel(), control.ButtonLink, nil)
	t.more = container.New(style.Centred{}, t.More)
	t.setText(message)
	t.offer = container.New(style.Centred{}, t.Action)
	t.offered = offer != ""
	style.Show(t.offer, t.offered)
	t.CloseButton = control.NewIconButton(theme.CancelIcon(), dismissHint(), nil, nil)
	ground := surface.NewPanel(theme.ColorNameOverlayBackground)
	ground.Stroke = style.ColorBorder
	ground.Rect.StrokeWidth = 1
	ground.Rect.CornerRadius = 8
	icon := container.New(style.Centred{}, widget.NewIcon(t.icon()))
	buttons := container.NewHBox(t.more, t.offer, container.New(style.Centred{}, t.CloseButton))
	text := container.New(style.AcrossMiddle{}, form.Flush(t.Message), t.Whole)
	box := container.NewBorder(nil, nil, icon, buttons, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 4), text))
	t.Object = container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(2, 2, 10, 6), box))
	return t
}

// setText sets the text of the message.
func (t *toast) setText(message string) {
	message = style.CloseUp(message)
	t.Text = message
	t.Whole.Set(message)
	t.show(message, false)
}

// says reports whether the toast shows a message. The spaces that setText leaves out do not count.
func (t *toast) says(message string) bool { return t.Text == style.CloseUp(message) }

// show shows text, which is the message, its brief form, or as much of one of them as there is room for.
func (t *toast) show(text string, cut bool) {
	style.Show(t.Whole, text != t.Text)
	style.Show(t.more, cut)
	t.Message.SetText(text)
}

// weight is how much a message matters, compared with others.
func (t *toast) weight() int {
	switch {
	case t.kind >= toastUnknown:
		return 2
	case t.offered:
		return 1
	}
	return 0
}

func (t *toast) buttons() []*control.Button {
	return []*control.Button{t.CloseButton, t.Action, t.More}
}

// hasButton reports whether focused is one of the message's buttons.
func (t *toast) hasButton(focused fyne.Focusable) bool {
	return slices.ContainsFunc(t.buttons(), func(b *control.Button) bool { return focused == fyne.Focusable(b) })
}

func dismissHint() string { return lang.L("Dismiss") }

func moreLabel() string { return lang.L("More") }

func (t *toast) icon() fyne.Resource {
	switch t.kind {
	case toastDone:
		return style.DoneSign()
	case toastWarning:
		return style.WarningSign()
	case toastUnknown:
		return style.UnknownSign()
	case toastError:
		return style.ErrorSign()
	}
	return style.InfoSign()
}

// width returns the width of the message on one line.
func (t *toast) width() float32 {
	return style.Measure(t.Message.Text, style.SizeText, fyne.TextStyle{}) + aroundText + t.buttonsWidth()
}

// widest returns the width up to which the message is comfortable to read.
func (t *toast) widest() float32 { return toastWidth + t.buttonsWidth() }

// buttonsWidth returns the width of the visible buttons, without the close button.
func (t *toast) buttonsWidth() (width float32) {
	if t.offer.Visible() {
		width += t.Action.MinSize().Width
	}
	if t.more.Visible() {
		width += t.More.MinSize().Width
	}
	return width
}
