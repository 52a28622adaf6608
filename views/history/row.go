package history

import (
	"image/color"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const (
	rowHeight  = float32(34)
	foldedRow  = float32(52) // of two lines
	inset      = float32(8)
	markSize   = float32(16)
	markGap    = float32(6)
	gutter     = control.Gutter - 1 // for the scroll bar, which ends before the card does
	timeWidth  = float32(148)
	leastWidth = float32(120)
)

// pitch is from one row to the next.
func pitch(wide bool) float32 {
	if wide {
		return rowHeight
	}
	return foldedRow
}

// row shows one event. It is recycled.
type row struct {
	widget.BaseWidget
	list                     *list
	place                    int
	at, what, about, outcome *control.Text
	mark                     *widget.Icon
	ground, line             style.Fill
	ring                     style.Outline
	marked                   picture
}

// picture is what a mark looks like.
type picture struct {
	icon string
	ink  color.Color
}

func newRow(l *list) *row {
	text := func() *control.Text { return control.NewText("", style.SizeText, fyne.TextStyle{}) }
	r := &row{list: l, at: text(), what: text(), about: text(), outcome: text(), mark: widget.NewIcon(nil),
		ground: style.NewFill(), line: style.NewFill(), ring: style.NewOutline()}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(place int) {
	r.place = place
	r.Refresh()
}

// event is what the row shows.
func (r *row) event() (history.Event, bool) {
	if r.place >= len(r.list.events) {
		return history.Event{}, false
	}
	return r.list.events[r.place], true
}

// Tapped marks the event, or opens it.
func (r *row) Tapped(*fyne.PointEvent) { r.list.Press(r.place) }

// TappedSecondary opens the event's menu.
func (r *row) TappedSecondary(e *fyne.PointEvent) {
	r.list.MenuAt(r.place, e.AbsolutePosition)
}

// MinSize is what every row takes: widget.List keeps its theme's padding between rows free.
func (r *row) MinSize() fyne.Size {
	return fyne.NewSize(leastWidth, pitch(r.list.wide)-theme.Padding())
}

// AccessibilityLabel is the event.
func (r *row) AccessibilityLabel() string {
	e, ok := r.event()
	if !ok {
		return ""
	}
	return r.list.told(e)
}

// AccessibilityRole is that of a text.
func (r *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ *row }

func (r *rowRenderer) Destroy() {}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.ground.Raster, r.line.Raster}, r.ring.Objects()...)
	return append(objects, r.at, r.what, r.about, r.mark, r.outcome)
}

func (r *rowRenderer) Refresh() {
	r.ground.Paint(style.Color(r.row, style.ColorRowChosen))
	marked := r.place == r.list.At
	r.ground.Hidden = !marked
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
	size.Width -= gutter
	bleed := theme.Padding() / 2
	r.ground.Move(fyne.NewPos(0, -bleed))
	r.ground.Resize(fyne.NewSize(size.Width, size.Height+2*bleed))
	r.line.Move(fyne.NewPos(0, size.Height+bleed-style.LineWidth))
	r.line.Resize(fyne.NewSize(size.Width, style.LineWidth))
	r.ring.Place(fyne.NewPos(1, 0), fyne.NewSize(size.Width-2, size.Height))
	r.setMark(markOf(e))
	if r.list.wide {
		r.layoutWide(e, size)
	} else {
		r.layoutFolded(e, size)
	}
}

// layoutWide places all in columns, below those of the header.
func (r *rowRenderer) layoutWide(e history.Event, size fyne.Size) {
	c := columnsIn(size.Width)
	middle := size.Height / 2
	put(r.at, words.EventTime(e.At), theme.ColorNameForeground, 0, c, middle)
	put(r.what, words.EventName(e), theme.ColorNameForeground, 1, c, middle)
	put(r.about, r.list.subject(e), theme.ColorNameForeground, 2, c, middle)
	put(r.outcome, words.EventOutcome(e), outcomeInk(e), 3, c.shifted(3, markSize+markGap), middle)
	r.placeMark(c[3].x+inset, middle)
}

// layoutFolded places what was done and how it went above when and to what.
func (r *rowRenderer) layoutFolded(e history.Event, size fyne.Size) {
	upper, lower := size.Height/2-10, size.Height/2+10
	half := size.Width / 2
	put(r.what, words.EventName(e), theme.ColorNameForeground, 0, columns{{0, half}}, upper)
	put(r.outcome, words.EventOutcome(e), outcomeInk(e), 0, columns{{half + markSize + markGap, half - markSize - markGap}}, upper)
	r.placeMark(half+inset, upper)
	put(r.at, words.EventTime(e.At), style.ColorSecondary, 0, columns{{0, timeWidth}}, lower)
	put(r.about, r.list.subject(e), style.ColorSecondary, 0, columns{{timeWidth, size.Width - timeWidth}}, lower)
}

// setMark sets the picture, which takes long to read, only where it is another.
func (r *rowRenderer) setMark(icon fyne.Resource, ink fyne.ThemeColorName) {
	if now := (picture{icon.Name(), style.Color(r.row, ink)}); r.marked != now {
		r.marked = now
		r.mark.SetResource(theme.NewColoredResource(icon, ink))
	}
}

func (r *rowRenderer) placeMark(x, middle float32) {
	r.mark.Resize(fyne.NewSquareSize(markSize))
	r.mark.Move(fyne.NewPos(x, middle-markSize/2))
}

// put places a text in a column, cut where it is too long.
func put(t *control.Text, text string, ink fyne.ThemeColorName, column int, c columns, middle float32) {
	t.Set(style.Fitted(text, c[column].width-2*inset, style.SizeText), ink)
	style.PlaceAround(t, c[column].x+inset, middle)
}

// columns are where those of the table are.
type columns []struct{ x, width float32 }

// columnsIn divides a width: time, action, key, outcome.
func columnsIn(width float32) columns {
	rest := width - timeWidth
	what, about := rest*0.24, rest*0.42
	return columns{{0, timeWidth}, {timeWidth, what}, {timeWidth + what, about}, {timeWidth + what + about, rest - what - about}}
}

func (c columns) shifted(column int, by float32) columns {
	out := append(columns(nil), c...)
	out[column].x += by
	out[column].width -= by
	return out
}

// subject is the key that an event is about, after the account where it is another's, or else after the server where that
// is another than the one signed in to: where there is no room for both, it is the key that is cut.
func (l *list) subject(e history.Event) string {
	name := "–"
	if e.KeyID != "" {
		name = e.KeyID
	}
	if label := l.label(e.Ref()); label != "" {
		name = words.KeyName(label, e.KeyID)
	}
	if account := l.account(e); account != "" {
		return account + " · " + name
	}
	if e.Base == "" || route.SameServer(e.Base, l.base()) {
		return name
	}
	if u, err := url.Parse(e.Base); err == nil {
		return u.Host + " · " + name
	}
	return name
}

// markOf is the mark of how an event went, which its words tell as well.
func markOf(e history.Event) (fyne.Resource, fyne.ThemeColorName) {
	switch {
	case e.Action == history.Check:
		return markOfCheck(keycheck.Kind(e.Kind))
	case e.Action == history.WrongPIN, e.Outcome == history.Failed, e.Outcome == history.Resolved && e.Kind != "":
		return theme.ErrorIcon(), style.ColorDotRed
	case e.Action == history.Elsewhere, e.Action == history.Off, e.Action == history.Clear:
		return theme.InfoIcon(), style.ColorDotOrange
	case e.Outcome == history.Pending:
		return theme.QuestionIcon(), style.ColorDotOrange
	}
	return theme.ConfirmIcon(), style.ColorDotGreen
}

func markOfCheck(kind keycheck.Kind) (fyne.Resource, fyne.ThemeColorName) {
	switch kind {
	case keycheck.Accepted, keycheck.RefusedInactive:
		return theme.ConfirmIcon(), style.ColorDotGreen
	case keycheck.Refused, keycheck.AcceptedInactive:
		return theme.ErrorIcon(), style.ColorDotRed
	}
	return theme.QuestionIcon(), style.ColorDotOrange
}

func outcomeInk(e history.Event) fyne.ThemeColorName {
	if e.Action == history.Elsewhere && e.State == client.StateDeleted || e.Outcome == history.Failed {
		return style.ColorDanger
	}
	return theme.ColorNameForeground
}
