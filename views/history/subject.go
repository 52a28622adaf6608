package history

import (
	"net/url"

	"fyne.io/fyne/v2"

	"accesskeys/app/history"
	"accesskeys/client/route"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

const idLength = 32 // characters: the length of the key IDs in the vendor's pages

func newID() *text.Mono { return text.NewMono(idLength, 1) }

// subject is the key that an event is about. Before the key is the account if it is not the open one, or else the server
// if it is not the one that the app is signed in to.
type subject struct {
	start string // is cut if there is no room
	end   string // the end of the ID of a key with a label: users tell keys by it
	id    string // the ID of a key without a label
}

func (s subject) String() string { return s.start + s.end + s.id }

// width returns the room that a subject takes if it is not cut.
func (s subject) width(cell float32) float32 {
	return style.Measure(s.start+s.end, style.SizeText, fyne.TextStyle{}) + cell*float32(len([]rune(s.id)))
}

func (l *list) subject(e history.Event) subject {
	label, lent := l.label(e.Ref())
	s := keyOf(label, lent, e.KeyID)
	if account := l.account(e); account != "" {
		s.start = account + " · " + s.start
		return s
	}
	if e.Base == "" || route.SameServer(e.Base, l.base()) {
		return s
	}
	if u, err := url.Parse(e.Base); err == nil {
		s.start = u.Host + " · " + s.start
	}
	return s
}

func keyOf(label string, lent bool, id string) subject {
	switch {
	case label != "":
		start, end := words.SplitName(label, lent, id)
		return subject{start: start, end: end}
	case id == "":
		return subject{start: "–"}
	}
	return subject{id: id}
}

// cutID cuts an ID in the middle, so that it has at most some number of characters, of which the last ones stay in sight.
func cutID(id string, most int) string {
	if len(id) <= most {
		return id
	}
	end := words.IDEnd(id)
	return id[:max(0, most-len([]rune(end)))] + end
}

// placeSubject places the key in a column.
func (r *rowRenderer) placeSubject(e history.Event, ink fyne.ThemeColorName, column int, c columns, middle float32) {
	s := r.list.subject(e)
	x, room, shownID := c[column].x+inset, c[column].width-2*inset, ""
	style.Show(r.about, s.start+s.end != "")
	style.Show(r.id, s.id != "")
	if s.id != "" {
		start := style.Measure(s.start, style.SizeText, fyne.TextStyle{})
		shownID = cutID(s.id, int((room-start)/r.id.Cell.Width))
		length := len([]rune(shownID))
		r.id.Fit(length, 1)
		r.id.Set(shownID, ink)
		room -= float32(length) * r.id.Cell.Width
	}
	shown := style.FittedBefore(s.end, s.start, room, style.SizeText)
	r.about.Set(shown, ink)
	explain(r.areas.about, s.String(), shown+shownID, column, c, middle)
	style.PlaceAround(r.about, x, middle)
	if s.start != "" {
		x += r.about.MinSize().Width
	}
	style.PlaceAround(r.id, x, middle)
}
