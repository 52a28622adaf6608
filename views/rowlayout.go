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
	objects := []fyne.CanvasObject{r.ground, r.border, r.edge, r.ring, r.id, r.own, r.secret, r.show, r.copy, r.dot, r.state}
	for _, t := range r.times {
		objects = append(objects, t.objects()...)
	}
	return append(objects, r.toggle, r.remove, r.more, r.busy)
}

// Layout fills the row's pitch: widget.List keeps its theme padding between rows free, which would be
// a stripe without a colour, so the ground and the line reach into it.
func (rr *rowRenderer) Layout(size fyne.Size) {
	r := rr.row
	pitch := r.look.Pitch()
	bleed := (pitch - size.Height) / 2
	r.ground.Move(fyne.NewPos(0, -bleed))
	r.ground.Resize(fyne.NewSize(size.Width, pitch))
	r.border.Move(fyne.NewPos(0, size.Height+bleed-lineWidth))
	r.border.Resize(fyne.NewSize(size.Width, lineWidth))
	r.edge.Move(fyne.NewPos(0, -bleed))
	r.edge.Resize(fyne.NewSize(3, pitch-lineWidth))
	r.ring.Move(fyne.NewPos(1, -bleed+1))
	r.ring.Resize(fyne.NewSize(size.Width-2, pitch-lineWidth-2))

	at := r.look.In(size.Width)
	rr.layoutID(at, size.Height)
	rr.layoutState(at, size.Height)
	for _, t := range r.times {
		t.layout(at.spans[t.column], size.Height)
	}
	rr.layoutActions(at, size.Height)
}

// layoutID places the ID, what is to be said of it below, and the secret, below it too where it has no
// column of its own.
func (rr *rowRenderer) layoutID(at arrangement, height float32) {
	r := rr.row
	cell := at.spans[columnID]
	stack := []fyne.CanvasObject{r.id}
	r.id.Fit(int((cell.width-2*cellInset)/r.look.mono), r.look.lines())
	if at.stacked {
		stack = append(stack, r.secret)
	}
	rr.layoutSecret(at)
	if r.data.Own && float32(len(stack))*lineHeight+r.own.MinSize().Height <= r.look.Pitch()-2 {
		stack = append(stack, r.own)
	}
	show(r.own, stack[len(stack)-1] == r.own)
	total := float32(0)
	for _, o := range stack {
		total += o.MinSize().Height
	}
	y := (height - total) / 2
	for _, o := range stack {
		size := o.MinSize()
		o.Resize(size)
		o.Move(fyne.NewPos(cell.x+cellInset, y))
		y += size.Height
	}
	if at.stacked {
		rr.layoutLinks(cell.x+cellInset+r.secret.Width(), 2*r.secret.Position().Y+r.secret.Size().Height)
	} else {
		secret := at.spans[columnSecret]
		place(r.secret, secret.x+cellInset, height)
		rr.layoutLinks(secret.x+cellInset+r.secret.Width(), height)
	}
}

func (rr *rowRenderer) layoutSecret(at arrangement) {
	r := rr.row
	shown := at.stacked || at.shows(columnSecret)
	show(r.secret, shown)
	r.show.Shown(shown)
	r.copy.Shown(shown)
	if at.stacked {
		r.secret.Fit(r.look.secretChars(at.spans[columnID].width), r.look.lines()-1)
	} else {
		r.secret.Fit(r.look.secretChars(at.spans[columnSecret].width), r.look.lines())
	}
}

// layoutLinks places the links of a secret that ends at x.
func (rr *rowRenderer) layoutLinks(x, height float32) {
	r := rr.row
	place(r.show, x+secretGap, height)
	place(r.copy, x+secretGap+showWidth()+linkGap, height)
}

func (rr *rowRenderer) layoutState(at arrangement, height float32) {
	r := rr.row
	show(r.dot, at.shows(columnState))
	x := at.spans[columnState].x + cellInset
	r.dot.Resize(fyne.NewSquareSize(dotSize))
	r.dot.Move(fyne.NewPos(x, (height-dotSize)/2))
	room := at.spans[columnState].width - 2*cellInset - dotSize - dotGap
	r.state.Set(fitted(stateName(r.data.State), room, sizeText), r.ink()) // it may be one that nobody here knows
	place(r.state, x+dotSize+dotGap, height)
}

// layoutActions places the links of the last column. Where there is a menu in their stead, what is under way
// is told where the state is.
func (rr *rowRenderer) layoutActions(at arrangement, height float32) {
	r := rr.row
	x := at.spans[columnActions].x + cellInset
	inState := at.menu && at.shows(columnState)
	r.toggle.Shown(!at.menu)
	r.remove.Shown(!at.menu)
	underWay := progress(r.data.Key) != ""
	r.more.Shown(at.menu && (inState || !underWay))
	show(r.state, at.shows(columnState) && !(inState && underWay))
	place(r.more, x, height)
	place(r.toggle, x, height)
	place(r.busy, x, height)
	if inState {
		place(r.busy, r.state.Position().X, height)
	}
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
	r.edge.Hidden = !r.data.Selected
	r.ring.StrokeColor = themeColor(r, theme.ColorNamePrimary)
	r.ring.Hidden = !r.data.Cursor || !r.data.Focused
}
