// Package confirm has the questions that are asked before a key is changed, and the widgets that name a key in them.
package confirm

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

// Known is what this computer knows about a key and the server does not.
type Known struct {
	Label      string
	Places     []string  // where it is used
	DisabledAt time.Time // when this app disabled it; zero if it did not, or if that is not known

	Replacement string // what its replacement means for the question, or ""
	StandsIn    bool   // it replaces a key that is disabled now
}

// keyHeading returns what names a key at the top of a dialog. The label and the end of the ID are large, so that the
// key is not mistaken for another. Below are the whole ID, and where the key is used.
func keyHeading(id string, known Known) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	if known.Label != "" {
		label := dialog.Paragraph(known.Label)
		label.SizeName, label.TextStyle.Bold = theme.SizeNameSubHeadingText, true
		all = append(all, label)
	}
	end := control.NewText(words.IDEnd(id), endSize, fyne.TextStyle{Bold: true, Monospace: true})
	whole := control.NewMono(dialog.IDLength, 3)
	whole.Set(id, style.ColorSecondary)
	all = append(all, end, whole)
	if len(known.Places) > 0 {
		all = append(all, dialog.Paragraph(words.UsedBy(known.Places)))
	}
	return all
}

const endSize = float32(22)

// Row names one of several keys in a list.
type Row struct {
	widget.BaseWidget
	end, label, places *control.Text
	beside             *control.Text // the whole ID, if it is on one line with its end
	whole              *control.Mono // the whole ID, if it is on a line of its own
	box                *fyne.Container
}

// NewRow returns an empty row.
func NewRow() *Row {
	r := &Row{
		end:   control.NewText("", style.SizeHeading, fyne.TextStyle{Bold: true, Monospace: true}),
		label: control.NewText("", style.SizeHeading, fyne.TextStyle{Bold: true}),
		whole: control.NewMono(dialog.IDLength, 3),

		beside: control.NewText("", style.SizeMono, fyne.TextStyle{Monospace: true}),
		places: control.NewText("", style.SizeCaption, fyne.TextStyle{}),
	}
	r.box = container.NewVBox(container.NewHBox(r.end, style.Gap(2, 0), r.label, container.New(style.Centred{}, r.beside)), r.whole, r.places)
	r.whole.Hide()
	r.places.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// besideLength is how many characters an ID can have to be shown beside its end.
const besideLength = 36

// The widths that a label and the places have in a row.
const (
	labelRoom  = float32(260)
	placesRoom = float32(370)
)

// Set makes the row name another key.
func (r *Row) Set(id string, known Known) {
	r.end.Set(words.IDEnd(id), theme.ColorNameForeground)
	r.label.Set(style.Fitted(known.Label, labelRoom, style.SizeHeading), theme.ColorNameForeground)
	beside, below := id, ""
	if known.Label != "" || len(id) > besideLength {
		beside, below = below, beside
	}
	r.beside.Set(beside, style.ColorSecondary)
	r.whole.Set(below, style.ColorSecondary)
	style.Show(r.whole, below != "")
	style.Show(r.places, len(known.Places) > 0)
	if len(known.Places) > 0 {
		r.places.Set(style.Fitted(words.UsedBy(known.Places), placesRoom, style.SizeCaption), theme.ColorNameForeground)
	}
	r.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }
