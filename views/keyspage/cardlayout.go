package keyspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/keytable"
	"accesskeys/views/kit/banner"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
)

const (
	placeholderHeight = float32(210) // the placeholder that stands in for the list
	emptyIconSize     = float32(72)
	iconStep          = float32(27.5) // from one of the card's icons to the next, as in the console
	filterWidth       = float32(220)
	minFilterWidth    = float32(140) // the filter at its narrowest
	minFoldedFilter   = float32(70)  // the same while the tabs are folded
)

// cardLayout places the tab's parts as the console does. The card is as high as its rows need, up to the height
// of the window; beyond that the list scrolls.
type cardLayout struct{ view *keysView }

func (l *cardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	v := l.view
	least := page.FoldedCard
	// The bar is left out: a window on a small screen cannot grow, and the toolkit does not draw what gets less than
	// its minimum size.
	return fyne.NewSize(v.header.MinSize().Width+2*least.Inset, least.Top+least.Toolbar+least.Head+v.list.Layout.Pitch()+least.Footer)
}

func (l *cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v := l.view
	card := page.CardOf(v.folded)
	style.Show(v.title, !v.folded)
	style.Place(v.title, 0, 60)
	width := size.Width - 2*card.Inset
	room := size.Height - card.Top - card.Toolbar - card.Head - card.Footer
	spare := room - v.list.Layout.Pitch()
	if v.folded {
		spare = min(spare, banner.HeightOf(2)) // what it tells matters less than the keys
	}
	bar := v.room.Fit(width, spare)
	bodyTop := card.Top + card.Toolbar + bar + card.Head
	body := min(l.bodyHeight(), room-bar)
	v.card.Move(fyne.NewPos(0, card.Top))
	v.card.Resize(fyne.NewSize(size.Width, card.Toolbar+bar+card.Head+body+card.Footer))
	l.layoutToolbar(size.Width)

	v.bar.Object.Move(fyne.NewPos(card.Inset, card.Top+card.Toolbar))
	v.bar.Object.Resize(fyne.NewSize(width, bar-banner.Gap))
	v.header.Move(fyne.NewPos(card.Inset, card.Top+card.Toolbar+bar))
	v.header.Resize(fyne.NewSize(width, card.Head))
	for _, o := range []fyne.CanvasObject{v.list, v.ring, v.skeleton} {
		o.Move(fyne.NewPos(card.Inset, bodyTop))
	}
	v.ring.Resize(fyne.NewSize(width, body))
	v.skeleton.Resize(fyne.NewSize(width, body))
	keytable.Resize(v.list, fyne.NewSize(width+scroll.Gutter, body))
	v.placeholder.fit(min(width, 560), body)
	over := v.placeholder.object.Size().Height - body
	high := v.placeholder.object.Visible() && over > 0 // it needs the header's room too
	style.Show(v.header, !high)
	y := bodyTop - over/2
	if high {
		y = bodyTop - over
	}
	v.placeholder.object.Move(fyne.NewPos(card.Inset+(width-v.placeholder.object.Size().Width)/2, y))
	l.layoutFooter(bodyTop+body, size.Width)
}

func (l *cardLayout) layoutToolbar(width float32) {
	v := l.view
	card := page.CardOf(v.folded)
	at := func(o fyne.CanvasObject, x, width, height float32) {
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, float32(int(card.Top+(card.Toolbar-height)/2)))) // on whole pixels, lines are sharp
	}
	right := width - card.Inset + 4 // the drawing is inset within the icon button
	for _, b := range []*control.Button{v.toolbar.columns, v.toolbar.density, v.toolbar.reload} {
		at(b, right-control.IconButtonSize, control.IconButtonSize, control.IconButtonSize)
		right -= iconStep
	}
	create := v.toolbar.create.MinSize().Width
	at(v.toolbar.create, right-create-3, create, control.ButtonHeight)
	left, states := card.Inset, v.toolbar.states.MinSize().Width
	room := right - create - 3 - left - states - 16
	least := minFilterWidth
	if v.folded {
		least = minFoldedFilter
	}
	field := min(filterWidth, max(room, least))
	v.toolbar.filter.Fit(field)
	at(v.toolbar.filter, left, field, control.ButtonHeight)
	at(v.toolbar.states, left+field+8, states, control.ButtonHeight)
}

func (l *cardLayout) layoutFooter(top, width float32) {
	v := l.view
	card := page.CardOf(v.folded)
	count := v.count.MinSize().Width
	x, y := card.Inset, top+card.Footer/2
	style.Show(v.hideDeleted, v.state.Loaded && v.state.Total > 0 && !v.selected.Object.Visible())
	if v.hideDeleted.Visible() {
		style.PlaceAround(v.hideDeleted, x, y)
		x += v.hideDeleted.MinSize().Width + style.LinkGap
	}
	if v.selected.Object.Visible() {
		x = card.Inset + keytable.CellInset
		style.PlaceAround(v.selected.Object, x, y)
		x += v.selected.Object.MinSize().Width + style.LinkGap
	}
	v.news.Set(v.footerText(width-card.Inset-x), style.ColorSecondary)
	style.PlaceAround(v.news, x, y)
	style.PlaceAround(v.count, width-card.Inset-count, y)
	// The news goes before the count: it disappears again, and then there is room for the count.
	end := x
	if v.news.Line.Text != "" {
		end += v.news.MinSize().Width + style.LinkGap
	}
	style.Show(v.count, end < width-card.Inset-count)
}

// footerText returns the text below the list, for a width. While there is no bar above the list, this is also where
// it says that the list is not current.
func (v *keysView) footerText(width float32) string {
	if v.state.Warning != "" && !v.bar.Object.Visible() {
		return style.Fitted(v.state.Warning, width, style.SizeText)
	}
	if v.selected.Object.Visible() && style.Measure(v.state.News, style.SizeText, fyne.TextStyle{}) > width {
		return "" // it disappears soon anyway
	}
	return v.state.News
}

func (l *cardLayout) bodyHeight() float32 {
	v := l.view
	switch {
	case v.placeholder.object.Visible():
		return placeholderHeight
	case v.skeleton.Visible():
		return v.skeleton.MinSize().Height
	}
	return float32(v.state.Count) * v.list.Layout.Pitch()
}
