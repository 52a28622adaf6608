package tabspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
)

const (
	sideWidth     = float32(186)   // the tabs at the side with their rule, as in the console
	contentGap    = float32(54)    // from that rule to the tab's content
	minContentGap = float32(16)    // the same at its narrowest
	edgeGap       = control.Gutter // from the content to the window's right edge
	titleHeight   = float32(44)    // the height of the page's title
	tabPitch      = float32(46)    // from one tab to the next
	titleWidth    = float32(600)   // a narrower page hides its title, so that messages have room beside the tabs' button
)

// pageLayout places the page's parts as the console does.
type pageLayout struct {
	page *Page
	rule fyne.CanvasObject
}

// MinSize implements fyne.Layout.
func (l *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	content := l.page.content.MinSize()
	return fyne.NewSize(content.Width+2*edgeGap, titleHeight+content.Height+edgeGap)
}

// Layout implements fyne.Layout.
func (l *pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	style.Show(l.page.title, size.Width >= titleWidth)
	style.Place(l.page.title, 6, 26)
	l.page.width = size.Width
	if l.page.foldTabs(size.Width < page.FoldWidth); l.page.folded() {
		l.layoutFolded(size)
		return
	}
	for i, t := range l.page.tabs {
		t.button.Move(fyne.NewPos(0, titleHeight+float32(i)*tabPitch))
		t.button.Resize(fyne.NewSize(sideWidth, control.SideTabHeight))
	}
	style.Show(l.rule, true)
	l.rule.Move(fyne.NewPos(sideWidth-1, titleHeight))
	l.rule.Resize(fyne.NewSize(1, size.Height-titleHeight-18))
	spare := size.Width - sideWidth - edgeGap - l.page.content.MinSize().Width
	x := sideWidth + min(contentGap, max(minContentGap, spare))
	l.page.content.Move(fyne.NewPos(x, titleHeight))
	l.page.content.Resize(fyne.NewSize(size.Width-x-edgeGap, size.Height-titleHeight-12))
}

// layoutFolded places the parts of a folded page: the content fills it below the title.
func (l *pageLayout) layoutFolded(size fyne.Size) {
	x := edgeGap
	if l.page.title.Visible() {
		style.Place(l.page.title, x, titleHeight)
		x += edgeGap + l.page.title.Size().Width
	}
	style.Place(l.page.fold, x, titleHeight)
	l.page.content.Move(fyne.NewPos(edgeGap, titleHeight))
	l.page.content.Resize(fyne.NewSize(size.Width-2*edgeGap, size.Height-titleHeight-edgeGap))
	style.Show(l.rule, false)
}

// Room returns the area beside the titles in which nothing can be clicked, so that messages can cover it.
func (p *Page) Room() toast.Room {
	beside, height := fyne.CanvasObject(p.title), titleHeight
	if p.folded() {
		beside = p.fold
	}
	from := beside.Position().X + beside.Size().Width
	if p.tabs[p.chosen].Headed {
		from, height = max(from, p.content.Position().X+p.heading.Width), titleHeight+p.heading.Height
	}
	return toast.Room{At: fyne.NewPos(from, 0), Size: fyne.NewSize(p.width-from, height)}
}
