package keytable

import (
	"cmp"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const ownGap = float32(8) // between a name and the text beside it

// name returns the label of the key, or what stands in for it.
func (r *Row) name() string { return cmp.Or(r.Data.Label, r.Data.StandIn.Shown) }

// nameInk returns the colour of the name of a row. What stands in for a label is not what the user calls the key.
func nameInk(r *Row) fyne.ThemeColorName {
	if r.Data.Label == "" && (r.Data.StandIn.Shown != "" || !r.signsIn()) {
		return style.ColorSecondary
	}
	return r.ink()
}

// rowLines tells what stands on which line of a row, in the column of the ID: on the first line the field that asks for the
// label, or else the label, or else the ID; below that the ID, the secret and the remark on a key that the app signs in
// with, as far as they are not elsewhere.
type rowLines struct {
	label        string // what is shown as the label, or ""
	idBeside     bool   // the ID is on the first line, beside the field or the label
	idEnd        bool   // only the end of the ID is shown
	secretBelow  bool
	secretChars  int  // how many characters of the secret fit on a line
	linksOnTop   bool // the links of the secret are at the end of the first line, and not beside the secret or the ID
	remarkBeside bool // the remark is short and on the first line
	remarkBelow  bool
}

// arrangeLines decides what stands on which line of a row. The links of a secret are where they are while it is shown, so
// that they do not move then.
func arrangeLines(r *Row, at Arrangement) rowLines {
	l, asks, reveals, shown := r.look, r.Data.Field != nil, keys.CanReveal(r.Data.State), !r.Data.Secret.IsZero()
	compact := at.stacked && l.lines() < 3
	narrow := at.stacked && l.secretChars(at) < len(mask)                // a secret needs the room of its links too, to be on one line
	wrapped := !at.stacked && int(l.idWidth(at)/l.mono) < len(r.Data.ID) // in a column that the user has made narrow
	belowField := l.hasLineBelowField()
	in := rowLines{secretChars: l.secretChars(at)}
	if in.label = r.name(); in.label == "" && r.signsIn() && (compact || wrapped && l.lines() < 3 || narrow && reveals) {
		in.label = r.keyOf() // because there is no room for a remark below
	} else if in.label == "" && narrow && reveals && !compact && !asks && len(r.secret.Value) <= len(mask) { // a longer one takes that line
		in.label = words.CreatedOn(r.Data.CreatedAt) // so that the links are on the first line of all rows
	}
	in.secretBelow = at.stacked && reveals && (!asks || belowField && !r.masked())
	// Where the secret takes one of two lines, an ID without a label leaves no room for the links.
	in.idEnd = shown && !asks && compact && narrow && in.label == ""
	in.linksOnTop = at.stacked && reveals && (in.idEnd || asks && !belowField || narrow && (asks || in.label != ""))
	if in.linksOnTop {
		in.secretChars = len(mask)
	}
	long := at.stacked && shown && len(r.secret.Value) > in.secretChars // it takes two lines
	if asks {
		in.idBeside = !belowField || in.secretBelow
		in.idEnd = in.idBeside || int(l.idWidth(at)/l.mono) < len(r.Data.ID)
		return in // without a remark, for which a field leaves no room
	}
	in.idBeside = in.label != "" && (compact || long)
	count := 1 // of lines
	for _, more := range []bool{in.label != "" && !in.idBeside, in.secretBelow, long, wrapped && (in.label == "" || l.lines() > 2)} {
		if more {
			count++
		}
	}
	in.remarkBelow = r.signsIn() && l.hasRoomBelow(count, r.ownRemark.MinSize().Height)
	in.remarkBeside = r.signsIn() && r.name() != "" && !in.remarkBelow
	return in
}

// signsIn reports whether the app signs in with the key, in this account or in another.
func (r *Row) signsIn() bool { return r.Data.Own || r.Data.Account != "" }

// keyOf says in few words that the app signs in with the key.
func (r *Row) keyOf() string { return style.CloseUp(words.KeyOf(r.Data.Account)) }

// hasRoomBelow reports whether a row has room for lines of text and something of a height below them.
func (l *Layout) hasRoomBelow(lines int, height float32) bool {
	return float32(lines)*style.LineHeight+height <= l.Pitch()-2
}

func (l *Layout) hasLineBelowField() bool { return l.hasRoomBelow(1, control.ButtonHeight) }

// FieldHidesSecret reports whether a row that asks for a label has no room for the secret.
func FieldHidesSecret(l *Layout) bool { return l.At.stacked && !l.hasLineBelowField() }

// idWidth returns the width of the lines in the column of the ID.
func (l *Layout) idWidth(at Arrangement) float32 { return at.Spans[ColumnID].Width - 2*CellInset }

// setRemark sets the remark on a key that the app signs in with, for a cell of a width and the room on its first line.
func (r *Row) setRemark(in rowLines, first, width float32) {
	remark := ""
	switch {
	case in.remarkBeside:
		remark = style.FittedToID(r.keyOf(), first/2, style.SizeCaption)
	case in.remarkBelow:
		remark = style.CloseUp(words.SignsIn(r.Data.Account))
		if style.Fitted(remark, width, style.SizeCaption) != remark {
			remark = style.FittedToID(r.keyOf(), width, style.SizeCaption)
		}
	}
	r.ownRemark.Set(remark, style.ColorSecondary)
	style.Show(r.ownRemark, remark != "")
}

// setName sets the objects that name the key in a cell of a width, and returns those on lines of their own. room is the
// width for the first line.
func (rr *rowRenderer) setName(in rowLines, width, room float32) []fyne.CanvasObject {
	r := rr.Row
	lines, asks := r.look.lines(), r.Data.Field != nil
	var stack []fyne.CanvasObject
	labelled := in.label != "" && !asks
	style.Show(r.label, labelled)
	if labelled {
		fitted := style.Fitted
		if r.name() == "" {
			fitted = style.FittedToID
		}
		shown := fitted(in.label, room, style.SizeText)
		if in.idBeside {
			rest := style.Measure(words.PlainName(" ", false, r.Data.ID), style.SizeText, fyne.TextStyle{})
			shown = words.PlainName(fitted(in.label, room-rest, style.SizeText), r.Data.Lent, r.Data.ID)
		}
		r.label.Set(shown, nameInk(r))
		stack, lines = append(stack, r.label), lines-1
	}
	if asks {
		stack, lines = append(stack, r.Data.Field), 1
	}
	id, chars := r.Data.ID, int(width/r.look.mono)
	if in.idEnd {
		id = words.IDEnd(id)
		chars, lines = len([]rune(id)), 1
	}
	r.id.Set(id, r.ink())
	r.id.Fit(chars, lines)
	style.Show(r.id, asks || !in.idBeside)
	if !in.idBeside {
		stack = append(stack, r.id)
	}
	return stack
}
