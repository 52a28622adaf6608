package views

import (
	"fyne.io/fyne/v2"
)

// cardLayout places the tab's parts as the console does. The card is as high as its rows, but no higher
// than the window, where the list scrolls.
type cardLayout struct{ view *keysView }

func (l *cardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.view.header.MinSize().Width+2*cardInset,
		cardTop+toolbarRoom+headerHeight+2*rowPitch+footerRoom)
}

func (l *cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v := l.view
	place(v.title, 0, 60)
	bodyTop := cardTop + toolbarRoom + headerHeight
	body := min(l.bodyHeight(), size.Height-bodyTop-footerRoom)
	v.card.Move(fyne.NewPos(0, cardTop))
	v.card.Resize(fyne.NewSize(size.Width, toolbarRoom+headerHeight+body+footerRoom))

	right := size.Width - cardInset
	v.reload.Resize(v.reload.MinSize())
	v.reload.Move(fyne.NewPos(right-buttonHeight+6, cardTop+13))
	v.create.Resize(v.create.MinSize())
	v.create.Move(fyne.NewPos(right-buttonHeight-4-v.create.MinSize().Width, cardTop+13))

	width := size.Width - 2*cardInset
	v.header.Move(fyne.NewPos(cardInset, cardTop+toolbarRoom))
	v.header.Resize(fyne.NewSize(width, headerHeight))
	v.list.Move(fyne.NewPos(cardInset, bodyTop))
	v.list.Resize(fyne.NewSize(width, body))
	v.centre.Resize(fyne.NewSize(min(width, 560), v.centre.MinSize().Height))
	v.centre.Move(fyne.NewPos(cardInset+(width-v.centre.Size().Width)/2, bodyTop+(body-v.centre.Size().Height)/2))

	footer := bodyTop + body
	v.count.Resize(v.count.MinSize())
	v.count.Move(fyne.NewPos(right-v.count.MinSize().Width, footer+(footerRoom-v.count.MinSize().Height)/2))
	v.news.Resize(v.news.MinSize())
	v.news.Move(fyne.NewPos(cardInset+cellInset, footer+(footerRoom-v.news.MinSize().Height)/2))
}

func (l *cardLayout) bodyHeight() float32 {
	if l.view.centre.Visible() {
		return centreRoom
	}
	return float32(l.view.state.Count) * rowPitch
}
