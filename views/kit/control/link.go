package control

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

const linkHeight = float32(24)

// Link is a text in a row that acts when it is clicked. The toolkit reuses rows for other items, even under the
// pointer. So a link takes no focus (the table does), and it acts only if it has the same target when the mouse button
// is released as when it was pressed.
type Link struct {
	widget.BaseWidget
	tooltip.Hover
	target   string // the ID of what the link acts on
	Name     string // what the link does, if its text does not say
	Quiet    bool   // the link looks like one only under the pointer
	OnTapped func(target string)
	OnMenu   func(*fyne.PointEvent)

	Label     *canvas.Text
	underline style.Fill
	pressed   string
	muted     bool // the link looks disabled; a click tells why
	withheld  bool // the row has no place for the link
}

// NewLink returns a link without a target.
func NewLink(tapped func(target string)) *Link {
	l := &Link{OnTapped: tapped, Label: &canvas.Text{TextSize: style.SizeText}, underline: style.NewFill()}
	l.Redraw = l.Refresh
	l.ExtendBaseWidget(l)
	return l
}

// Set sets the target and the text of the link. A link without a text is hidden.
func (l *Link) Set(target, label string) {
	l.target = target
	changed := l.Label.Text != label
	l.Label.Text = label
	l.SetShown(!l.withheld)
	if changed {
		l.Refresh()
	}
}

// SetShown shows the link if on is true and it has a text, and otherwise hides it.
func (l *Link) SetShown(on bool) {
	l.withheld = !on
	l.Hidden = l.withheld || l.Label.Text == ""
}

// Mute makes the link look disabled, or enabled again. OnTapped is called either way.
func (l *Link) Mute(muted bool) {
	if l.muted != muted {
		l.muted = muted
		l.Refresh()
	}
}

// MouseDown implements desktop.Mouseable. It records the target for Tapped.
func (l *Link) MouseDown(*desktop.MouseEvent) { l.pressed = l.target }

// MouseUp implements desktop.Mouseable. It does nothing.
func (l *Link) MouseUp(*desktop.MouseEvent) {}

// Tapped calls OnTapped, unless the link has got another target since the button was pressed.
func (l *Link) Tapped(*fyne.PointEvent) {
	if l.pressed == l.target && l.OnTapped != nil {
		l.OnTapped(l.target)
	}
}

// TappedSecondary opens the menu of the row.
func (l *Link) TappedSecondary(e *fyne.PointEvent) {
	if l.OnMenu != nil {
		l.OnMenu(e)
	}
}

// Cursor returns a hand where a click does something.
func (l *Link) Cursor() desktop.Cursor {
	if l.muted {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel returns the link's name or text, and its target.
func (l *Link) AccessibilityLabel() string { return cmp.Or(l.Name, l.Label.Text) + " " + l.target }

// AccessibilityRole returns the role of a link.
func (l *Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer implements fyne.Widget.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	l.recolor()
	return &linkRenderer{link: l}
}

func (l *Link) recolor() {
	name := style.ColorLink
	switch {
	case l.muted, l.Quiet && !l.Hovered:
		name = style.ColorSecondary
	case l.Hovered:
		name = style.ColorLinkHover
	}
	l.Label.Color = style.Color(l, name)
	l.underline.Paint(l.Label.Color)
	l.underline.Hidden = !l.Hovered || l.muted || l.Quiet
}

type linkRenderer struct{ link *Link }

func (r *linkRenderer) Destroy() {}

func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.link.Label, r.link.underline.Raster}
}

func (r *linkRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.link.Label.MinSize().Width, linkHeight)
}

func (r *linkRenderer) Layout(size fyne.Size) {
	style.PlaceLine(r.link.Label, 0, size.Height)
	bottom := (size.Height + r.link.Label.MinSize().Height) / 2
	r.link.underline.Move(fyne.NewPos(0, bottom-2))
	r.link.underline.Resize(fyne.NewSize(r.link.Label.MinSize().Width, 1))
}

func (r *linkRenderer) Refresh() {
	r.link.recolor()
	r.Layout(r.link.Size())
	canvas.Refresh(r.link)
}
