package expiry

import (
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"accesskeys/client/oneline"
)

// Reminder is an entry for the user's calendar about a key that expires. Its texts are in the user's language.
type Reminder struct {
	KeyID       string
	Host        string // the server's host
	At          time.Time
	Summary     string
	Description string
}

// product identifies this program as the creator of a calendar entry.
const product = "-//access-keys//Access Keys//EN"

// Calendar returns the reminder as an iCalendar file of RFC 5545. Its alarm is a week before the key expires, or later if
// there is less time. If it is imported again, it replaces the earlier entry, provided that the key still expires at the
// same time.
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
	event.SetTimeTransparency(ics.TransparencyTransparent) // does not show the user as busy
	alarm := event.AddAlarm()
	alarm.SetAction(ics.ActionDisplay)
	alarm.SetTrigger(alarmTrigger(r.At.Sub(now)))
	alarm.SetDescription(oneline.Flat(r.Summary))
	return []byte(c.Serialize(ics.WithNewLineWindows))
}

// alarmTrigger returns how long before the event its alarm is, in the format of RFC 5545. left is the time until the
// event. If it allows, the alarm is in the future.
func alarmTrigger(left time.Duration) string {
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
