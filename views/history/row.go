package history

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/client"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

const (
	rowHeight  = float32(34)
	foldedRow  = float32(52) // the height of a row with two lines
	inset      = float32(8)
	markSize   = float32(16)
	markGap    = float32(6)
	timeWidth  = float32(148)
	leastWidth = float32(120)

	leastColumn = float32(90) // for the title of a column
)

// pitch returns the distance from one row to the next.
func pitch(wide bool) float32 {
	if wide {
		return rowHeight
	}
	return foldedRow
}

// row shows one event. The list reuses rows for other events.
type row struct {
	widget.BaseWidget
	style.Hover              // or else the toolkit would mark the row below the scroll bar, too
	list                     *list
	place                    int
	at, what, about, outcome *text.Text
	id                       *text.Mono // follows about
	mark                     *widget.Icon
	areas                    cells // over the texts, with the whole of one that is cut
	ground, line             style.Fill
	ring                     style.Outline
	drawnMark                markLook
}

// cells has an area for each text of a row.
type cells struct{ at, what, about, outcome *tooltip.Area }

func (c cells) all() []*tooltip.Area { return []*tooltip.Area{c.at, c.what, c.about, c.outcome} }

// markLook identifies the picture of a mark.
type markLook struct {
	icon string
	ink  color.Color
}

func newRow(l *list) *row {
	text := func() *text.Text { return text.New("", style.SizeText, fyne.TextStyle{}) }
	r := &row{list: l, at: text(), what: text(), about: text(), outcome: text(), id: newID(), mark: widget.NewIcon(nil),
		ground: style.NewFill(), line: style.NewFill(), ring: style.NewOutline()}
	r.Redraw = r.Refresh
	area := func() *tooltip.Area {
		a := tooltip.NewArea(l.tips)
		a.OnHover = r.SetHovered
		return a
	}
	r.areas = cells{area(), area(), area(), area()}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(place int) {
	r.place = place
	r.Refresh()
}

// event returns the event that the row shows, if there still is one.
func (r *row) event() (history.Event, bool) {
	if r.place >= len(r.list.events) {
		return history.Event{}, false
	}
	return r.list.events[r.place], true
}

// Tapped marks the event, or opens it at a double click.
func (r *row) Tapped(*fyne.PointEvent) { r.list.Click(r.place) }

// TappedSecondary opens the event's menu.
func (r *row) TappedSecondary(e *fyne.PointEvent) {
	r.list.MenuAt(r.place, e.AbsolutePosition)
}

// MinSize returns the size of every row. widget.List adds the theme's padding between rows.
func (r *row) MinSize() fyne.Size {
	return fyne.NewSize(leastWidth, pitch(r.list.wide)-theme.Padding())
}

// AccessibilityLabel returns the event as it is read out.
func (r *row) AccessibilityLabel() string {
	e, ok := r.event()
	if !ok {
		return ""
	}
	return r.list.readOut(e)
}

// AccessibilityRole returns the role of a text.
func (r *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ *row }

func (r *rowRenderer) Destroy() {}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.ground.Raster, r.line.Raster}, r.ring.Objects()...)
	objects = append(objects, r.at, r.what, r.about, r.id, r.mark, r.outcome)
	for _, a := range r.areas.all() {
		objects = append(objects, a)
	}
	return objects
}

func (r *rowRenderer) Refresh() {
	marked, ground := r.place == r.list.Marked, style.ColorRowHover
	if marked {
		ground = style.ColorRowChosen
	}
	r.ground.Paint(style.Color(r.row, ground))
	r.ground.Hidden = !marked && !r.Hovered
	r.line.Paint(style.Color(r.row, style.ColorRowLine))
	r.ring.Show(marked && r.list.Focused, style.Color(r.row, theme.ColorNamePrimary))
	r.Layout(r.Size())
	canvas.Refresh(r.row)
}

func (r *rowRenderer) Layout(size fyne.Size) {
	e, ok := r.event()
	if !ok {
		return
	}
	size.Width -= scroll.Gutter
	bleed := theme.Padding() / 2
	r.ground.Move(fyne.NewPos(0, -bleed))
	r.ground.Resize(fyne.NewSize(size.Width, size.Height+2*bleed))
	r.line.Move(fyne.NewPos(0, size.Height+bleed-style.LineWidth))
	r.line.Resize(fyne.NewSize(size.Width, style.LineWidth))
	r.ring.Place(fyne.NewPos(1, 0), fyne.NewSize(size.Width-2, size.Height))
	r.setMark(outcomeMark(e))
	if r.list.wide {
		r.layoutWide(e, size)
	} else {
		r.layoutFolded(e, size)
	}
}

