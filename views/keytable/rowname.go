package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const ownGap = float32(8) // from a label to what is said beside it

// setLabel makes the text of the label, once there is one to show.
func (r *Row) setLabel() {
	if r.label == nil && r.Data.Label != "" {
		r.label = control.NewText("", style.SizeText, fyne.TextStyle{})
	}
}

// setOwn says of the key that the app is signed in with that it is. It reports whether that stands beside the label, in a few
// words, because the secret has the line below the ID.
func (r *Row) setOwn(at Arrangement) (beside bool) {
	beside = r.Data.Own && at.stacked && r.Data.Label != "" && r.Data.Field == nil
	own := ""
	switch {
	case beside:
		own = lang.L("This app's key")
	case r.Data.Own:
		own = lang.L("This app is signed in with this key")
	}
	r.own.Set(own, style.ColorSecondary)
	return beside
}

// showsID reports whether a row has room for its key's ID. Only below a field, there may be none.
func (r *Row) showsID() bool {
	return r.Data.Field == nil || r.look.Pitch()-2 >= control.ButtonHeight+style.LineHeight
}

// showsBelow reports whether the secret is below what names the key: not while that has a field, which takes its room.
func (r *Row) showsBelow(at Arrangement) bool { return at.stacked && r.Data.Field == nil }

// named is what names the key in a width: its label, which has some room, above its ID, or both on one line where a row has
// no room for more. While the label is asked for, that is a field.
func (rr *rowRenderer) named(at Arrangement, width, room float32) []fyne.CanvasObject {
	r := rr.Row
	lines := r.look.lines()
	labelled := r.Data.Label != "" && r.Data.Field == nil
	oneLine := labelled && at.stacked && lines < 3
	if r.label != nil && !labelled {
		r.label.Set("", r.ink())
		r.label.Hide()
	}
	style.Show(r.id, !oneLine && r.showsID())
	var stack []fyne.CanvasObject
	switch {
	case r.Data.Field != nil:
		stack, lines = append(stack, r.Data.Field), 1
	case oneLine:
		rest := style.Measure(words.KeyName(" ", r.Data.ID), style.SizeText, fyne.TextStyle{})
		r.label.Set(words.KeyName(style.Fitted(r.Data.Label, room-rest, style.SizeText), r.Data.ID), r.ink())
		r.label.Show()
		stack = append(stack, r.label)
	case labelled:
		r.label.Set(style.Fitted(r.Data.Label, room, style.SizeText), r.ink())
		r.label.Show()
		stack, lines = append(stack, r.label), lines-1
	}
	if r.id.Visible() {
		r.id.Fit(int(width/r.look.mono), lines)
		stack = append(stack, r.id)
	}
	return stack
}
