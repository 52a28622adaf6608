package keyspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/keytable"
	"accesskeys/views/kit/banner"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

const (
	cardTop           = float32(61)  // from the page's top to the card's, as in the console
	toolbarHeight     = float32(54)  // from the card's top to the table's
	footerHeight      = float32(49)  // from the table's bottom to the card's
	cardInset         = float32(21)  // from the card's sides to the table's
	placeholderHeight = float32(210) // the placeholder that stands in for the list
	emptyIconSize     = float32(72)
	iconStep          = float32(27.5) // from one of the card's icons to the next, as in the console
	filterWidth       = float32(220)
	minFilterWidth    = float32(140) // the filter at its narrowest

	// In a narrow window:
	foldedTop            = float32(0) // from the page's top to the card's
	foldedInset          = float32(8)
	belowFold            = float32(8)  // the empty strip at the card's top
	minFoldedFilterWidth = float32(70) // the filter at its narrowest
)

// cardLayout places the tab's parts as the console does. The card is as high as its rows need, up to the height
// of the window; beyond that the list scrolls.
type cardLayout struct{ view *keysView }

func (l *cardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	v := l.view
	// The bar is left out: a window on a small screen cannot grow, and the toolkit does not draw what gets less than
	// its minimum size.
	return fyne.NewSize(v.header.MinSize().Width+2*foldedInset, foldedTop+toolbarHeight+keytable.HeaderHeight+v.list.Layout.Pitch()+footerHeight)
}

func (l *cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v := l.view
	cardTop, cardInset := v.edges()
	style.Show(v.title, !v.folded)
	style.Place(v.title, 0, 60)
	width := size.Width - 2*cardInset
	room := size.Height - cardTop - toolbarHeight - keytable.HeaderHeight - footerHeight
	bar := v.room.Fit(width, room-v.list.Layout.Pitch())
	bodyTop := cardTop + toolbarHeight + bar + keytable.HeaderHeight
	body := min(l.bodyHeight(), room-bar)
	v.card.Move(fyne.NewPos(0, cardTop))
	v.card.Resize(fyne.NewSize(size.Width, toolbarHeight+bar+keytable.HeaderHeight+body+footerHeight))
	l.layoutToolbar(size.Width)

	v.bar.Object.Move(fyne.NewPos(cardInset, cardTop+toolbarHeight))
	v.bar.Object.Resize(fyne.NewSize(width, bar-banner.Gap))
	v.header.Move(fyne.NewPos(cardInset, cardTop+toolbarHeight+bar))
	v.header.Resize(fyne.NewSize(width, keytable.HeaderHeight))
	for _, o := range []fyne.CanvasObject{v.list, v.ring, v.skeleton} {
		o.Move(fyne.NewPos(cardInset, bodyTop))
	}
	v.ring.Resize(fyne.NewSize(width, body))
	v.skeleton.Resize(fyne.NewSize(width, body))
	keytable.Resize(v.list, fyne.NewSize(width+control.Gutter, body))
	v.placeholder.object.Resize(fyne.NewSize(min(width, 560), v.placeholder.object.MinSize().Height))
	over := v.placeholder.object.Size().Height - body
	high := v.placeholder.object.Visible() && over > 0 // it needs the header's room too
	style.Show(v.header, !high)
	y := bodyTop - over/2
	if high {
		y = bodyTop - over
	}
	v.placeholder.object.Move(fyne.NewPos(cardInset+(width-v.placeholder.object.Size().Width)/2, y))
	l.layoutFooter(bodyTop+body, size.Width)
}

func (l *cardLayout) layoutToolbar(width float32) {
	v := l.view
	cardTop, cardInset := v.edges()
	at := func(o fyne.CanvasObject, x, width, height float32) {
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, float32(int(cardTop+(toolbarHeight-height)/2)))) // on whole pixels, lines are sharp
	}
	right := width - cardInset + 4 // the drawing is inset within the icon button
	for _, b := range []*control.Button{v.toolbar.columns, v.toolbar.density, v.toolbar.reload} {
		at(b, right-control.IconButtonSize, control.IconButtonSize, control.IconButtonSize)
		right -= iconStep
	}
	create := v.toolbar.create.MinSize().Width
	at(v.toolbar.create, right-create-3, create, control.ButtonHeight)
	left, states := cardInset, v.toolbar.states.MinSize().Width
	room := right - create - 3 - left - states - 16
	least := minFilterWidth
	if v.folded {
		least = minFoldedFilterWidth
	}
	field := min(filterWidth, max(room, least))
	v.toolbar.filter.Fit(field)
	at(v.toolbar.filter, left, field, control.ButtonHeight)
	at(v.toolbar.states, left+field+8, states, control.ButtonHeight)
}

func (l *cardLayout) layoutFooter(top, width float32) {
	v := l.view
	_, cardInset := v.edges()
	count := v.count.MinSize().Width
	x, y := cardInset, top+footerHeight/2
	style.Show(v.hideDeleted, v.state.Loaded && v.state.Total > 0 && !v.selected.Object.Visible())
	if v.hideDeleted.Visible() {
		style.PlaceAround(v.hideDeleted, x, y)
		x += v.hideDeleted.MinSize().Width + style.LinkGap
	}
	if v.selected.Object.Visible() {
		x = cardInset + keytable.CellInset
		style.PlaceAround(v.selected.Object, x, y)
		x += v.selected.Object.MinSize().Width + style.LinkGap
	}
	v.news.Set(v.footerText(width-cardInset-x), style.ColorSecondary)
	style.PlaceAround(v.news, x, y)
	style.PlaceAround(v.count, width-cardInset-count, y)
	// The news goes before the count: it disappears again, and then there is room for the count.
	end := x
	if v.news.Line.Text != "" {
		end += v.news.MinSize().Width + style.LinkGap
	}
	style.Show(v.count, end < width-cardInset-count)
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

// edges returns the card's top, and the distance between the sides of the card and of the table.
func (v *keysView) edges() (top, inset float32) {
	if v.folded {
		return foldedTop, foldedInset
	}
	return cardTop, cardInset
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
