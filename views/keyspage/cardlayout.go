package keyspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/keytable"
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
	foldedField = float32(70) // of the filter at least
)

// cardLayout places the tab's parts as the console does. The card is as high as its rows, but no higher
// than the window, where the list scrolls.
type cardLayout struct{ view *keysView }

func (l *cardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	v := l.view
	least := fyne.NewSize(v.Header.MinSize().Width+2*foldedInset, foldedTop+toolbarRoom+keytable.HeaderHeight+v.list.Layout.Pitch()+footerRoom)
	if v.Bar.Object.Visible() {
		least.Height += v.Bar.Object.MinSize().Height + newsGap
	}
	return least
}

func (l *cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v := l.view
	cardTop, cardInset := v.edges()
	style.Show(v.title, !v.folded)
	style.Place(v.title, 0, 60)
	width := size.Width - 2*cardInset
	room := size.Height - cardTop - toolbarRoom - keytable.HeaderHeight - footerRoom
	bar := v.Bar.Fit(width, room-v.list.Layout.Pitch())
	bodyTop := cardTop + toolbarRoom + bar + keytable.HeaderHeight
	body := min(l.bodyHeight(), room-bar)
	v.Card.Move(fyne.NewPos(0, cardTop))
	v.Card.Resize(fyne.NewSize(size.Width, toolbarRoom+bar+keytable.HeaderHeight+body+footerRoom))
	l.layoutToolbar(size.Width)

	v.Bar.Object.Move(fyne.NewPos(cardInset, cardTop+toolbarRoom))
	v.Bar.Object.Resize(fyne.NewSize(width, bar-newsGap))
	v.Header.Move(fyne.NewPos(cardInset, cardTop+toolbarRoom+bar))
	v.Header.Resize(fyne.NewSize(width, keytable.HeaderHeight))
	for _, o := range []fyne.CanvasObject{v.list, v.Ring, v.skeleton} {
		o.Move(fyne.NewPos(cardInset, bodyTop))
		o.Resize(fyne.NewSize(width, body))
	}
	v.Centre.Resize(fyne.NewSize(min(width, 560), v.Centre.MinSize().Height))
	over := v.Centre.Size().Height - body
	high := v.Centre.Visible() && over > 0 // where the header would be
	style.Show(v.Header, !high)
	y := bodyTop - over/2
	if high {
		y = bodyTop - over
	}
	v.Centre.Move(fyne.NewPos(cardInset+(width-v.Centre.Size().Width)/2, y))
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
	for _, b := range []*control.Button{v.columns, v.density, v.reload} {
		at(b, right-control.ButtonHeight, control.ButtonHeight, control.ButtonHeight)
		right -= iconStep
	}
	create := v.Create.MinSize().Width
	at(v.Create, right-create-3, create, control.ButtonHeight)
	left, states := cardInset, v.statesFrame.MinSize().Width
	room := right - create - 3 - left - states - 16
	least := tightFilter
	if v.folded {
		least = foldedField
	}
	field := min(filterWidth, max(room, least))
	height := float32(int(max(v.Filter.MinSize().Height, v.statesFrame.MinSize().Height) + 0.99))
	at(v.Filter, left, field, height)
	at(v.statesFrame, left+field+8, states, height)
}

func (l *cardLayout) layoutFooter(top, width float32) {
	v := l.view
	_, cardInset := v.edges()
	count := v.Count.MinSize().Width
	x := cardInset
	style.Show(v.HideDeleted, v.State.Loaded && v.State.Total > 0 && !v.Selected.Object.Visible())
	if v.HideDeleted.Visible() {
		style.Place(v.HideDeleted, x, 0)
		x += v.HideDeleted.MinSize().Width + style.LinkGap
	}
	style.Place(v.Selected.Object, cardInset+keytable.CellInset, 0)
	style.Place(v.News, x, 0)
	style.Place(v.Count, width-cardInset-count, 0)
	// What passes is told before what there will be room for again.
	style.Show(v.Count, v.News.Line.Text == "" || x+v.News.MinSize().Width+style.LinkGap < width-cardInset-count)
	for _, o := range []fyne.CanvasObject{v.HideDeleted, v.Selected.Object, v.News, v.Count} {
		o.Move(o.Position().AddXY(0, top+footerRoom/2))
	}
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
	case v.Centre.Visible():
		return centreRoom
	case v.skeleton.Visible():
		return v.skeleton.MinSize().Height
	}
	return float32(v.State.Count) * v.list.Layout.Pitch()
}
