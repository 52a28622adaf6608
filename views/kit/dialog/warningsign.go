package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// The sign of a question is drawn with shapes and not with an icon: when a dialog with an icon opens, the toolkit draws
// the window twice.

// shape is a shape in colours of the theme, which may have another object over it.
type shape struct {
	widget.BaseWidget
	fill    fyne.CanvasObject
	recolor func() // gives fill the theme's colours
	over    fyne.CanvasObject
	size    float32
}

const signSize = float32(18)

// newWarningSign returns a disc with an exclamation mark.
func newWarningSign() fyne.CanvasObject {
	disc := &canvas.Circle{}
	mark := text.New("!", style.SizeText, fyne.TextStyle{Bold: true})
	mark.Color = style.ColorOnPrimary
	s := &shape{fill: disc, over: mark, size: signSize}
	s.recolor = func() { disc.FillColor = style.Color(s, theme.ColorNameWarning) }
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *shape) CreateRenderer() fyne.WidgetRenderer {
	s.recolor()
	return &shapeRenderer{s}
}

type shapeRenderer struct{ shape *shape }

func (r *shapeRenderer) Destroy() {}

func (r *shapeRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.shape.size) }

func (r *shapeRenderer) Objects() []fyne.CanvasObject {
	if r.shape.over == nil {
		return []fyne.CanvasObject{r.shape.fill}
	}
	return []fyne.CanvasObject{r.shape.fill, r.shape.over}
}

func (r *shapeRenderer) Layout(size fyne.Size) {
	s := r.shape
	s.fill.Resize(fyne.NewSquareSize(s.size))
	s.fill.Move(fyne.NewPos((size.Width-s.size)/2, (size.Height-s.size)/2))
	if s.over != nil {
		style.Place(s.over, (size.Width-s.over.MinSize().Width)/2, size.Height)
	}
}

func (r *shapeRenderer) Refresh() {
	r.shape.recolor()
	canvas.Refresh(r.shape)
}
