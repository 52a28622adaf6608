package keys

import (
	"bytes"
	"strings"
	"time"

	"accesskeys/app/settings"
	"accesskeys/client"
)

const (
	leastDate = 4 // characters of a word to search dates for it: fewer occur in nearly every date
	leastName = 3 // bytes of a word to compare it with the names of months, and the server's of states
)

// matcher returns a function that reports whether a key matches. Each word of the text must be in its ID, in its label, in
// a place where it is used, in its note, in the name of its state, in what its chips say, or in one of its dates as t shows
// them; or the name of a date's month begins with it, or the server's name of the state, whatever the language. Case does not
// matter, nor do spaces within a Chinese date, such as 12 月 1 日.
func (f Find) matcher(t settings.Table, names Names) func(*Key) bool {
	text := strings.ToLower(f.Text)
	typed, tight := newMatcher(text, t, names), (*matcher)(nil)
	if as := TightDates(text); as != text {
		tight = newMatcher(as, t, names)
	}
	return func(k *Key) bool {
		return (f.State == "" || k.State == f.State) && (f.Among == nil || (*f.Among)[k.ID]) && (typed.matches(k, names) || tight != nil && tight.matches(k, names))
	}
}

func newMatcher(text string, t settings.Table, names Names) *matcher {
	m := &matcher{dates: shownDates(t)}
	for _, text := range strings.Fields(text) {
		m.words = append(m.words, word{text: text, asDate: []byte(strings.ReplaceAll(text, "/", "-")), states: map[client.State]bool{}, date: isDate(text), months: monthsNamed(text, names)})
	}
	return m
}

// matcher is a search.
type matcher struct {
	words []word
	dates []func(*Key) time.Time
	buf   []byte // for a date
}

// word is a word of the search. A key must match all of them.
type word struct {
	text   string                // in lower case
	asDate []byte                // the same, with / as -
	states map[client.State]bool // whether it is in the name of the state
	date   bool                  // it may be part of a date
	months [13]bool              // by time.Month: whether its name begins with the word
}

func (m *matcher) matches(k *Key, names Names) bool {
	for i := range m.words {
		w := &m.words[i]
		if !containsFold(k.ID, w.text) && !w.inNote(k, names) && !w.inState(k.State, names) && !m.inDate(w, k) && !w.inChips(k, names) {
			return false
		}
	}
	return true
}

func (w *word) inNote(k *Key, names Names) bool {
	return names.Noted != nil && strings.Contains(names.Noted(k).Search, w.text)
}

func (w *word) inChips(k *Key, names Names) bool {
	return names.Chips != nil && strings.Contains(names.Chips(k), w.text)
}

func (w *word) inState(s client.State, names Names) bool {
	is, known := w.states[s]
	if !known {
		is = strings.Contains(strings.ToLower(names.State(s)), w.text) || len(w.text) >= leastName && strings.HasPrefix(string(s), w.text)
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
			if bytes.Contains(m.buf, w.asDate) {
				return true
			}
		}
	}
	return false
}

// appendShown appends the date, or the time if the word has a colon. It takes a third of the time of time.AppendFormat:
// all dates are searched at each keystroke.
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

// isDate reports whether a word may be part of a date or a time, such as 2026-11-2, 2026/11 or 15:04.
func isDate(text string) bool {
	return len(text) >= leastDate && strings.Trim(text, "0123456789-/:") == ""
}

// monthsNamed returns the months whose names begin with a word.
func monthsNamed(text string, names Names) (months [13]bool) {
	if len(text) < leastName {
		return months
	}
	for m := time.January; m <= time.December; m++ {
		months[m] = strings.HasPrefix(TightDates(strings.ToLower(names.Month(m))), text)
	}
	return months
}

// shownDates returns the dates that t shows.
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

// containsFold reports whether s, which is ASCII like all key IDs, contains lower, ignoring case. It does not allocate.
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

// Find is what a user searches the keys for. The zero value matches every key.
type Find struct {
	Text  string       // words; see matcher
	State client.State // "" is any
	Among *IDs         // the keys to search; nil is all
}

// IDs is a set of keys.
type IDs map[string]bool
