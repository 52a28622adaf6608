package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

const SideTabHeight = float32(31)

// SideTab is one of the tabs at the side of Personal Settings. The selected tab has a mark at its right.
type SideTab struct {
	Button
	Selected bool
}

// NewSideTab returns a tab that is not selected.
func NewSideTab(label string, tapped func()) *SideTab {
	t := &SideTab{Button: Button{Text: label, OnTapped: tapped}}
	t.ExtendBaseWidget(t)
	return t
}

// Select marks the tab as selected, or not.
func (t *SideTab) Select(on bool) {
	if t.Selected != on {
		t.Selected = on
		t.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (t *SideTab) CreateRenderer() fyne.WidgetRenderer {
	r := &sideTabRenderer{
		tab:   t,
		label: &canvas.Text{TextSize: style.SizeText},
		mark:  style.NewFill(),
		ring:  &canvas.Rectangle{CornerRadius: 6, StrokeWidth: 2},
	}
	r.update()
	return r
}

type sideTabRenderer struct {
	tab   *SideTab
	label *canvas.Text
	mark  style.Fill
	ring  *canvas.Rectangle
}

func (r *sideTabRenderer) Destroy() {}

func (r *sideTabRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.label, r.mark.Raster}
}

func (r *sideTabRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.label.MinSize().Width+46, SideTabHeight)
}

func (r *sideTabRenderer) Layout(size fyne.Size) {
	style.PlaceLine(r.label, 26, size.Height)
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
	if t.Selected || t.Hovered {
		ink = style.ColorLink
	}
	r.label.Text = t.Text
	r.label.Color = style.Color(t, ink)
	r.mark.Paint(style.Color(t, theme.ColorNamePrimary))
	r.mark.Hidden = !t.Selected
	r.ring.StrokeColor = style.Color(t, theme.ColorNamePrimary)
	r.ring.Hidden = !t.Ringed()
}
