package keytable

import (
	"cmp"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

const ownGap = float32(8) // between a name and the text beside it

// setLabel makes the text object of the label, once there is a label to show.
func (r *Row) setLabel() {
	if r.label == nil && (r.name() != "" || r.signsIn()) {
		r.label = text.New("", style.SizeText, fyne.TextStyle{})
	}
}

// name returns the label of the key, or what stands in for it.
func (r *Row) name() string { return cmp.Or(r.Data.Label, r.Data.StandIn.Shown) }

// nameInk returns the colour of the name of a row. What stands in for a label is not what the user calls the key.
func nameInk(r *Row) fyne.ThemeColorName {
	if r.Data.Label == "" && r.Data.StandIn.Shown != "" {
		return style.ColorSecondary
	}
	return r.ink()
}

// shownLabel returns the label to show. A key without a label that the app signs in with gets the short remark instead, if
// the label and the ID share a line.
func (r *Row) shownLabel(at Arrangement) string {
	if r.signsIn() && r.name() == "" && shortensName(r, at) {
		return words.KeyOf(r.Data.Account)
	}
	return r.name()
}

// signsIn reports whether the app signs in with the key, in this account or in another.
func (r *Row) signsIn() bool { return r.Data.Own || r.Data.Account != "" }

// setOwnRemark sets the remark on a key that the app signs in with, for a cell of a width. It reports whether the remark
// is short and beside the label, because there is no room below.
func (r *Row) setOwnRemark(at Arrangement, width float32) (beside bool) {
	beside = r.signsIn() && r.name() != "" && r.Data.Field == nil && !r.look.hasRoomBelow(r.textLines(at), r.ownRemark.MinSize().Height)
	remark := ""
	switch {
	case beside:
		remark = style.Fitted(words.KeyOf(r.Data.Account), width/2, style.SizeCaption)
	case r.signsIn():
		remark = words.SignsIn(r.Data.Account)
		if style.Fitted(remark, width, style.SizeCaption) != remark {
			remark = style.Fitted(words.KeyOf(r.Data.Account), width, style.SizeCaption)
		}
	}
	r.ownRemark.Set(remark, style.ColorSecondary)
	return beside
}

// textLines returns how many lines the label, the ID and a secret below it take.
func (r *Row) textLines(at Arrangement) int {
	lines := 1
	if r.name() != "" && !shortensName(r, at) {
		lines++
	}
	if r.showsBelow(at) && keys.CanReveal(r.Data.State) {
		lines++
	}
	if hasLongSecret(r, at) {
		lines++
	}
	return lines
}

// shortensName reports whether the label and the end of the ID share a line, also because the secret below takes two.
func shortensName(r *Row, at Arrangement) bool {
	return r.look.shortensNames(at) || hasLongSecret(r, at)
}

// hasLongSecret reports whether a secret is shown below the ID that takes two lines.
func hasLongSecret(r *Row, at Arrangement) bool {
	return at.stacked && !r.Data.Secret.IsZero() && len(r.secret.Value) > r.look.secretChars(at)
}

// shortensNames reports whether a label and the end of the ID share a line.
func (l *Layout) shortensNames(at Arrangement) bool { return at.stacked && l.lines() < 3 }

// hasRoomBelow reports whether a row has room for lines of text and something of a height below them.
func (l *Layout) hasRoomBelow(lines int, height float32) bool {
	return float32(lines)*style.LineHeight+height <= l.Pitch()-2
}

// showsID reports whether a row has room for its key's ID. It may have none if it has a field.
func (r *Row) showsID() bool { return r.Data.Field == nil || r.look.hasLineBelowField() }

// showsBelow reports whether the secret is below the label and the ID. While the row has a field, there is no room for
// it.
func (r *Row) showsBelow(at Arrangement) bool { return at.stacked && r.Data.Field == nil }

// hasLineBelowField reports whether a row has room for a line of text below a field.
func (l *Layout) hasLineBelowField() bool { return l.hasRoomBelow(1, control.ButtonHeight) }

// setName sets and returns the objects that name the key in a cell of a width: the field that asks for the label, or
// the label with the ID below it, or both on one line if a row has no room for more. room is the width for the label.
func (rr *rowRenderer) setName(at Arrangement, width, room float32) []fyne.CanvasObject {
	r := rr.Row
	lines := r.look.lines()
	label, ink := r.shownLabel(at), nameInk(r)
	labelled := label != "" && r.Data.Field == nil
	oneLine := labelled && shortensName(r, at)
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
		r.label.Set(words.KeyName(style.Fitted(label, room-rest, style.SizeText), r.Data.ID), ink)
		r.label.Show()
		stack = append(stack, r.label)
	case labelled:
		r.label.Set(style.Fitted(label, room, style.SizeText), ink)
		r.label.Show()
		stack, lines = append(stack, r.label), lines-1
	}
	if r.id.Visible() {
		r.id.Fit(int(width/r.look.mono), lines)
		stack = append(stack, r.id)
	}
	return stack
}
