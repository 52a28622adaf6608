package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
)

const fieldFrame = float32(2) // the width of a field's frame, which the plain text does not cover

// plainText lies over a field and shows in plain text what its bullets stand for: as much around the cursor as fits.
type plainText struct {
	ground   *surface.Panel
	caret    *surface.Panel // hidden while the field does not have the focus
	text     *text.Mono
	object   *fyne.Container
	onPlaced func() // called when another number of characters fits
	room     int    // how many characters fit
	from     int    // the index of the first character that is shown
	at       int    // the position of the cursor, counted from there
}

func newPlainText() *plainText {
	c := &plainText{ground: surface.NewPanel(theme.ColorNameInputBackground), caret: surface.NewPanel(theme.ColorNamePrimary), text: text.NewMono(1, 1),
		room: 1, onPlaced: func() {}}
	c.object = container.New(c, c.ground, c.text, c.caret)
	c.object.Hide()
	c.caret.Hide()
	return c
}

// show shows a secret and the cursor in it. The text looks selected only if all its characters are.
func (c *plainText) show(secret []rune, cursor, selected int) {
	c.from = min(c.from, cursor)
	if cursor-c.from >= c.room {
		c.from = cursor - c.room + 1
	}
	c.from = max(0, min(c.from, len(secret)-c.room+1))
	c.at = cursor - c.from
	c.text.SetSecret(string(secret[c.from:min(c.from+c.room, len(secret))]), theme.ColorNameForeground)
	c.ground.Fill = theme.ColorNameInputBackground
	if selected > 0 && selected == len(secret) {
		c.ground.Fill = theme.ColorNameSelection
	}
	c.ground.Refresh()
	c.placeCaret(c.object.Size())
}

// MinSize implements fyne.Layout.
func (*plainText) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (c *plainText) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c.ground.Move(fyne.NewSquareOffsetPos(fieldFrame))
	c.ground.Resize(size.SubtractWidthHeight(2*fieldFrame, 2*fieldFrame))
	if room := max(1, int((size.Width-2*theme.InnerPadding())/c.text.Cell.Width)); room != c.room {
		c.room = room
		c.text.Fit(room, 1)
		c.onPlaced()
	}
	c.text.Resize(c.text.MinSize())
	c.text.Move(fyne.NewPos(theme.InnerPadding(), (size.Height-c.text.MinSize().Height)/2))
	c.placeCaret(size)
}

func (c *plainText) placeCaret(size fyne.Size) {
	c.caret.Resize(fyne.NewSize(2, c.text.Cell.Height))
	c.caret.Move(fyne.NewPos(theme.InnerPadding()+float32(c.at)*c.text.Cell.Width-1, (size.Height-c.text.Cell.Height)/2))
}
