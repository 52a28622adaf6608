package topbar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
)

// Height is the height of the bar while the tabs are at the side. A button leaves little of the other above and below it.
const (
	Height       = float32(50)
	foldedHeight = float32(40)
)

const (
	serverWidth = float32(120) // the width that is reserved for the server's name, before the avatar is shortened
	leastServer = float32(64)  // the same for a name that tells accounts apart no better than the key ID
	fullServer  = float32(280) // the width up to which the countdown does not cut it
)

// barLayout places the bar's left and right parts, and the server's name between them. Where there is no room for all,
// it shortens the countdown, cuts the server's name, hides the product's name, and shortens the button that ends the countdown.
// Then it leaves only the end of the avatar's key ID, or else its icon, whose tooltip has the key ID.
type barLayout struct {
	left, right fyne.CanvasObject
	product     fyne.CanvasObject
	copied      fyne.CanvasObject // with countdown and clear; hidden while no secret is on the clipboard
	countdown   *countdown
	clear       *shortened // ends the countdown
	server      *serverName
	avatar      *shortened
	narrower    float32 // how much narrower the avatar's key ID is than others
}

// MinSize implements fyne.Layout.
func (*barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, foldedHeight) }

// Layout implements fyne.Layout.
func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	free := size.Width - l.left.MinSize().Width - serverWidth - l.right.MinSize().Width - l.avatar.saved()
	product := l.product.MinSize().Width + theme.Padding()
	if l.product.Visible() {
		free += product
	}
	if l.copied.Visible() {
		free += l.countdown.Object.MinSize().Width - l.clear.saved()
		room := free - l.narrower // so that the form is the same for all key IDs
		rooms := []float32{room - l.moreServer(), room}
		if product <= room {
			rooms = append([]float32{room - product - l.moreServer(), room - product}, rooms...)
		}
		free -= l.countdown.fit(rooms...)
	}
	style.Show(l.product, product <= free)
	if l.copied.Visible() {
		free = l.clear.fit(free, 0)
	}
	l.avatar.fit(free, serverWidth-l.server.least)
	layout.NewBorderLayout(nil, nil, l.left, l.right).Layout(objects, size)
}

// moreServer returns how much more than serverWidth the countdown leaves to the server's name.
func (l *barLayout) moreServer() float32 {
	return max(0, min(l.server.width(), fullServer)-serverWidth)
}

// above lays out the bar, a line below it, and a page that fills the rest.
type above struct{ fold func(on bool) }

// MinSize implements fyne.Layout.
func (above) MinSize(objects []fyne.CanvasObject) fyne.Size {
	bar, rest := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(bar.Width, rest.Width), foldedHeight+style.LineWidth+rest.Height)
}

// Layout implements fyne.Layout.
func (l above) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	bar, folded := Height, page.Folds(size)
	if folded {
		bar = foldedHeight
	}
	l.fold(folded)
	y := float32(0)
	for i, height := range []float32{bar, style.LineWidth, size.Height - bar - style.LineWidth} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}
