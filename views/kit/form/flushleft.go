package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// FlushCheck aligns a tick box with the left edge of the fields.
func FlushCheck(c *control.Check) *fyne.Container { return flushLeft(c, theme.InnerPadding()) }

// FlushButton aligns a button without a frame with the left edge of the fields.
func FlushButton(b *control.Button) *fyne.Container {
	if b.Kind == control.ButtonLink {
		return flushLeft(b, style.LinkGap/2)
	}
	return flushLeft(b, control.PlainInset)
}

// FlushForm returns a form of names and values, aligned with the left edge of the fields.
func FlushForm(objects ...fyne.CanvasObject) *fyne.Container {
	return flushLeft(container.New(NewLayout(), objects...), theme.InnerPadding())
}

// FlushText aligns a label with the left edge of the fields. Its padding above and below stays.
func FlushText(label *text.Wrapped) *fyne.Container { return flushLeft(label, theme.InnerPadding()) }

func flushLeft(o fyne.CanvasObject, inset float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(0, 0, -inset, 0), o)
}

// Flush removes the padding that the toolkit's labels have on all sides, so that a text begins where its field does.
func Flush(label fyne.CanvasObject) *fyne.Container {
	return container.New(flush{}, label)
}

// flush lays out a label without its padding. The height is that of the text when wrapped at the label's width.
type flush struct{}

func (flush) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !objects[0].Visible() {
		return fyne.Size{}
	}
	pad := theme.InnerPadding()
	return objects[0].MinSize().SubtractWidthHeight(2*pad, 2*pad)
}

func (flush) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	pad := theme.InnerPadding()
	objects[0].Move(fyne.NewPos(-pad, -pad))
	objects[0].Resize(size.AddWidthHeight(2*pad, 2*pad))
}
