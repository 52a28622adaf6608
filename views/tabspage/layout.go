package tabspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
)

const (
	sideWidth  = float32(186)   // of the tabs at the side, their rule included, as in the console
	contentGap = float32(54)    // from that rule to the tab's content
	leastGap   = float32(16)    // where there is no room for more
	edgeGap    = control.Gutter // from the content to the window's right edge
	titleRoom  = float32(44)    // of the page's title
	tabPitch   = float32(46)    // from tab to tab
	titleWidth = float32(600)   // a narrower page spares its title, so that messages have room beside the tabs' button
)

// pageLayout places the page's parts as the console does.
type pageLayout struct {
	page *Page
	rule fyne.CanvasObject
}

// MinSize implements fyne.Layout.
func (l *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	content := l.page.content.MinSize()
	return fyne.NewSize(content.Width+2*edgeGap, titleRoom+content.Height+edgeGap)
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
		t.button.Move(fyne.NewPos(0, titleRoom+float32(i)*tabPitch))
		t.button.Resize(fyne.NewSize(sideWidth, control.SideTabHeight))
	}
	style.Show(l.rule, true)
	l.rule.Move(fyne.NewPos(sideWidth-1, titleRoom))
	l.rule.Resize(fyne.NewSize(1, size.Height-titleRoom-18))
	spare := size.Width - sideWidth - edgeGap - l.page.content.MinSize().Width
	x := sideWidth + min(contentGap, max(leastGap, spare))
	l.page.content.Move(fyne.NewPos(x, titleRoom))
	l.page.content.Resize(fyne.NewSize(size.Width-x-edgeGap, size.Height-titleRoom-12))
}

// layoutFolded has the content fill the page below its title.
func (l *pageLayout) layoutFolded(size fyne.Size) {
	x := edgeGap
	if l.page.title.Visible() {
		style.Place(l.page.title, x, titleRoom)
		x += edgeGap + l.page.title.Size().Width
	}
	style.Place(l.page.fold, x, titleRoom)
	l.page.content.Move(fyne.NewPos(edgeGap, titleRoom))
	l.page.content.Resize(fyne.NewSize(size.Width-2*edgeGap, size.Height-titleRoom-edgeGap))
	style.Show(l.rule, false)
}

// Room is where nothing on the page can be clicked, beside its titles.
func (p *Page) Room() toast.Room {
	beside, height := fyne.CanvasObject(p.title), titleRoom
	if p.folded() {
		beside = p.fold
	}
	from := beside.Position().X + beside.Size().Width
	if p.tabs[p.chosen].Headed {
		from, height = max(from, p.content.Position().X+p.heading.Width), titleRoom+p.heading.Height
	}
	return toast.Room{At: fyne.NewPos(from, 0), Size: fyne.NewSize(p.width-from, height)}
}
