package views

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const linkHeight = float32(24)

// link is a text in a row that acts when it is clicked. Rows are recycled under the pointer, so it takes
// no focus (the table does), and it acts only where the row that the press began on is still the row
// that is there at the release: Target names it.
type link struct {
	widget.BaseWidget
	Target   string
	Name     string // what it does, where its text does not say
	OnTapped func(target string)
	OnHover  func(in bool)
	OnMenu   func(*fyne.PointEvent)

	label     *canvas.Text
	underline *canvas.Rectangle
	pressed   string
	hovered   bool
	muted     bool // it says why it does nothing
	out       bool // there is no place for it
}

func newLink(tapped func(target string)) *link {
	l := &link{OnTapped: tapped, label: &canvas.Text{TextSize: sizeText}, underline: &canvas.Rectangle{}}
	l.ExtendBaseWidget(l)
	return l
}

// Set names what a click acts on and what it does; no text is no link.
func (l *link) Set(target, label string) {
	l.Target = target
	changed := l.label.Text != label
	l.label.Text = label
	l.Shown(!l.out)
	if changed {
		l.Refresh()
	}
}

// Shown has the link be there, if it has a text, or not.
func (l *link) Shown(on bool) {
	l.out = !on
	l.Hidden = l.out || l.label.Text == ""
}

// Mute has it look as if it did nothing, or as if it did.
func (l *link) Mute(muted bool) {
	if l.muted != muted {
		l.muted = muted
		l.Refresh()
	}
}

// MouseDown remembers what the press began on.
func (l *link) MouseDown(*desktop.MouseEvent) { l.pressed = l.Target }

// MouseUp is of no use to a link.
func (l *link) MouseUp(*desktop.MouseEvent) {}

// Tapped acts, unless the row has become another one since the press.
func (l *link) Tapped(*fyne.PointEvent) {
	if l.pressed == l.Target && l.OnTapped != nil {
		l.OnTapped(l.Target)
	}
}

// TappedSecondary is a right click, which is the row's.
func (l *link) TappedSecondary(e *fyne.PointEvent) {
	if l.OnMenu != nil {
		l.OnMenu(e)
	}
}

// MouseIn is the pointer coming over it.
func (l *link) MouseIn(*desktop.MouseEvent) {
	l.setHovered(true)
}

// MouseMoved is of no use to a link.
func (l *link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is the pointer going away.
func (l *link) MouseOut() {
	l.setHovered(false)
}

func (l *link) setHovered(in bool) {
	l.hovered = in
	if l.OnHover != nil {
		l.OnHover(in)
	}
	l.Refresh()
}

// Cursor is a hand where a click does something.
func (l *link) Cursor() desktop.Cursor {
	if l.muted {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel names the action and what it acts on.
func (l *link) AccessibilityLabel() string { return cmp.Or(l.Name, l.label.Text) + " " + l.Target }

// AccessibilityRole is that of a link.
func (l *link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer is how Fyne draws it.
func (l *link) CreateRenderer() fyne.WidgetRenderer {
	l.recolor()
	return &linkRenderer{link: l}
}

func (l *link) recolor() {
	name := colorLink
	switch {
	case l.muted:
		name = colorSecondary
	case l.hovered:
		name = colorLinkHover
	}
	l.label.Color = themeColor(l, name)
	l.underline.FillColor = l.label.Color
	l.underline.Hidden = !l.hovered || l.muted
}

type linkRenderer struct{ link *link }

func (r *linkRenderer) Destroy() {}

func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.link.label, r.link.underline}
}

func (r *linkRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.link.label.MinSize().Width, linkHeight)
}

func (r *linkRenderer) Layout(size fyne.Size) {
	place(r.link.label, 0, size.Height)
	bottom := (size.Height + r.link.label.MinSize().Height) / 2
	r.link.underline.Move(fyne.NewPos(0, bottom-2))
	r.link.underline.Resize(fyne.NewSize(r.link.label.MinSize().Width, 1))
}

func (r *linkRenderer) Refresh() {
	r.link.recolor()
	r.Layout(r.link.Size())
	canvas.Refresh(r.link)
}
