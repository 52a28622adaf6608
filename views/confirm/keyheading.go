// Package confirm has the questions that are asked before a key is changed, and the widgets that name a key in them.
package confirm

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// Known is what this computer knows about a key and the server does not.
type Known struct {
	Label      string
	Places     []string  // where it is used
	Account    string    // the name of another account of the app that signs in with it, or ""
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
	end := text.NewMonoLine(words.IDEnd(id), endSize)
	whole := text.NewMono(dialog.IDLength, 3)
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
	end, label, places   *text.Text
	beside, state        *text.Text        // the whole ID, if it is on one line with its end, and the state after it
	under                *text.Text        // the whole ID below a label, if it fits where beside would be
	whole                *text.Mono        // the whole ID, if it needs a line of its own
	wholeState           *text.Text        // the state after it
	indent, indentPlaces *canvas.Rectangle // before under and the places
	below, used, box     *fyne.Container
}

// NewRow returns an empty row.
func NewRow() *Row {
	r := &Row{
		end:   text.NewMonoLine("", style.SizeHeading),
		label: text.New("", style.SizeHeading, fyne.TextStyle{Bold: true}),
		whole: text.NewMono(wholeLength, 3),

		beside: text.NewMonoLine("", style.SizeMono),
		under:  text.NewMonoLine("", style.SizeMono),
		places: text.New("", style.SizeCaption, fyne.TextStyle{}),

		state:      text.New("", style.SizeCaption, fyne.TextStyle{}),
		wholeState: text.New("", style.SizeCaption, fyne.TextStyle{}),
		indent:     canvas.NewRectangle(color.Transparent),

		indentPlaces: canvas.NewRectangle(color.Transparent),
	}
	named := container.NewStack(r.label, container.New(style.Centred{}, r.beside)) // one of the two is empty
	first := container.NewHBox(container.New(style.Centred{}, r.end), style.Gap(endGap, 0), named, layout.NewSpacer(), container.New(style.Centred{}, r.state), scrollRoom())
	r.below = container.NewHBox(r.indent, r.whole, r.under, layout.NewSpacer(), container.New(style.Centred{}, r.wholeState), scrollRoom())
	r.used = container.NewHBox(r.indentPlaces, r.places)
	r.box = container.NewVBox(first, r.below, r.used)
	r.below.Hide()
	r.used.Hide()
	r.ExtendBaseWidget(r)
	return r
}

const endGap = float32(2) // besides the padding, after the end of an ID

// scrollRoom returns the room for the list's scroll bar at the right.
func scrollRoom() fyne.CanvasObject { return style.Gap(6, 0) }

// How many characters an ID can have to be shown beside its end, without and with a state, and on a line of its own.
const (
	besideLength      = 36
	besideStateLength = 32
	wholeLength       = 40
)

// The widths that a label, which is bold and so takes a little more, the places and a state have in a row.
const (
	labelRoom  = float32(290)
	placesRoom = float32(370)
	stateRoom  = float32(66)
)

// Set makes the row name another key. state is the name of the key's state, or "" to leave it out.
func (r *Row) Set(id, state string, known Known) {
	r.end.Set(words.IDEnd(id), theme.ColorNameForeground)
	r.label.Set(style.Fitted(known.Label, labelRoom, style.SizeHeading), theme.ColorNameForeground)
	state = style.Fitted(state, stateRoom, style.SizeCaption)
	indent := r.end.MinSize().Width + endGap + theme.Padding()
	r.indent.SetMinSize(fyne.NewSize(indent, 0))
	r.indentPlaces.SetMinSize(fyne.NewSize(indent, 0))
	long := len(id) > besideLength || state != "" && len(id) > besideStateLength
	below := known.Label != "" || long
	if below {
		under, whole := id, ""
		if long {
			under, whole = "", id
		}
		r.under.Set(under, style.ColorSecondary)
		r.whole.Set(whole, style.ColorSecondary)
		style.Show(r.indent, !long)
		style.Show(r.under, !long)
		style.Show(r.whole, long)
		r.beside.Set("", style.ColorSecondary)
		r.state.Set("", style.ColorSecondary)
		r.wholeState.Set(state, style.ColorSecondary)
	} else {
		r.beside.Set(id, style.ColorSecondary)
		r.state.Set(state, style.ColorSecondary)
	}
	style.Show(r.below, below)
	style.Show(r.used, len(known.Places) > 0)
	if len(known.Places) > 0 {
		r.places.Set(style.Fitted(words.UsedBy(known.Places), placesRoom-indent, style.SizeCaption), theme.ColorNameForeground)
	}
	r.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }
