package history

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/views/kit/marklist"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

// list is the list of events, one of which is marked.
type list struct {
	*marklist.List
	label   func(keys.Ref) (label string, lent bool)
	base    func() string
	account func(history.Event) string // returns the name of an event's account if that is not the open one
	tips    *tooltip.Tips
	events  []history.Event
	needs   needs // of the events
	wide    bool  // an event takes one line, and not two
}

func newList(win *page.Window) *list {
	l := &list{wide: true, tips: win.Tips, account: func(history.Event) string { return "" }}
	l.List = marklist.New(win.Typing, &win.Presses, lang.L("History"), marklist.Rows{
		Pitch:   func() float32 { return pitch(l.wide) },
		New:     func() fyne.CanvasObject { return newRow(l) },
		Set:     func(at int, o fyne.CanvasObject) { o.(*row).set(at) },
		ReadOut: func(at int) string { return l.readOut(l.events[at]) },
	})
	return l
}

// fill shows other events. The mark stays with its event, or at the top unless stays is set.
func (l *list) fill(events []history.Event, stays bool) {
	at := 0
	if (stays || l.Marked > 0) && l.Marked < len(l.events) {
		at = max(0, slices.Index(events, l.events[l.Marked]))
	}
	if l.events = events; len(events) > 0 { // without events, the columns stay where they are
		l.needs = l.measure(events)
	}
	l.Fill(len(events), at)
}

// setWide shows an event on one line if wide is true, otherwise on two.
func (l *list) setWide(wide bool) {
	if l.wide != wide {
		l.wide = wide
		l.Refresh()
	}
}

// readOut returns an event as it is read out.
func (l *list) readOut(e history.Event) string {
	return words.EventTime(e.At) + ", " + words.EventName(e) + ", " + l.subject(e).String() + ", " + words.EventOutcome(e)
}
