package views

import (
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"fyne.io/fyne/v2"
)

// settingsLayout places the page's parts as the console does.
type settingsLayout struct {
	page  *settingsPage
	title fyne.CanvasObject
	rule  fyne.CanvasObject
}

func (l *settingsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	content := l.page.content.MinSize()
	return fyne.NewSize(content.Width+2*edgeGap, titleRoom+content.Height+edgeGap)
}

func (l *settingsLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	style.Place(l.title, 6, 26)
	if l.page.foldTabs(size.Width < foldWidth); l.page.folded() {
		l.layoutFolded(size)
		return
	}
	for i, t := range l.page.tabs {
		t.Move(fyne.NewPos(0, titleRoom+float32(i)*sideTabGap))
		t.Resize(fyne.NewSize(sideWidth, control.SideTabHeight))
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
func (l *settingsLayout) layoutFolded(size fyne.Size) {
	style.Place(l.title, edgeGap, titleRoom)
	style.Place(l.page.fold, 2*edgeGap+l.title.Size().Width, titleRoom)
	l.page.content.Move(fyne.NewPos(edgeGap, titleRoom))
	l.page.content.Resize(fyne.NewSize(size.Width-2*edgeGap, size.Height-titleRoom-edgeGap))
	style.Show(l.rule, false)
}
