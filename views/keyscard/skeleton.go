package keyscard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/keytable"
	"accesskeys/views/kit/style"
)

const skeletonRows = 3

// skeleton is a placeholder for the rows until the first list is there. It is not animated, because then the toolkit
// would draw the whole window 60 times a second.
type skeleton struct {
	widget.BaseWidget
	look *keytable.Layout
	bars [skeletonRows][keytable.ColumnCount]*canvas.Rectangle
}

// newSkeleton returns a placeholder in the layout look.
func newSkeleton(look *keytable.Layout) *skeleton {
	s := &skeleton{look: look}
	for row := range s.bars {
		for c := range s.bars[row] {
			s.bars[row][c] = &canvas.Rectangle{CornerRadius: 4}
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// AccessibilityLabel says that the keys are being loaded.
func (s *skeleton) AccessibilityLabel() string { return lang.L("Loading the access keys…") }

// AccessibilityRole returns the role of a text.
func (s *skeleton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (s *skeleton) CreateRenderer() fyne.WidgetRenderer {
	r := &skeletonRenderer{skeleton: s}
	r.recolor()
	return r
}

type skeletonRenderer struct{ skeleton *skeleton }

func (r *skeletonRenderer) Destroy() {}

func (r *skeletonRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, skeletonRows*r.skeleton.look.Pitch())
}

func (r *skeletonRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, row := range r.skeleton.bars {
		for _, bar := range row {
			objects = append(objects, bar)
		}
	}
	return objects
}

func (r *skeletonRenderer) Layout(size fyne.Size) {
	const height = 14
	pitch := r.skeleton.look.Pitch()
	at := r.skeleton.look.In(size.Width)
	for row, bars := range r.skeleton.bars {
		for c, bar := range bars {
			in := at.Spans[c]
			style.Show(bar, at.Shows(keytable.Column(c)))
			bar.Resize(fyne.NewSize(max(0, in.Width*0.7-keytable.CellInset), height))
			bar.Move(fyne.NewPos(in.X+keytable.CellInset, float32(row)*pitch+(pitch-height)/2))
		}
	}
}

func (r *skeletonRenderer) Refresh() {
	r.recolor()
	r.Layout(r.skeleton.Size())
	canvas.Refresh(r.skeleton)
}

func (r *skeletonRenderer) recolor() {
	for _, row := range r.skeleton.bars {
		for _, bar := range row {
			bar.FillColor = style.Color(r.skeleton, style.ColorRowLine)
		}
	}
}
