package tabspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
)

const (
	sideWidth     = float32(186)  // the tabs at the side with their rule, as in the console
	contentGap    = float32(54)   // from that rule to the tab's content
	minContentGap = float32(16)   // the same at its narrowest
	edgeGap       = scroll.Gutter // from the content to the window's right edge, and to all edges of a folded page
	titleHeight   = float32(44)   // the height of the page's title
	tabPitch      = float32(46)   // from one tab to the next
	foldedRoom    = float32(52)   // for a message of two lines
)

// pageLayout places the page's parts as the console does.
type pageLayout struct{ page *Page }

// MinSize implements fyne.Layout.
func (l *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	content := l.page.content.MinSize()
	return fyne.NewSize(content.Width+2*edgeGap, content.Height+2*edgeGap)
}

// Layout implements fyne.Layout.
func (l *pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for _, t := range l.page.tabs {
		if t.content != nil {
			t.content.Fold(l.page.folded())
		}
	}
	if l.page.folded() {
		l.page.content.Move(fyne.NewSquareOffsetPos(edgeGap))
		l.page.content.Resize(size.SubtractWidthHeight(2*edgeGap, 2*edgeGap))
		return
	}
	l.page.width = size.Width
	style.Place(l.page.title, 6, 26)
	for i, t := range l.page.tabs {
		t.button.Move(fyne.NewPos(0, titleHeight+float32(i)*tabPitch))
		t.button.Resize(fyne.NewSize(sideWidth, control.SideTabHeight))
	}
	l.page.rule.Move(fyne.NewPos(sideWidth-1, titleHeight))
	l.page.rule.Resize(fyne.NewSize(1, size.Height-titleHeight-18))
	spare := size.Width - sideWidth - edgeGap - l.page.content.MinSize().Width
	x := sideWidth + min(contentGap, max(minContentGap, spare))
	l.page.content.Move(fyne.NewPos(x, titleHeight))
	l.page.content.Resize(fyne.NewSize(size.Width-x-edgeGap, size.Height-titleHeight-12))
}

// Room returns the area beside the titles in which nothing can be clicked, so that messages can cover it. A folded page
// has none; messages take little from its list.
func (p *Page) Room() toast.Room {
	var lift func(height float32) float32
	if c, footed := p.tabs[p.chosen].content.(Footed); footed {
		lift = func(height float32) float32 {
			foot := c.Lift(height)
			if foot > 0 {
				foot += edgeGap
			}
			return foot
		}
	}
	if p.folded() {
		return toast.Room{Most: foldedRoom, Lift: lift}
	}
	from, height := p.title.Position().X+p.title.Size().Width, titleHeight
	if c, headed := p.tabs[p.chosen].content.(Headed); headed {
		heading := c.Heading()
		from, height = max(from, p.content.Position().X+heading.Width), titleHeight+heading.Height
	}
	return toast.Room{At: fyne.NewPos(from, 0), Size: fyne.NewSize(p.width-from, height), Lift: lift}
}
