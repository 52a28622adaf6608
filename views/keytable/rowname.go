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
// the label and the ID share a line, or if a shown secret leaves no room for a line below it.
func (r *Row) shownLabel(at Arrangement) string {
	if r.signsIn() && r.name() == "" && (r.look.shortensNames(at) || r.look.isNarrow(at) && keys.CanReveal(r.Data.State)) {
		return words.KeyOf(r.Data.Account)
	}
	return r.name()
}

// signsIn reports whether the app signs in with the key, in this account or in another.
func (r *Row) signsIn() bool { return r.Data.Own || r.Data.Account != "" }

// setOwnRemark sets the remark on a key that the app signs in with, for a cell of a width and the room on its first line.
// It reports whether the remark is short and beside the label, because there is no room below.
func (r *Row) setOwnRemark(at Arrangement, first, width float32) (beside bool) {
	beside = r.signsIn() && r.name() != "" && r.Data.Field == nil && !r.look.hasRoomBelow(r.textLines(at), r.ownRemark.MinSize().Height)
	remark := ""
	switch {
	case beside:
		remark = style.Fitted(words.KeyOf(r.Data.Account), first/2, style.SizeCaption)
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
	if r.shownLabel(at) != "" && !shortensName(r, at) {
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
	return at.stacked && !r.Data.Secret.IsZero() && len(r.secret.Value) > r.secretChars(at)
}

// shortensNames reports whether a label and the end of the ID share a line.
func (l *Layout) shortensNames(at Arrangement) bool { return at.stacked && l.lines() < 3 }

// isNarrow reports whether a secret below the ID needs the room of its links too, to be on one line.
func (l *Layout) isNarrow(at Arrangement) bool { return at.stacked && l.secretChars(at) < len(mask) }

// linksOnTop reports whether the links of a secret are at the end of the row's first line, because there is no room for
// them beside the secret or the ID. They are there before the secret is shown, so that they do not move then. The first
// line of a row without a label is the ID, which leaves them no room.
func linksOnTop(r *Row, at Arrangement) bool {
	if !at.stacked || !keys.CanReveal(r.Data.State) {
		return false
	}
	if r.Data.Field != nil && !r.look.hasLineBelowField() || showsEndOnly(r, at) {
		return true
	}
	return r.look.isNarrow(at) && (r.Data.Field != nil || r.shownLabel(at) != "")
}

// showsEndOnly reports whether only the end of the ID is shown: a shown secret needs a line, and a compact row has no
// other for the links.
func showsEndOnly(r *Row, at Arrangement) bool {
	return !r.Data.Secret.IsZero() && r.Data.Field == nil && r.look.shortensNames(at) && r.look.isNarrow(at) && r.shownLabel(at) == ""
}

// hasRoomBelow reports whether a row has room for lines of text and something of a height below them.
func (l *Layout) hasRoomBelow(lines int, height float32) bool {
	return float32(lines)*style.LineHeight+height <= l.Pitch()-2
}

// hasLineBelowField reports whether a row has room for a line of text below a field.
func (l *Layout) hasLineBelowField() bool { return l.hasRoomBelow(1, control.ButtonHeight) }

// showsBelow reports whether the secret is below the label and the ID. Below a field there is room for one of them: the
// ID, until the secret is shown.
func (r *Row) showsBelow(at Arrangement) bool {
	return at.stacked && (r.Data.Field == nil || r.look.hasLineBelowField() && !r.masked())
}

// endsBesideField reports whether the end of the ID is beside the field, because the line below it is taken or missing.
func endsBesideField(r *Row, at Arrangement) bool {
	return r.Data.Field != nil && (!r.look.hasLineBelowField() || r.showsBelow(at) && keys.CanReveal(r.Data.State))
}

// setName sets and returns the objects that name the key in a cell of a width, one on each line: the field that asks for
// the label, or the label, with the ID below it, or both on one line if a row has no room for more. room is the width for
// the first line.
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
	style.Show(r.id, !oneLine)
	if endsBesideField(r, at) || showsEndOnly(r, at) {
		r.id.Set(words.IDEnd(r.Data.ID), r.ink())
		r.id.Fit(len(r.id.Value), 1)
		if r.Data.Field != nil {
			return []fyne.CanvasObject{r.Data.Field}
		}
		return []fyne.CanvasObject{r.id}
	}
	r.id.Set(r.Data.ID, r.ink())
	var stack []fyne.CanvasObject
	switch {
	case r.Data.Field != nil:
		stack, lines = append(stack, r.Data.Field), 1
		if int(width/r.look.mono) < len(r.Data.ID) {
			r.id.Set(words.IDEnd(r.Data.ID), r.ink())
		}
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
