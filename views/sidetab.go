package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const sideTabHeight = float32(31)

// sideTab is one of the tabs at the side of Personal Settings. The chosen one has a mark at its right.
type sideTab struct {
	button
	selected bool
}

func newSideTab(label string, tapped func()) *sideTab {
	t := &sideTab{button: button{Text: label, OnTapped: tapped}}
	t.ExtendBaseWidget(t)
	return t
}

// Select marks the tab as the chosen one, or not.
func (t *sideTab) Select(on bool) {
	t.selected = on
	t.Refresh()
}

// CreateRenderer is how Fyne draws it.
func (t *sideTab) CreateRenderer() fyne.WidgetRenderer {
	r := &sideTabRenderer{
		tab:   t,
		label: &canvas.Text{TextSize: sizeText},
		mark:  &canvas.Rectangle{},
		ring:  &canvas.Rectangle{CornerRadius: 6, StrokeWidth: 2},
	}
	r.update()
	return r
}

type sideTabRenderer struct {
	tab        *sideTab
	label      *canvas.Text
	mark, ring *canvas.Rectangle
}

func (r *sideTabRenderer) Destroy() {}

func (r *sideTabRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.label, r.mark}
}

func (r *sideTabRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.label.MinSize().Width+46, sideTabHeight)
}

func (r *sideTabRenderer) Layout(size fyne.Size) {
	place(r.label, 26, size.Height)
	r.mark.Resize(fyne.NewSize(2, size.Height))
	r.mark.Move(fyne.NewPos(size.Width-2, 0))
	r.ring.Resize(fyne.NewSize(size.Width-24, size.Height))
	r.ring.Move(fyne.NewPos(14, 0))
}

func (r *sideTabRenderer) Refresh() {
	r.update()
	r.Layout(r.tab.Size())
	canvas.Refresh(r.tab)
}

func (r *sideTabRenderer) update() {
	t := r.tab
	ink := theme.ColorNameForeground
	if t.selected || t.hovered {
		ink = colorLink
	}
	r.label.Text = t.Text
	r.label.Color = themeColor(t, ink)
	r.mark.FillColor = themeColor(t, theme.ColorNamePrimary)
	r.mark.Hidden = !t.selected
	r.ring.StrokeColor = themeColor(t, theme.ColorNamePrimary)
	r.ring.Hidden = !t.focused
}
