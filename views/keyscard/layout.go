package keyscard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/keytable"
	"accesskeys/views/kit/banner"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
)

const (
	placeholderHeight = float32(210) // the placeholder that stands in for the list
	emptyIconSize     = float32(72)
	iconStep          = float32(27.5) // from one of the card's icons to the next, as in the console
	createGap         = float32(7)    // from New to the first of them, whose ring reaches into the gap
	filterWidth       = float32(220)
	minFilterWidth    = float32(140) // the filter at its narrowest
	minFoldedFilter   = float32(70)  // the same while the tabs are folded
)

// cardLayout places the tab's parts as the console does. The card is as high as its rows need, up to the height
// of the window; beyond that the list scrolls.
type cardLayout struct{ view *View }

func (l *cardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	v := l.view
	least := page.FoldedCard
	// The bar is left out: a window on a small screen cannot grow, and the toolkit does not draw what gets less than
	// its minimum size.
	return fyne.NewSize(v.Header.MinSize().Width+2*least.Inset, least.Top+least.Toolbar+least.Head+v.list.Layout.Pitch()+least.Footer)
}

func (l *cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v := l.view
	card := page.CardOf(v.Folded)
	style.Show(v.Title, !v.Folded)
	style.Place(v.Title, 0, form.TitleHeight)
	width := size.Width - 2*card.Inset
	lift := v.steadyLift(size.Width)
	room := size.Height - card.Top - card.Toolbar - card.Head - card.Footer
	spare := room - lift - v.list.Layout.Pitch()
	if v.Folded {
		spare = min(spare, banner.HeightOf(2)) // what it tells matters less than the keys
	}
	bar := v.fitBar(width, spare)
	bodyTop := card.Top + card.Toolbar + bar + card.Head
	body := min(l.bodyHeight(), room-bar)
	footTop := bodyTop + body
	foot := float32(0)
	if free := size.Height - footTop - card.Footer; lift > free {
		foot = size.Height - footTop
		body -= lift
	}
	v.card.Move(fyne.NewPos(0, card.Top))
	v.card.Resize(fyne.NewSize(size.Width, footTop+card.Footer-card.Top))
	l.layoutToolbar(size.Width)

	v.Bar.Object.Move(fyne.NewPos(card.Inset, card.Top+card.Toolbar))
	v.Bar.Object.Resize(fyne.NewSize(width, bar-banner.Gap))
	v.Header.Move(fyne.NewPos(card.Inset, card.Top+card.Toolbar+bar))
	v.Header.Resize(fyne.NewSize(width, card.Head))
	for _, o := range []fyne.CanvasObject{v.ring, v.skeleton} {
		o.Move(fyne.NewPos(card.Inset, bodyTop))
	}
	above := theme.Padding() / 2 // as the toolkit leaves between two rows, to each
	v.list.Move(fyne.NewPos(card.Inset, bodyTop+above))
	v.ring.Resize(fyne.NewSize(width, body))
	v.skeleton.Resize(fyne.NewSize(width, body))
	keytable.Resize(v.list, fyne.NewSize(width+scroll.Gutter, body))
	v.Placeholder.fit(min(width, 560), body)
	over := v.Placeholder.Object.Size().Height - body
	high := v.Placeholder.Object.Visible() && over > 0 // it needs the header's room too
	style.Show(v.Header, !high)
	y := bodyTop - over/2
	if high {
		y = bodyTop - over
	}
	v.Placeholder.Object.Move(fyne.NewPos(card.Inset+(width-v.Placeholder.Object.Size().Width)/2, y))
	l.layoutFooter(footTop, size.Width)
	v.steady.setFoot(foot)
}

