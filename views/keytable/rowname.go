package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

const ownGap = float32(8) // between a label and the text beside it

// setLabel makes the text object of the label, once there is a label to show.
func (r *Row) setLabel() {
	if r.label == nil && r.Data.Label != "" {
		r.label = text.New("", style.SizeText, fyne.TextStyle{})
	}
}

// setOwnRemark sets the remark on a key that the app signs in with, for a cell of a width. It reports whether the remark
// is short and beside the label, because the secret has the line below the ID.
func (r *Row) setOwnRemark(at Arrangement, width float32) (beside bool) {
	beside = r.signsIn() && at.stacked && r.Data.Label != "" && r.Data.Field == nil
	own := ""
	switch {
	case beside && r.Data.Own:
		own = lang.L("This app's key")
	case r.Data.Own:
		own = lang.L("This app is signed in with this key")
	case beside:
		own = style.Fitted(words.KeyOf(r.Data.Account), width/2, style.SizeCaption)
	case r.signsIn():
		own = words.SignsIn(r.Data.Account)
		if style.Fitted(own, width, style.SizeCaption) != own {
			own = style.Fitted(words.KeyOf(r.Data.Account), width, style.SizeCaption)
		}
	}
	r.ownRemark.Set(own, style.ColorSecondary)
	return beside
}

// signsIn reports whether the app signs in with the key, in this account or in another.
func (r *Row) signsIn() bool { return r.Data.Own || r.Data.Account != "" }

// showsID reports whether a row has room for its key's ID. It may have none if it has a field.
func (r *Row) showsID() bool {
	return r.Data.Field == nil || r.look.Pitch()-2 >= control.ButtonHeight+style.LineHeight
}

// showsBelow reports whether the secret is below the label and the ID. While the row has a field, there is no room for
// it.
func (r *Row) showsBelow(at Arrangement) bool { return at.stacked && r.Data.Field == nil }

// setName sets and returns the objects that name the key in a cell of a width: the field that asks for the label, or
// the label with the ID below it, or both on one line if a row has no room for more. room is the width for the label.
func (rr *rowRenderer) setName(at Arrangement, width, room float32) []fyne.CanvasObject {
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
