package expiry

import (
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"accesskeys/client/oneline"
)

// Reminder is an entry for the user's calendar: that a key ends. Its texts are in the user's language.
type Reminder struct {
	KeyID       string
	Host        string // of the server
	At          time.Time
	Summary     string
	Description string
}

// product is what calendars are told that wrote an entry.
const product = "-//access-keys//Access Keys//EN"

// Calendar returns the entry as an iCalendar file of RFC 5545, with an alarm a week before, or less where that has passed.
// Imported again, it replaces the one of before, as long as the key ends on the same date.
func (r Reminder) Calendar(now time.Time) []byte {
	c := ics.NewCalendar()
	c.SetProductId(product)
	c.SetMethod(ics.MethodPublish)
	lines := strings.Split(r.Description, "\n")
	for i, line := range lines {
		lines[i] = oneline.Flat(line) // the library writes other control characters as they are
	}
	at := r.At.UTC()
	event := c.AddEvent(r.KeyID + "-" + at.Format("20060102T150405Z") + "@" + r.Host)
	event.SetDtStampTime(now)
	event.SetStartAt(at)
	event.SetSummary(oneline.Flat(r.Summary))
	event.SetDescription(strings.Join(lines, "\n"))
	event.SetTimeTransparency(ics.TransparencyTransparent) // who has the entry is not busy
	alarm := event.AddAlarm()
	alarm.SetAction(ics.ActionDisplay)
	alarm.SetTrigger(before(r.At.Sub(now)))
	alarm.SetDescription(oneline.Flat(r.Summary))
	return []byte(c.Serialize(ics.WithNewLineWindows))
}

// before is how long before an end there is an alarm, so that it is still to come where so much is left.
func before(left time.Duration) string {
	switch {
	case left > 7*day:
		return "-P7D"
	case left > day:
		return "-P1D"
	case left > time.Hour:
		return "-PT1H"
	}
	return "PT0S"
}