func (l *cardLayout) layoutToolbar(width float32) {
	v := l.view
	card := page.CardOf(v.Folded)
	at := func(o fyne.CanvasObject, x, width, height float32) {
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, float32(int(card.Top+(card.Toolbar-height)/2)))) // on whole pixels, lines are sharp
	}
	right := width - card.Inset + 4 // the drawing is inset within the icon button
	for _, b := range []*control.Button{v.Toolbar.Columns, v.Toolbar.Density, v.Toolbar.Reload} {
		at(b, right-control.IconButtonSize, control.IconButtonSize, control.IconButtonSize)
		right -= iconStep
	}
	left, states := card.Inset, v.Toolbar.States.MinSize().Width
	create := max(v.Toolbar.Create.MinSize().Width, v.Toolbar.widest)
	room := right - create - createGap - left - states - 16
	if room >= filterWidth {
		create = v.Toolbar.Create.MinSize().Width // it grows into what is free; elsewhere it has one width, so that nothing moves
	}
	at(v.Toolbar.Create, right-create-createGap, create, control.ButtonHeight)
	least := minFilterWidth
	if v.Folded {
		least = minFoldedFilter
	}
	field := min(filterWidth, max(room, least))
	v.Toolbar.Filter.Fit(field)
	at(v.Toolbar.Filter, left, field, control.ButtonHeight)
	at(v.Toolbar.States, left+field+8, states, control.ButtonHeight)
}

func (l *cardLayout) layoutFooter(top, width float32) {
	v := l.view
	card := page.CardOf(v.Folded)
	count := v.count.MinSize().Width
	x, y := card.Inset, top+card.Footer/2
	style.Show(v.HideDeleted, v.State.Loaded && v.State.Total > 0 && !v.Selected.Object.Visible())
	if v.HideDeleted.Visible() {
		style.PlaceAround(v.HideDeleted, x, y)
		x += v.HideDeleted.MinSize().Width + style.LinkGap
	}
	if v.Selected.Object.Visible() {
		x = card.Inset + keytable.CellInset
		style.PlaceAround(v.Selected.Object, x, y)
		x += v.Selected.Object.MinSize().Width + style.LinkGap
	}
	end := l.layoutNews(x, y, width-card.Inset, width-card.Inset-count)
	style.PlaceAround(v.count, width-card.Inset-count, y)
	// The news goes before the count: it disappears again, and then there is room for the count.
	style.Show(v.count, end < width-card.Inset-count)
}

// layoutNews places the news from x on, and then the button that shows all keys, if the bar does not have it. It returns
// where they end. They may use the room up to right, or up to count if they are long.
func (l *cardLayout) layoutNews(x, y, right, count float32) (end float32) {
	v := l.view
	all := v.ShowAll.MinSize().Width
	only := v.State.Loaded && v.State.OnlyExpiring && (v.State.ExpiryText == "" || !v.Bar.Object.Visible()) && x+all <= right
	style.Show(v.ShowAll, only)
	room := right - x
	if only {
		room -= all + style.LinkGap
	}
	text := v.footerText(room)
	if only && text == "" {
		text = onlyExpiring(count-right+room-style.LinkGap, room)
	}
	v.news.Set(text, style.ColorSecondary)
	style.PlaceAround(v.news, x, y)
	if text != "" {
		x += v.news.MinSize().Width + style.LinkGap
	}
	if only {
		style.PlaceAround(v.ShowAll, x, y)
		x += all + style.LinkGap
	}
	return x
}

// onlyExpiring says that only the keys that expire soon are shown: in a sentence if that leaves room for the count, or else in
// few words, or not at all.
func onlyExpiring(beforeCount, room float32) string {
	fits := func(s string, width float32) bool { return style.Measure(s, style.SizeText, fyne.TextStyle{}) <= width }
	whole, short := OnlyExpiring(), lang.L("Only those that expire soon")
	switch {
	case fits(whole, beforeCount):
		return whole
	case fits(short, room):
		return short
	}
	return ""
}

// OnlyExpiring returns the sentence that says that only the keys that expire soon are shown.
func OnlyExpiring() string { return lang.L("Only the keys that expire soon are shown.") }

// footerText returns the text below the list, for a width. While there is no bar above the list, this is also where
// it says that the list is not current.
func (v *View) footerText(width float32) string {
	if v.State.Warning != "" && !v.Bar.Object.Visible() {
		return style.Fitted(v.State.Warning, width, style.SizeText)
	}
	if v.Selected.Object.Visible() && style.Measure(v.State.News, style.SizeText, fyne.TextStyle{}) > width {
		return "" // it disappears soon anyway
	}
	return v.State.News
}

func (l *cardLayout) bodyHeight() float32 {
	v := l.view
	switch {
	case v.Placeholder.Object.Visible():
		return placeholderHeight
	case v.skeleton.Visible():
		return v.skeleton.MinSize().Height
	}
	return float32(v.State.Count) * v.list.Layout.Pitch()
}
