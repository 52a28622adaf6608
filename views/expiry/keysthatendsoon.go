// Package expiry tells which keys end soon and which are old: on their rows, in a line above the table, in their details,
// and in the user's calendar.
package expiry

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/keytable"
	"accesskeys/views/words"
)

// Host is what it needs of the window.
type Host interface {
	Now() time.Time // the server's
	Warnings() settings.Warnings
	Told() settings.ToldExpiry                     // what the user has dismissed
	Dismiss(day string, ends map[string]time.Time) // notes that they do not want to be told again of ends, by key ID
}

// Watch is what is told of the ends and the ages of a list of keys. It goes on while the window stays open: Due says when.
type Watch struct {
	host   Host
	all    []keys.Key
	w      settings.Warnings
	next   time.Time // when something else is to be told
	notice expiry.Notice
	chips  worded[[]keytable.Chip]
	ages   worded[keytable.Age]
}

// NewWatch returns a watch of no keys.
func NewWatch(host Host) *Watch {
	return &Watch{host: host, chips: worded[[]keytable.Chip]{}, ages: worded[keytable.Age]{}}
}

// Take watches another list.
func (w *Watch) Take(all []keys.Key) {
	w.all = all
	w.find()
}

// Due reports whether something else is to be told now than before. It is asked again and again, since a timer for a day
// stands still while the computer sleeps.
func (w *Watch) Due() bool {
	if w.host.Now().Before(w.next) && w.host.Warnings() == w.w {
		return false
	}
	w.find()
	return true
}

func (w *Watch) find() {
	now := w.host.Now()
	if wanted := w.host.Warnings(); !now.Before(w.next) || wanted != w.w {
		w.w = wanted
		w.Reword()
	}
	w.next = expiry.Changes(w.all, now, w.w)
	w.notice = expiry.Notice{}
	if told := w.host.Told(); told.Day != dayOf(now) {
		w.notice = expiry.Due(w.all, now, w.w, told)
	}
}

// Reword has everything be worded again, as in another language.
func (w *Watch) Reword() {
	clear(w.chips)
	clear(w.ages)
}

func dayOf(t time.Time) string { return t.Local().Format(time.DateOnly) }

// Facts are what the details of a key say of its end and its age.
func (w *Watch) Facts(k keys.Key) []words.Fact {
	var facts []words.Fact
	now := w.host.Now()
	if whole, _, _ := words.Expiry(k, expiry.Of(k, now, w.w), now); whole != "" {
		facts = append(facts, words.Fact{Name: lang.L("Expiry"), Value: whole})
	}
	if days, known := expiry.Age(k, now); known {
		facts = append(facts, words.Fact{Name: lang.L("Age"), Value: words.Age(days, known)})
		if expiry.Old(k, now, w.w) {
			facts = append(facts, words.Fact{Value: words.OlderThan(w.w)})
		}
	}
	return facts
}

// Line is what is told above the table, until it is dismissed.
func (w *Watch) Line() string {
	if w.notice.Empty() {
		return ""
	}
	return words.ExpiryNotice(w.notice, w.w, w.host.Now())
}

// Keys are the IDs of the keys that the line is about.
func (w *Watch) Keys() map[string]bool {
	ids := map[string]bool{}
	for _, end := range w.notice.Ends() {
		ids[end.ID] = true
	}
	return ids
}

// Dismiss has the user not be told again of the keys that the line is about, unless they end on other dates, and of no
// others before the next day.
func (w *Watch) Dismiss() {
	ends := map[string]time.Time{}
	for _, end := range w.notice.Ends() {
		ends[end.ID] = end.At
	}
	w.host.Dismiss(dayOf(w.host.Now()), ends)
	w.find()
}