// layoutWide places the texts in columns below those of the header.
func (r *rowRenderer) layoutWide(e history.Event, size fyne.Size) {
	c := r.list.columnsIn(size.Width)
	middle := size.Height / 2
	placeText(r.at, r.areas.at, words.EventTime(e.At), theme.ColorNameForeground, 0, c, middle)
	placeText(r.what, r.areas.what, words.EventName(e), theme.ColorNameForeground, 1, c, middle)
	r.placeSubject(e, theme.ColorNameForeground, 2, c, middle)
	placeText(r.outcome, r.areas.outcome, words.EventOutcome(e), outcomeInk(e), 3, c.shifted(3, markSize+markGap), middle)
	r.placeMark(c[3].x+inset, middle)
}

// layoutFolded places the action and the outcome on the first line, the time and the key on the second.
func (r *rowRenderer) layoutFolded(e history.Event, size fyne.Size) {
	upper, lower := size.Height/2-10, size.Height/2+10
	half := size.Width / 2
	placeText(r.what, r.areas.what, words.EventName(e), theme.ColorNameForeground, 0, columns{{0, half}}, upper)
	placeText(r.outcome, r.areas.outcome, words.EventOutcome(e), outcomeInk(e), 0, columns{{half + markSize + markGap, half - markSize - markGap}}, upper)
	r.placeMark(half+inset, upper)
	placeText(r.at, r.areas.at, words.EventTime(e.At), style.ColorSecondary, 0, columns{{0, timeWidth}}, lower)
	r.placeSubject(e, style.ColorSecondary, 0, columns{{timeWidth, size.Width - timeWidth}}, lower)
}

// setMark sets the picture of the mark, unless it is the same: to read a picture takes long.
func (r *rowRenderer) setMark(icon fyne.Resource, ink fyne.ThemeColorName) {
	if now := (markLook{icon.Name(), style.Color(r.row, ink)}); r.drawnMark != now {
		r.drawnMark = now
		r.mark.SetResource(theme.NewColoredResource(icon, ink))
	}
}

func (r *rowRenderer) placeMark(x, middle float32) {
	r.mark.Resize(fyne.NewSquareSize(markSize))
	r.mark.Move(fyne.NewPos(x, middle-markSize/2))
}

// placeText places a text in a column, cut to its width, and an area over it.
func placeText(t *text.Text, a *tooltip.Area, says string, ink fyne.ThemeColorName, column int, c columns, middle float32) {
	shown := style.Fitted(says, c[column].width-2*inset, style.SizeText)
	t.Set(shown, ink)
	style.PlaceAround(t, c[column].x+inset, middle)
	explain(a, says, shown, column, c, middle)
}

// explain places an area over a text in a column. If that is cut, the area's tip is the whole text.
func explain(a *tooltip.Area, whole, shown string, column int, c columns, middle float32) {
	if whole == shown {
		whole = ""
	}
	a.Set(whole)
	style.Show(a, whole != "")
	a.Move(fyne.NewPos(c[column].x, middle-style.LineHeight/2))
	a.Resize(fyne.NewSize(c[column].width, style.LineHeight))
}

// outcomeMark returns the icon and the colour for the outcome of an event.
func outcomeMark(e history.Event) (fyne.Resource, fyne.ThemeColorName) {
	switch {
	case cancelled(e):
		return theme.InfoIcon(), style.ColorSecondary
	case e.Action == history.Check:
		return checkMark(keycheck.Kind(e.Kind))
	case e.Action == history.WrongPIN, e.Outcome == history.Failed, e.Outcome == history.Resolved && e.Kind != "":
		return theme.ErrorIcon(), style.ColorDotRed
	case e.Action == history.Elsewhere, e.Action == history.Off, e.Action == history.Clear:
		return theme.InfoIcon(), style.ColorDotOrange
	case e.Outcome == history.Pending:
		return theme.QuestionIcon(), style.ColorDotOrange
	}
	return theme.ConfirmIcon(), style.ColorDotGreen
}

func checkMark(kind keycheck.Kind) (fyne.Resource, fyne.ThemeColorName) {
	switch kind {
	case keycheck.Accepted:
		return theme.ConfirmIcon(), style.ColorDotGreen
	case keycheck.RefusedInactive:
		return theme.InfoIcon(), style.ColorLink
	case keycheck.Refused, keycheck.AcceptedInactive:
		return theme.ErrorIcon(), style.ColorDotRed
	}
	return theme.QuestionIcon(), style.ColorDotOrange
}

func outcomeInk(e history.Event) fyne.ThemeColorName {
	if e.Action == history.Elsewhere && e.State == client.StateDeleted || e.Outcome == history.Failed && !cancelled(e) {
		return style.ColorDanger
	}
	return theme.ColorNameForeground
}

// cancelled reports whether something was not done because the user did not want it any more.
func cancelled(e history.Event) bool {
	return e.Outcome == history.Failed && e.Kind == history.Cancelled
}
