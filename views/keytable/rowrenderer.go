package keytable

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/views/chips"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/selection"
	"accesskeys/views/words"
)

const (
	chipRise = float32(5) // twice how much higher a cell with chips is placed: the letters at its top begin below the line's top
	chipAir  = float32(4) // below the chips of a row, at least
)

type rowRenderer struct{ Row *Row }

func (rr *rowRenderer) Destroy() {}

func (rr *rowRenderer) MinSize() fyne.Size { return rr.Row.MinSize() }

func (rr *rowRenderer) Objects() []fyne.CanvasObject {
	r := rr.Row
	objects := []fyne.CanvasObject{r.frame.ground.Raster, r.frame.border.Raster, r.frame.edge.Raster}
	objects = append(objects, r.frame.ring.Objects()...)
	objects = append(objects, r.Box, r.dot, r.frame.secret, r.label, r.id, r.ownRemark, r.secret, r.Links.Show, r.Links.Copy, r.state)
	if r.Data.Field != nil {
		objects = append(objects, r.Data.Field)
	}
	for _, t := range r.Times {
		objects = append(objects, t.objects()...)
	}
	objects = append(objects, r.Links.State, r.Links.Delete, r.Links.More, r.busy)
	return slices.Concat(objects, r.chips.Objects(), r.age.objects())
}

// Layout implements fyne.WidgetRenderer. widget.List leaves the theme's padding between rows free, which would be a
// stripe without a colour. So the background and the line of a row reach into the padding. The ring does not, because
// the padding above the first row and below the last is not visible.
func (rr *rowRenderer) Layout(size fyne.Size) {
	r := rr.Row
	size.Width -= scroll.Gutter
	pitch := r.look.Pitch()
	bleed := (pitch - size.Height) / 2
	r.frame.ground.Move(fyne.NewPos(0, -bleed))
	r.frame.ground.Resize(fyne.NewSize(size.Width, pitch))
	r.frame.border.Move(fyne.NewPos(0, size.Height+bleed-style.LineWidth))
	r.frame.border.Resize(fyne.NewSize(size.Width, style.LineWidth))
	r.frame.edge.Move(fyne.NewPos(0, -bleed))
	r.frame.edge.Resize(fyne.NewSize(3, pitch-style.LineWidth))
	r.frame.ring.Place(fyne.NewPos(1, 0), fyne.NewSize(size.Width-2, size.Height))
	r.Box.Move(fyne.Position{})
	r.Box.Resize(fyne.NewSize(tickWidth, size.Height))

	at := r.look.In(size.Width)
	line := rr.layoutID(at, size.Height)
	rr.layoutState(at, line, size.Height)
	for _, t := range r.Times {
		t.layout(at.Spans[t.column], size.Height, r.look.needs.oneLine)
	}
	r.age.layout(at.Spans[ColumnAge], size.Height)
	rr.layoutActions(at, line, size.Height)
}

// layoutID places the label and the ID, below them the remark on the app's own key, and the secret: in its column, or
// below the ID if it has none. It returns the height in the middle of which the state and the actions are: that of the row
// or, if the secret is below the ID, of what is beside the first line there, in every row.
func (rr *rowRenderer) layoutID(at Arrangement, height float32) (line float32) {
	r := rr.Row
	in, x, width := arrangeLines(r, at), at.Spans[ColumnID].X+CellInset, r.look.idWidth(at)
	first := width // of the first line
	room := first  // of its text
	if in.linksOnTop {
		first = r.look.mono * float32(r.look.secretChars(at)) // as in the rows whose links are beside the secret
		room = first - r.cancelExcess()
	}
	r.setRemark(in, first, width)
	rr.layoutSecret(at, in)
	if in.remarkBeside {
		room -= r.ownRemark.MinSize().Width + ownGap
	}
	stack := rr.setName(in, width, room)
	beside := in.idBeside && r.id.Visible() // and not in the text of the label
	if beside {
		room -= r.id.MinSize().Width + ownGap
	}
	if in.secretBelow {
		stack = append(stack, r.secret)
	}
	if in.remarkBelow {
		stack = append(stack, r.ownRemark)
	}
	y := topOf(stack, height)
	for _, o := range stack {
		size := o.MinSize()
		if o == r.Data.Field {
			size.Width = room
		}
		o.Resize(size)
		o.Move(fyne.NewPos(x, y))
		y += step(stack, o)
	}
	line = 2*stack[0].Position().Y + stack[0].Size().Height
	if beside {
		style.Place(r.id, x+room+ownGap, line)
	}
	if in.remarkBeside {
		name := stack[0]
		r.ownRemark.Resize(r.ownRemark.MinSize())
		r.ownRemark.Move(name.Position().AddXY(name.Size().Width+ownGap, (name.Size().Height-r.ownRemark.MinSize().Height)/2))
	}
	r.layoutSecretGround(in)
	if at.stacked {
		rr.layoutStackedLinks(x, first, line, in.linksOnTop)
		if r.masked() {
			r.secret.Move(r.secret.Position().AddXY(0, maskDrop))
		}
		return line
	}
	secret := at.Spans[columnSecret]
	style.Place(r.secret, secret.X+CellInset, height)
	rr.layoutLinks(secret.X+CellInset+r.secret.Width(), height)
	return height
}

