package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
)

const (
	emptySize   = float32(72)
	emptyRoom   = float32(210)
	filterWidth = float32(220)
	leastFilter = float32(200)

	wideTable = float32(620) // a table of this width or more shows an event on one line
	gap       = float32(8)
)

// cardLayout lays out the parts of the tab. The card is as high as its rows, but not higher than the window; then the
// list scrolls.
type cardLayout struct{ *view }

func (l *cardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	least := page.FoldedCard
	return fyne.NewSize(2*least.Inset+leastFilter+l.export.MinSize().Width+gap, least.Toolbar+least.Head+foldedRow+least.Footer)
}

func (l *cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	card := page.CardOf(l.folded)
	inset := card.Inset
	style.Show(l.title, !l.folded)
	style.Place(l.title, 0, form.TitleHeight)
	width := size.Width - 2*inset
	wide := width >= wideTable
	l.list.setWide(wide)
	bars := l.layoutToolbar(card, width)
	head := float32(0)
	if wide {
		head = card.Head
	}
	l.layoutHead(wide, inset, bars, width, card.Head)
	room := max(foldedRow, size.Height-bars-head-card.Footer)
	body := min(room, max(pitch(wide)*float32(len(l.list.events)), pitch(wide)))
	if l.empty.Visible() || len(l.list.events) == 0 {
		body = min(room, emptyRoom)
	}
	l.list.Move(fyne.NewPos(inset, bars+head))
	l.list.Resize(fyne.NewSize(width+scroll.Gutter, body))
	least := l.empty.MinSize()
	l.empty.Resize(fyne.NewSize(width, least.Height))
	l.empty.Move(fyne.NewPos(inset, bars+head+max(0, (body-least.Height)/2)))
	bottom := bars + head + body
	l.card.Move(fyne.NewPos(0, card.Top))
	l.card.Resize(fyne.NewSize(size.Width, bottom-card.Top+card.Footer))
	l.layoutFooter(bottom+card.Footer/2, inset, width)
}

// layoutToolbar places the controls above the table, in two lines if one is not enough, and returns their bottom.
func (l *cardLayout) layoutToolbar(card page.Card, width float32) (bottom float32) {
	top, inset := card.Top, card.Inset
	at := func(o fyne.CanvasObject, x, y, width float32) {
		o.Resize(fyne.NewSize(width, control.ButtonHeight))
		o.Move(fyne.NewPos(x, y+(card.Toolbar-control.ButtonHeight)/2))
	}
	choices, export, taken := l.choices(), l.export.MinSize().Width, float32(0)
	for _, c := range choices {
		taken += c.MinSize().Width + gap
	}
	room := width - taken - export - gap
	if room >= leastFilter {
		x := inset
		field := min(filterWidth, room-gap)
		at(l.filter, x, top, field)
		x += field + gap
		for _, c := range choices {
			at(c, x, top, c.MinSize().Width)
			x += c.MinSize().Width + gap
		}
		at(l.export, inset+width-export, top, export)
		return top + card.Toolbar
	}
	at(l.filter, inset, top, width-export-gap)
	at(l.export, inset+width-export, top, export)
	second := top + control.ButtonHeight + gap
	most := (width-gap)/float32(len(choices)) - gap/2
	x := inset
	for _, c := range choices {
		w := min(c.MinSize().Width, most)
		at(c, x, second, w)
		x += w + gap
	}
	return second + card.Toolbar
}

func (l *cardLayout) layoutHead(wide bool, x, y, width, height float32) {
	style.Show(l.head, wide)
	l.head.Move(fyne.NewPos(x, y))
	l.head.Resize(fyne.NewSize(width, height))
	for i, c := range l.list.columnsIn(width) {
		style.Show(l.names[i], wide)
		style.PlaceAround(l.names[i], x+c.x+inset, y+height/2)
	}
}

func (l *cardLayout) layoutFooter(middle, inset, width float32) {
	count := l.count.MinSize().Width
	style.PlaceAround(l.count, inset+width-count, middle)
	remark := lang.L("On this computer only, not protected against changes.")
	l.remark.Set(style.Fitted(remark, width-count-2*gap, style.SizeCaption), style.ColorSecondary)
	style.PlaceAround(l.remark, inset, middle)
}
