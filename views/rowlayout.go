package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

type rowRenderer struct{ row *row }

func (rr *rowRenderer) Destroy() {}

func (rr *rowRenderer) MinSize() fyne.Size { return rr.row.MinSize() }

func (rr *rowRenderer) Objects() []fyne.CanvasObject {
	r := rr.row
	return []fyne.CanvasObject{r.ground, r.border, r.edge, r.id, r.own, r.secret, r.show, r.copy,
		r.dot, r.state, r.date, r.clock, r.created, r.toggle, r.remove, r.busy}
}

// Layout fills the row's pitch: widget.List keeps its theme padding between rows free, which would be
// a stripe without a colour, so the ground and the line reach into it.
func (rr *rowRenderer) Layout(size fyne.Size) {
	r := rr.row
	bleed := (rowPitch - size.Height) / 2
	r.ground.Move(fyne.NewPos(0, -bleed))
	r.ground.Resize(fyne.NewSize(size.Width, rowPitch))
	r.border.Move(fyne.NewPos(0, size.Height+bleed-lineWidth))
	r.border.Resize(fyne.NewSize(size.Width, lineWidth))
	r.edge.Move(fyne.NewPos(0, -bleed))
	r.edge.Resize(fyne.NewSize(3, rowPitch-lineWidth))

	spans := columnSpans(size.Width, r.need)
	rr.layoutID(spans[columnID], size.Height)
	rr.layoutSecret(spans[columnSecret], size.Height)
	rr.layoutState(spans[columnState], size.Height)
	rr.layoutCreated(spans[columnCreated], size.Height)
	rr.layoutActions(spans[columnActions], size.Height)
}

func (rr *rowRenderer) layoutID(at span, height float32) {
	r := rr.row
	x := at.x + cellInset
	place(r.id, x, height)
	if r.data.Own {
		own := r.own.MinSize().Height
		place(r.id, x, height-own)
		place(r.own, x, height+r.id.MinSize().Height)
	}
}

func (rr *rowRenderer) layoutSecret(at span, height float32) {
	r := rr.row
	x := at.x + cellInset
	place(r.secret, x, height)
	x += r.secret.Width() + linkGap
	place(r.show, x, height)
	place(r.copy, x+showWidth()+linkGap, height)
}

func (rr *rowRenderer) layoutState(at span, height float32) {
	r := rr.row
	r.dot.Resize(fyne.NewSquareSize(dotSize))
	r.dot.Move(fyne.NewPos(at.x+cellInset, (height-dotSize)/2))
	place(r.state, at.x+cellInset+dotSize+7, height)
}

func (rr *rowRenderer) layoutCreated(at span, height float32) {
	r := rr.row
	place(r.date, at.x+cellInset, height-18)
	place(r.clock, at.x+cellInset, height+18)
	r.created.Move(fyne.NewPos(at.x, 0))
	r.created.Resize(fyne.NewSize(at.width, height))
}

func (rr *rowRenderer) layoutActions(at span, height float32) {
	r := rr.row
	x := at.x + cellInset
	place(r.busy, x, height)
	place(r.toggle, x, height)
	if !r.toggle.Hidden {
		x += r.toggle.MinSize().Width + linkGap
	}
	place(r.remove, x, height)
}

func (rr *rowRenderer) Refresh() {
	rr.recolor()
	rr.Layout(rr.row.Size())
	canvas.Refresh(rr.row)
}

func (rr *rowRenderer) recolor() {
	r := rr.row
	ground := colorCard
	switch {
	case r.data.New:
		ground = colorRowNew
	case r.data.Selected:
		ground = colorRowChosen
	case r.hovered:
		ground = colorRowHover
	}
	_, dot := stateLook(r.data.State)
	r.ground.FillColor = themeColor(r, ground)
	r.ground.Hidden = ground == colorCard // which is behind it
	r.border.FillColor = themeColor(r, colorRowLine)
	r.dot.FillColor = themeColor(r, dot)
	r.edge.FillColor = themeColor(r, theme.ColorNamePrimary)
	r.edge.Hidden = !r.data.Selected || !r.data.Focused
}