// topOf returns where the first line of a stack is placed, to be in the middle of a height. Three lines are placed higher,
// so that there is as much air below them as above: the letters at the top begin below the line's top, and the links
// beside the lowest line reach further down than its letters.
func topOf(stack []fyne.CanvasObject, height float32) float32 {
	const lift = 2
	total := float32(0)
	for _, o := range stack {
		total += step(stack, o)
	}
	if total > 2*style.LineHeight {
		total += 2 * lift
	}
	return (height - total) / 2
}

// step returns the distance from a line of a stack to the next. Three lines are closer together.
func step(stack []fyne.CanvasObject, o fyne.CanvasObject) float32 {
	const closer = 2
	height := o.MinSize().Height
	if _, label := o.(*text.Text); label && len(stack) > 2 && o == stack[0] {
		height -= closer
	}
	return height
}

func (rr *rowRenderer) layoutSecret(at Arrangement, in rowLines) {
	r := rr.Row
	reveals := keys.CanReveal(r.Data.State)
	style.Show(r.secret, in.secretBelow || at.Shows(columnSecret) && reveals)
	links := (at.stacked || at.Shows(columnSecret)) && reveals
	r.Links.Show.SetShown(links)
	r.Links.Copy.SetShown(links)
	lines := r.look.lines()
	switch {
	case at.stacked && r.Data.Field != nil:
		lines = 1
	case at.stacked:
		lines--
	}
	r.secret.Fit(in.secretChars, lines)
	if r.masked() {
		r.secret.Set(mask[:in.secretChars], style.ColorSecondary)
	}
}

// layoutStackedLinks places the links of a secret that is below the ID: beside it, or beside the ID while that is alone
// below a field, or at the end of the first line, which begins at x.
func (rr *rowRenderer) layoutStackedLinks(x, first, line float32, onTop bool) {
	r := rr.Row
	switch {
	case onTop:
		rr.layoutLinks(x+first, line)
	case r.secret.Visible():
		rr.layoutLinks(x+r.secret.Width(), 2*r.secret.Position().Y+r.secret.Size().Height)
	default:
		rr.layoutLinks(x+r.secret.Width(), 2*r.id.Position().Y+r.id.Size().Height)
	}
}

// cancelExcess returns by how much Cancel is longer than Show, while it stands in its place.
func (r *Row) cancelExcess() float32 { return max(0, r.Links.Show.MinSize().Width-showWidth()) }

// layoutLinks places the links of a secret that ends at x. What Cancel stands beside is shorter than a secret.
func (rr *rowRenderer) layoutLinks(x, height float32) {
	r := rr.Row
	style.Place(r.Links.Show, x+secretGap-r.cancelExcess(), height)
	style.Place(r.Links.Copy, x+secretGap+showWidth()+style.LinkGap, height)
}

