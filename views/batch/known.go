package batch

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// Known is what this computer knows of a key beside what the server says.
type Known struct {
	Label      string
	Places     []string  // where it is used
	DisabledAt time.Time // when this app disabled it; zero where it did not, or that is not known
}

// KeyHead names a key at the top of a dialog, so that nobody takes it for another: the label and the end of the ID stand
// large. Below are the whole ID, and where the key is used.
func KeyHead(id string, known Known) []fyne.CanvasObject {
	var head []fyne.CanvasObject
	if known.Label != "" {
		label := dialog.Paragraph(known.Label)
		label.SizeName, label.TextStyle.Bold = theme.SizeNameSubHeadingText, true
		head = append(head, label)
	}
	end := control.NewText(words.IDEnd(id), endSize, fyne.TextStyle{Bold: true, Monospace: true})
	whole := control.NewMono(dialog.IDLength, 3)
	whole.Set(id, style.ColorSecondary)
	head = append(head, style.InsetLeft(end), style.InsetLeft(whole))
	if len(known.Places) > 0 {
		head = append(head, dialog.Paragraph(words.UsedBy(known.Places)))
	}
	return head
}

const endSize = float32(22)

// keyRow names one key of several.
type keyRow struct {
	widget.BaseWidget
	end, label *control.Text
	whole      *control.Mono
	box        *fyne.Container
}

func newKeyRow() *keyRow {
	r := &keyRow{
		end:   control.NewText("", style.SizeHeading, fyne.TextStyle{Bold: true, Monospace: true}),
		label: control.NewText("", style.SizeHeading, fyne.TextStyle{Bold: true}),
		whole: control.NewMono(dialog.IDLength, 3),
	}
	r.box = container.NewVBox(container.NewHBox(r.end, r.label), r.whole)
	r.ExtendBaseWidget(r)
	return r
}

// longestLabel is how much of a label there is room for in a row.
const longestLabel = 36

// Set names another key.
func (r *keyRow) Set(id string, known Known) {
	r.end.Set(words.IDEnd(id), theme.ColorNameForeground)
	r.label.Set(style.Shorten(known.Label, longestLabel), theme.ColorNameForeground)
	r.whole.Set(id, style.ColorSecondary)
	r.box.Refresh()
}

// CreateRenderer is how Fyne draws it.
func (r *keyRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }
