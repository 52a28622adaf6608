package history

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/history"
	"accesskeys/client"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// columns has the positions and widths of the table's columns.
type columns []struct{ x, width float32 }

// needs has the widths that columns need to show all of their texts.
type needs struct{ what, about, outcome float32 }

// measure returns the widths that events need.
func (l *list) measure(events []history.Event) needs {
	type kind struct {
		action       history.Action
		format, kind string
		outcome      history.Outcome
		state        client.State
		undo         bool
	}
	type key struct{ id, base, user string }
	kinds, keys := map[kind]bool{}, map[key]bool{} // that have been measured
	n := needs{}
	measure := func(s string) float32 { return style.Measure(s, style.SizeText, fyne.TextStyle{}) + 2*inset }
	cell := newID().Cell.Width
	for _, e := range events {
		if k := (kind{e.Action, e.Format, e.Kind, e.Outcome, e.State, e.Undo}); !kinds[k] {
			kinds[k] = true
			n.what = max(n.what, measure(words.EventName(e)))
			n.outcome = max(n.outcome, measure(words.EventOutcome(e))+markSize+markGap)
		}
		if k := (key{e.KeyID, e.Base, e.User}); !keys[k] {
			keys[k] = true
			n.about = max(n.about, l.subject(e).width(cell)+2*inset)
		}
	}
	return n
}

// columnsIn divides a width among the columns: time, action, key, outcome. The key gets the room that the texts of the
// others leave, if it needs that, and then the action what those of the outcome leave.
func (l *list) columnsIn(width float32) columns {
	rest := width - timeWidth
	what, about, outcome := rest*0.24, rest*0.42, rest*0.34
	n := l.needs
	give := func(to *float32, needed float32, from *float32, kept float32) {
		given := max(0, min(needed-*to, *from-max(kept, leastColumn)))
		*to += given
		*from -= given
	}
	give(&about, n.about, &outcome, n.outcome)
	give(&about, n.about, &what, n.what)
	give(&what, n.what, &outcome, n.outcome)
	return columns{{0, timeWidth}, {timeWidth, what}, {timeWidth + what, about}, {timeWidth + what + about, outcome}}
}

func (c columns) shifted(column int, by float32) columns {
	out := append(columns(nil), c...)
	out[column].x += by
	out[column].width -= by
	return out
}
