package keyspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/keytable"
	"accesskeys/views/kit/banner"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

const (
	cardTop     = float32(61)  // of the card below the page's top, as in the console
	toolbarRoom = float32(54)  // from the card's top to the table's
	footerRoom  = float32(49)  // from the table's bottom to the card's
	cardInset   = float32(21)  // from the card's sides to the table's
	centreRoom  = float32(210) // for what stands where the list would
	emptySize   = float32(72)
	iconStep    = float32(27.5) // from one of the card's icons to the next, as in the console
	filterWidth = float32(220)
	tightFilter = float32(140) // where there is no room for more

	foldedTop   = float32(0) // of the card in a narrow window
	foldedInset = float32(8)
	belowFold   = float32(8)  // of the card's top, nothing is in
	foldedField = float32(70) // of the filter at least
)

// cardLayout places the tab's parts as the console does. The card is as high as its rows, but no higher
// than the window, where the list scrolls.
type cardLayout struct{ view *keysView }

func (l *cardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	v := l.view
	// Without the bar: a window on a small screen cannot grow, and what has less than it needs is not drawn at all.
	return fyne.NewSize(v.header.MinSize().Width+2*foldedInset, foldedTop+toolbarRoom+keytable.HeaderHeight+v.list.Layout.Pitch()+footerRoom)
}

func (l *cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v := l.view
	cardTop, cardInset := v.edges()
	style.Show(v.title, !v.folded)
	style.Place(v.title, 0, 60)
	width := size.Width - 2*cardInset
	room := size.Height - cardTop - toolbarRoom - keytable.HeaderHeight - footerRoom
	bar := v.room.Fit(width, room-v.list.Layout.Pitch())
	bodyTop := cardTop + toolbarRoom + bar + keytable.HeaderHeight
	body := min(l.bodyHeight(), room-bar)
	v.card.Move(fyne.NewPos(0, cardTop))
	v.card.Resize(fyne.NewSize(size.Width, toolbarRoom+bar+keytable.HeaderHeight+body+footerRoom))
	l.layoutToolbar(size.Width)

	v.bar.Object.Move(fyne.NewPos(cardInset, cardTop+toolbarRoom))
	v.bar.Object.Resize(fyne.NewSize(width, bar-banner.Gap))
	v.header.Move(fyne.NewPos(cardInset, cardTop+toolbarRoom+bar))
	v.header.Resize(fyne.NewSize(width, keytable.HeaderHeight))
	for _, o := range []fyne.CanvasObject{v.list, v.ring, v.skeleton} {
		o.Move(fyne.NewPos(cardInset, bodyTop))
	}
	v.ring.Resize(fyne.NewSize(width, body))
	v.skeleton.Resize(fyne.NewSize(width, body))
	keytable.Resize(v.list, fyne.NewSize(width+keytable.Gutter, body))
	v.placeholder.object.Resize(fyne.NewSize(min(width, 560), v.placeholder.object.MinSize().Height))
	over := v.placeholder.object.Size().Height - body
	high := v.placeholder.object.Visible() && over > 0 // where the header would be
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
		o.Move(fyne.NewPos(x, float32(int(cardTop+(toolbarRoom-height)/2)))) // on whole pixels, lines are sharp
	}
	right := width - cardInset + 4 // an icon's own edge is in its middle
	for _, b := range []*control.Button{v.toolbar.columns, v.toolbar.density, v.toolbar.reload} {
		at(b, right-control.IconButtonSize, control.IconButtonSize, control.IconButtonSize)
		right -= iconStep
	}
	create := v.toolbar.create.MinSize().Width
	at(v.toolbar.create, right-create-3, create, control.ButtonHeight)
	left, states := cardInset, v.toolbar.states.MinSize().Width
	room := right - create - 3 - left - states - 16
	least := tightFilter
	if v.folded {
		least = foldedField
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
	x, y := cardInset, top+footerRoom/2
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
	v.news.Set(v.saidBelow(width-cardInset-x), style.ColorSecondary)
	style.PlaceAround(v.news, x, y)
	style.PlaceAround(v.count, width-cardInset-count, y)
	// What passes is told before what there will be room for again.
	end := x
	if v.news.Line.Text != "" {
		end += v.news.MinSize().Width + style.LinkGap
	}
	style.Show(v.count, end < width-cardInset-count)
}

// saidBelow is what is said of the list below it, in a width: also that it is not current, while there is no line above
// that could say so.
func (v *keysView) saidBelow(width float32) string {
	if v.state.Warning != "" && !v.bar.Object.Visible() {
		return style.Fitted(v.state.Warning, width, style.SizeText)
	}
	if v.selected.Object.Visible() && style.Measure(v.state.News, style.SizeText, fyne.TextStyle{}) > width {
		return "" // it passes soon
	}
	return v.state.News
}

// edges are the card's top and the table's distance from its sides.
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
		return centreRoom
	case v.skeleton.Visible():
		return v.skeleton.MinSize().Height
	}
	return float32(v.state.Count) * v.list.Layout.Pitch()
}
