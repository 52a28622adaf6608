package control

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

const linkHeight = float32(24)

// Link is a text in a row that acts when it is clicked. Rows are recycled under the pointer, so it takes
// no focus (the table does), and it acts only where the row that the press began on is still the row
// that is there at the release: Target names it.
type Link struct {
	widget.BaseWidget
	Target   string
	Name     string // what it does, where its text does not say
	OnTapped func(target string)
	OnHover  func(in bool)
	OnMenu   func(*fyne.PointEvent)

	Label     *canvas.Text
	underline style.Fill
	pressed   string
	hovered   bool
	muted     bool // it says why it does nothing
	out       bool // there is no place for it
}

// NewLink returns a link without a target.
func NewLink(tapped func(target string)) *Link {
	l := &Link{OnTapped: tapped, Label: &canvas.Text{TextSize: style.SizeText}, underline: style.NewFill()}
	l.ExtendBaseWidget(l)
	return l
}

// Set names what a click acts on and what it does; no text is no link.
func (l *Link) Set(target, label string) {
	l.Target = target
	changed := l.Label.Text != label
	l.Label.Text = label
	l.Shown(!l.out)
	if changed {
		l.Refresh()
	}
}

// Shown has the link be there, if it has a text, or not.
func (l *Link) Shown(on bool) {
	l.out = !on
	l.Hidden = l.out || l.Label.Text == ""
}

// Mute has it look as if it did nothing, or as if it did.
func (l *Link) Mute(muted bool) {
	if l.muted != muted {
		l.muted = muted
		l.Refresh()
	}
}

// MouseDown remembers what the press began on.
func (l *Link) MouseDown(*desktop.MouseEvent) { l.pressed = l.Target }

// MouseUp is of no use to a link.
func (l *Link) MouseUp(*desktop.MouseEvent) {}

// Tapped acts, unless the row has become another one since the press.
func (l *Link) Tapped(*fyne.PointEvent) {
	if l.pressed == l.Target && l.OnTapped != nil {
		l.OnTapped(l.Target)
	}
}

// TappedSecondary is a right click, which is the row's.
func (l *Link) TappedSecondary(e *fyne.PointEvent) {
	if l.OnMenu != nil {
		l.OnMenu(e)
	}
}

// MouseIn is the pointer coming over it.
func (l *Link) MouseIn(*desktop.MouseEvent) {
	l.setHovered(true)
}

// MouseMoved is of no use to a link.
func (l *Link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is the pointer going away.
func (l *Link) MouseOut() {
	l.setHovered(false)
}

func (l *Link) setHovered(in bool) {
	l.hovered = in
	if l.OnHover != nil {
		l.OnHover(in)
	}
	l.Refresh()
}

// Cursor is a hand where a click does something.
func (l *Link) Cursor() desktop.Cursor {
	if l.muted {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel names the action and what it acts on.
func (l *Link) AccessibilityLabel() string { return cmp.Or(l.Name, l.Label.Text) + " " + l.Target }

// AccessibilityRole is that of a link.
func (l *Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer is how Fyne draws it.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	l.recolor()
	return &linkRenderer{link: l}
}

func (l *Link) recolor() {
	name := style.ColorLink
	switch {
	case l.muted:
		name = style.ColorSecondary
	case l.hovered:
		name = style.ColorLinkHover
	}
	l.Label.Color = style.Color(l, name)
	l.underline.Paint(l.Label.Color)
	l.underline.Hidden = !l.hovered || l.muted
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
