package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

const headerHeight = float32(38)

// header is the row of column titles above the list.
type header struct {
	widget.BaseWidget
	need   [columnCount]float32
	ground *panel
	titles [columnCount]*text
	rules  [columnCount - 1]*panel
}

func newHeader(need [columnCount]float32) *header {
	h := &header{need: need, ground: newPanel(colorTableHead)}
	for c, title := range [columnCount]string{
		columnID:      lang.L("Access Key ID"),
		columnSecret:  lang.L("Access Key Secret"),
		columnState:   lang.L("State"),
		columnCreated: lang.L("Created At"),
		columnActions: lang.L("Actions"),
	} {
		h.titles[c] = newText(title, sizeText, fyne.TextStyle{Bold: true})
	}
	for i := range h.rules {
		h.rules[i] = newLine()
	}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is how Fyne draws it.
func (h *header) CreateRenderer() fyne.WidgetRenderer { return &headerRenderer{header: h} }

type headerRenderer struct{ header *header }

func (r *headerRenderer) Destroy() {}

func (r *headerRenderer) MinSize() fyne.Size { return fyne.NewSize(sum(r.header.need), headerHeight) }

func (r *headerRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.header.ground}
	for _, t := range r.header.titles {
		objects = append(objects, t)
	}
	for _, l := range r.header.rules {
		objects = append(objects, l)
	}
	return objects
}

func (r *headerRenderer) Layout(size fyne.Size) {
	h := r.header
	h.ground.Resize(size)
	for c, at := range columnSpans(size.Width, h.need) {
		place(h.titles[c], at.x+cellInset, size.Height)
		if c > 0 {
			h.rules[c-1].Move(fyne.NewPos(at.x, size.Height/4))
			h.rules[c-1].Resize(fyne.NewSize(1, size.Height/2))
		}
	}
}

func (r *headerRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.header)
}
