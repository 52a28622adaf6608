package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
)

// titleGap is the distance from the top of a title to the card below it, as in the console.
const titleGap = float32(57)

// TitleHeight is twice the distance from the top of a tab to the middle of its title, so that the title stays where it is
// when the user goes from one tab to another.
const TitleHeight = float32(60)

// Titled returns a card with content below a title.
func Titled(title string, content fyne.CanvasObject) *fyne.Container {
	heading := text.New(style.CloseUp(title), style.SizeHeading, fyne.TextStyle{Bold: true})
	card := container.NewStack(surface.NewCard(), container.New(layout.NewCustomPaddedLayout(18, 18, 14, 14), content))
	lowered := container.New(layout.NewCustomPaddedLayout(TitleHeight-titleGap, 0, 0, 0), container.New(style.Centred{}, heading))
	return container.New(readable{layout.NewVBoxLayout()}, container.NewHBox(lowered, style.Gap(0, titleGap)), card)
}

// maxWidth is the width of a card at most: a wider one has long lines, and its texts stand far apart.
const maxWidth = float32(1200)

// readable lays out objects like its stack, but no wider than maxWidth.
type readable struct{ stack fyne.Layout }

// MinSize implements fyne.Layout.
func (r readable) MinSize(objects []fyne.CanvasObject) fyne.Size { return r.stack.MinSize(objects) }

// Layout implements fyne.Layout.
func (r readable) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.stack.Layout(objects, fyne.NewSize(min(size.Width, maxWidth), size.Height))
}

// ShowTitle shows or hides the title of a card that Titled returned.
func ShowTitle(titled *fyne.Container, on bool) { style.Show(titled.Objects[0], on) }
