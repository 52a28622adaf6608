// Package expiry shows which keys expire soon and which are old: in their rows, in a line above the table, in their
// details, and in the user's calendar.
package expiry

import (
	"slices"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/chips"
	"accesskeys/views/keytable"
	"accesskeys/views/words"
)

// Host is what the package needs of the window.
type Host interface {
	Now() time.Time    // returns the server's time
	ReadAt() time.Time // returns the server's time when the list was requested
	Warnings() settings.Warnings
	Dismissed() settings.DismissedExpiry           // returns what the user has dismissed
	Dismiss(day string, ends map[string]time.Time) // saves that the user has dismissed dates of expiry, by key ID
}

// Watch provides what the window shows about the expiry and the age of keys. That changes as time passes: call Due now
// and then to find out.
type Watch struct {
	host     Host
	all      []keys.Key
	warnings settings.Warnings
	asOf     time.Time // when it was updated last
	next     time.Time // when something changes next
	readAt   time.Time // when the list was requested
	Unread   bool      // a key's time has passed since then
	notice   expiry.Notice
	chips    textCache[[]chips.Chip]
	ages     textCache[keytable.Age]
}

// NewWatch returns a watch for an empty list of keys.
func NewWatch(host Host) *Watch {
	return &Watch{host: host, chips: textCache[[]chips.Chip]{}, ages: textCache[keytable.Age]{}}
}

// SetKeys sets another list of keys.
func (w *Watch) SetKeys(all []keys.Key) {
	w.all = all
	w.update()
}

// Due reports whether something has changed since the last call. It is called every now and then, because a timer for a
// day stands still while the computer sleeps.
func (w *Watch) Due() bool {
	if !w.outdated() {
		return false
	}
	w.update()
	return true
}

// outdated reports whether something has changed since the last update. The clock may have been set back.
func (w *Watch) outdated() bool {
	now := w.host.Now()
	return now.Before(w.asOf) || !now.Before(w.next) || w.host.Warnings() != w.warnings || w.readSince()
}

func (w *Watch) update() {
	now := w.host.Now()
	if w.outdated() {
		w.warnings = w.host.Warnings()
		w.Reword()
	}
	w.asOf = now
	w.readAt = w.host.ReadAt()
	w.Unread = expiry.Unread(w.all, now, w.readAt)
	w.next = expiry.Changes(w.all, now, w.warnings)
	dismissed := w.host.Dismissed()
	w.notice = expiry.Due(w.all, now, w.warnings, dismissed)
	if dismissed.Day == dayOf(now) {
		w.notice.Others = nil // of other keys the line tells once a day
	}
}

// readSince reports whether keys whose time had passed have been read since.
func (w *Watch) readSince() bool { return w.Unread && !w.host.ReadAt().Equal(w.readAt) }

// asked reports whether the state of a key was read after the key's end.
func (w *Watch) asked(k keys.Key) bool { return !w.host.ReadAt().Before(k.ValidUntil) }

// Reword drops the cached texts, because the language has changed.
func (w *Watch) Reword() {
	clear(w.chips)
	clear(w.ages)
}

func dayOf(t time.Time) string { return t.Local().Format(time.DateOnly) }

// Remark says in a few words that a key expires soon, or returns "".
func (w *Watch) Remark(k keys.Key) string {
	now := w.host.Now()
	return words.ExpiryRemark(k, expiry.Of(k, now, w.warnings), now, w.asked(k))
}

// Facts returns what the details of a key say about its age, and before that how long it still is until its expiry, soon
// or not: this continues the date itself, which is the last of the server's facts.
func (w *Watch) Facts(k keys.Key) []words.Fact {
	var facts []words.Fact
	now := w.host.Now()
	remark := w.Remark(k)
	if remark == "" && expiry.Ahead(k, now) {
		remark = words.ExpiryRemark(k, expiry.Soon, now, false)
	}
	if remark != "" {
		facts = append(facts, words.Fact{Value: remark})
	}
	if days, known := expiry.Age(k, now); known {
		facts = append(facts, words.Fact{Name: lang.L("Age"), Value: words.Age(days, known)})
		if expiry.Old(k, now, w.warnings) {
			facts = append(facts, words.Fact{Value: words.OlderThan(w.warnings)})
		}
	}
	return facts
}

// Line returns the text for the line above the table, or "" if there is nothing to tell or the user has dismissed it.
func (w *Watch) Line() string {
	if w.notice.Empty() {
		return ""
	}
	return noticeText(w.notice, w.warnings, w.host.Now())
}

// Keys returns the IDs of the keys that the line is about.
func (w *Watch) Keys() map[string]bool {
	ids := map[string]bool{}
	for _, end := range w.notice.Ends() {
		ids[end.ID] = true
	}
	return ids
}

// KeysAreIn reports whether all of these keys are in a state.
func (w *Watch) KeysAreIn(state client.State) bool {
	ids := w.Keys()
	return !slices.ContainsFunc(w.all, func(k keys.Key) bool { return ids[k.ID] && k.State != state })
}

// Dismiss hides the line. It does not come back for the same keys, unless their dates of expiry change, and not for
// other keys before the next day.
func (w *Watch) Dismiss() {
	ends := map[string]time.Time{}
	for _, end := range w.notice.Ends() {
		ends[end.ID] = end.Dismissed
	}
	w.host.Dismiss(dayOf(w.host.Now()), ends)
	w.update()
}
