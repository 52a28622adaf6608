package keys

import (
	"bytes"
	"strings"
	"time"

	"accesskeys/app/settings"
	"accesskeys/client"
)

const (
	leastDate  = 4 // characters of a word that is searched in dates: fewer are in nearly every date
	leastMonth = 3 // bytes of one that a month's name may begin with
)

// matcher returns whether a key is looked for. Each word of the text is in its ID, in what is noted
// about it, in its state's name, or in a date of the columns that t shows, as it is shown there; or a month's name begins with it. Case does not matter.
func (f Find) matcher(t settings.Table, names Names) func(*Key) bool {
	m := matcher{dates: shownDates(t)}
	for _, text := range strings.Fields(strings.ToLower(f.Text)) {
		m.words = append(m.words, word{text: text, bytes: []byte(text), states: map[client.State]bool{}, date: isDate(text), months: monthsNamed(text, names)})
	}
	return func(k *Key) bool {
		return (f.State == "" || k.State == f.State) && (f.Among == nil || (*f.Among)[k.ID]) && m.matches(k, names)
	}
}

// matcher is what is looked for.
type matcher struct {
	words []word
	dates []func(*Key) time.Time
	buf   []byte // of a date
}

// word is one of those that all must match.
type word struct {
	text   string                // in lower case
	bytes  []byte                // the same
	states map[client.State]bool // whether it is in their names
	date   bool                  // it may be a part of a date
	months [13]bool              // whether their names begin with it; the first is none
}

func (m *matcher) matches(k *Key, names Names) bool {
	for i := range m.words {
		w := &m.words[i]
		if !containsFold(k.ID, w.text) && !w.inNote(k, names) && !w.inState(k.State, names) && !m.inDate(w, k) {
			return false
		}
	}
	return true
}

func (w *word) inNote(k *Key, names Names) bool {
	return names.Noted != nil && strings.Contains(names.Noted(k).Search, w.text)
}

func (w *word) inState(s client.State, names Names) bool {
	is, known := w.states[s]
	if !known {
		is = strings.Contains(strings.ToLower(names.State(s)), w.text)
		w.states[s] = is
	}
	return is
}

func (m *matcher) inDate(w *word, k *Key) bool {
	if !w.date && w.months == [13]bool{} {
		return false
	}
	for _, of := range m.dates {
		t := of(k)
		if t.IsZero() {
			continue
		}
		t = t.Local()
		if w.months[t.Month()] {
			return true
		}
		if w.date {
			m.buf = w.appendShown(m.buf[:0], t)
			if bytes.Contains(m.buf, w.bytes) {
				return true
			}
		}
	}
	return false
}

// appendShown appends what the word may be a part of: the date, or with a colon in it the time. It does what
// time.AppendFormat does in a third of the time, as all dates are searched at each keystroke.
func (w *word) appendShown(b []byte, t time.Time) []byte {
	separator := byte('-')
	year, month, last := t.Date()
	first, middle := year, int(month)
	if strings.Contains(w.text, ":") {
		first, middle, last = t.Clock()
		separator = ':'
	} else {
		b = append(b, byte('0'+first/1000%10), byte('0'+first/100%10))
	}
	for i, n := range [3]int{first, middle, last} {
		if i > 0 {
			b = append(b, separator)
		}
		b = append(b, byte('0'+n/10%10), byte('0'+n%10))
	}
	return b
}

// isDate reports whether a word may be a part of a date or a time, such as 2026-11-2 or 15:04.
func isDate(text string) bool {
	return len(text) >= leastDate && strings.Trim(text, "0123456789-:") == ""
}

// monthsNamed returns which months' names begin with a word.
func monthsNamed(text string, names Names) (months [13]bool) {
	if len(text) < leastMonth {
		return months
	}
	for m := time.January; m <= time.December; m++ {
		months[m] = strings.HasPrefix(strings.ToLower(names.Month(m)), text)
	}
	return months
}

// shownDates returns the dates that are shown.
func shownDates(t settings.Table) []func(*Key) time.Time {
	var all []func(*Key) time.Time
	for _, c := range []struct {
		column settings.Column
		of     func(*Key) time.Time
	}{
		{settings.ColumnCreated, func(k *Key) time.Time { return k.CreatedAt }},
		{settings.ColumnUpdated, func(k *Key) time.Time { return k.UpdatedAt }},
		{settings.ColumnExpires, func(k *Key) time.Time { return k.ValidUntil }},
	} {
		if t.Shows(c.column) {
			all = append(all, c.of)
		}
	}
	return all
}

// containsFold tells whether s, of ASCII as key IDs are, contains lower whatever the case. It allocates nothing.
func containsFold(s, lower string) bool {
	for i := 0; i+len(lower) <= len(s); i++ {
		if equalFold(s[i:i+len(lower)], lower) {
			return true
		}
	}
	return false
}

func equalFold(s, lower string) bool {
	for i := range len(lower) {
		if lowerASCII(s[i]) != lower[i] {
			return false
		}
	}
	return true
}

// Find is what a user looks for among the keys. Its zero value is everything.
type Find struct {
	Text  string       // words that are all in the ID, what is noted, the state's name or a date; see matcher
	State client.State // "" is any
	Among *IDs         // keys that it is one of; nil is all
}

// IDs is a set of keys.
type IDs map[string]bool