func (rr *rowRenderer) layoutState(at Arrangement, line, rowHeight float32) {
	r := rr.Row
	style.Show(r.dot, at.Shows(ColumnState))
	x := at.Spans[ColumnState].X + CellInset
	height := rr.layoutChips(at, ColumnState, line, rowHeight)
	r.dot.Resize(fyne.NewSquareSize(dotSize))
	r.dot.Move(fyne.NewPos(x, (height-dotSize)/2))
	room := at.Spans[ColumnState].Width - 2*CellInset - dotSize - dotGap
	r.state.Set(style.Fitted(words.StateName(r.Data.State), room, style.SizeText), r.ink()) // a later server may have longer states
	style.Place(r.state, x+dotSize+dotGap, height)
}

// layoutActions places the links of the last column, each in a place of its own. If only the menu has room, the progress
// of an operation is shown in place of the state.
func (rr *rowRenderer) layoutActions(at Arrangement, line, rowHeight float32) {
	r := rr.Row
	x := at.Spans[ColumnActions].X + CellInset
	height := rr.layoutChips(at, ColumnActions, line, rowHeight)
	inState := at.menu && at.Shows(ColumnState)
	r.Links.State.SetShown(!at.menu)
	r.Links.Delete.SetShown(!at.menu)
	underWay := r.progress() != ""
	r.Links.More.SetShown(!at.menu || inState || !underWay)
	style.Show(r.state, at.Shows(ColumnState) && !(inState && underWay))
	style.Place(r.Links.State, x, height)
	style.Place(r.busy, x, height)
	if inState {
		style.PlaceAround(r.busy, r.state.Position().X, r.state.Position().Y+r.state.Size().Height/2)
	}
	style.Place(r.Links.Delete, x+toggleWidth()+style.LinkGap, height)
	more := x
	if !at.menu {
		more += linksBeforeMore()
	}
	style.Place(r.Links.More, more, height)
	end := at.Spans[ColumnActions].X + at.Spans[ColumnActions].Width
	r.Links.More.Resize(fyne.NewSize(end-more, r.Links.More.Size().Height)) // it is small to click on otherwise
}

// layoutChips places the chips below the rest of a cell if they belong into its column: that of the state, or of the
// actions if the state is not shown. It returns the height in the middle of which the rest of the cell is: line, if that
// leaves enough room for the chips.
func (rr *rowRenderer) layoutChips(at Arrangement, c Column, line, height float32) float32 {
	r := rr.Row
	if r.chips.Empty() || (c == ColumnState) != at.Shows(ColumnState) {
		return line
	}
	inset := CellInset - chips.Pad // so that what a chip contains begins below the dot
	width := at.Spans[c].Width - inset
	lines := r.chips.SplitLines(width, r.look.lines()-1, !at.Shows(ColumnExpires))
	below := float32(len(lines)) * chips.LineHeight
	above := height - below - chipRise
	if line < height && (line+style.LineHeight)/2+below+chipAir <= height {
		above = line
	}
	r.chips.Place(lines, at.Spans[c].X+inset, width, above/2+(style.LineHeight+chips.LineHeight)/2)
	return above
}

func (rr *rowRenderer) Refresh() {
	rr.recolor()
	rr.Layout(rr.Row.Size())
	canvas.Refresh(rr.Row)
}

func (rr *rowRenderer) recolor() {
	r := rr.Row
	ground := style.ColorCard
	switch {
	case r.Data.New:
		ground = style.ColorRowNew
	case r.Data.Selected:
		ground = style.ColorRowChosen
	case r.Hovered:
		ground = style.ColorRowHover
	}
	r.frame.ground.Paint(style.Color(r, ground))
	r.frame.ground.Hidden = ground == style.ColorCard // the card behind the row has that colour
	r.frame.secret.FillColor = style.Color(r, style.ColorSecret)
	r.frame.border.Paint(style.Color(r, style.ColorRowLine))
	r.dot.FillColor = style.Color(r, stateDot(r.Data.State))
	r.frame.edge.Paint(style.Color(r, theme.ColorNamePrimary))
	r.frame.edge.Hidden = !r.Data.Selected
	r.frame.ring.Show(r.Data.Keyboard, style.Color(r, theme.ColorNamePrimary))
	r.Box.Hidden = !r.Hovered && !r.Data.Boxes || !selection.Markable(&r.Data.Key)
}
