package expiry

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical" // another library than the one that writes the file

	"accesskeys/app/apptest/check"
)

func TestReminderIsReadByAnotherLibrary(t *testing.T) {
	zone := time.FixedZone("east", 8*3600)
	for _, label := range []string{"CI billing", `one; two, three\ "four": five`, strings.Repeat("密钥", 30), strings.Repeat("x", 60), "two\r\nlines\tand\x00more"} {
		r := Reminder{
			KeyID: "AK" + strings.Repeat("a1", 15), Host: "optimizer.example.com:8443", At: time.Date(2027, 5, 12, 22, 0, 0, 0, zone),
			Summary:     "Access key " + label + " expires",
			Description: "Access Key ID: AK" + strings.Repeat("a1", 15) + "\nServer: https://optimizer.example.com:8443; " + label,
		}
		content := r.Calendar(time.Date(2026, 11, 28, 20, 0, 0, 0, zone))
		wantLines(t, content)
		c, err := ical.NewDecoder(bytes.NewReader(content)).Decode()
		check.Must(t, err)
		check.Must(t, ical.NewEncoder(&bytes.Buffer{}).Encode(c)) // the encoder refuses what RFC 5545 forbids
		events := c.Events()
		if len(events) != 1 || len(events[0].Children) != 1 {
			t.Fatalf("there are %d events", len(events))
		}
		event, alarm := events[0], events[0].Children[0]
		start, err := event.DateTimeStart(time.UTC)
		check.Must(t, err)
		stamp, err := event.Props.DateTime(ical.PropDateTimeStamp, time.UTC)
		check.Must(t, err)
		before, err := alarm.Props.Get(ical.PropTrigger).Duration()
		check.Must(t, err)
		check.Equal(t, "begins", start.Equal(r.At) && start.Location() == time.UTC, true)
		check.Equal(t, "made", stamp, time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC))
		check.Equal(t, "alarm", before, -7*day)
		check.Equal(t, "alarm's kind", alarm.Props.Get(ical.PropAction).Value, "DISPLAY")
		text := func(p ical.Props, name string) string {
			s, err := p.Text(name)
			check.Must(t, err)
			return s
		}
		clean := strings.NewReplacer("\r\n", " ", "\t", " ", "\x00", "").Replace(r.Summary)
		check.Equal(t, "summary", text(event.Props, ical.PropSummary), clean)
		check.Equal(t, "what the alarm says", text(alarm.Props, ical.PropDescription), clean)
		if !strings.HasPrefix(text(event.Props, ical.PropDescription), "Access Key ID: "+r.KeyID+"\nServer: https://optimizer.example.com:8443; ") {
			t.Errorf("the description is %q", text(event.Props, ical.PropDescription))
		}
	}
}

// wantLines checks the layout of the lines, which RFC 5545 requires but parsers often do not check.
func wantLines(t *testing.T, content []byte) {
	t.Helper()
	text := string(content)
	if !strings.HasSuffix(text, "\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") || strings.Count(text, "\r") != strings.Count(text, "\r\n") {
		t.Error("not every line ends with CRLF")
	}
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsRune(line, 0) {
			t.Errorf("a line is %d octets: %q", len(line), line)
		}
	}
}

func TestReminderOfAnotherDateIsAnotherEntry(t *testing.T) {
	uid := func(at time.Time, label string) string {
		c, err := ical.NewDecoder(bytes.NewReader(Reminder{KeyID: "AK", Host: "h", At: at, Summary: label}.Calendar(noon))).Decode()
		check.Must(t, err)
		id, err := c.Events()[0].Props.Text(ical.PropUID)
		check.Must(t, err)
		return id
	}
	check.Equal(t, "with another label", uid(noon, "a") == uid(noon.UTC(), "b"), true)
	check.Equal(t, "on another date", uid(noon, "a") == uid(noon.Add(day), "a"), false)
}

func TestAlarmIsStillToCome(t *testing.T) {
	for left, want := range map[time.Duration]time.Duration{
		8 * day:                 7 * day,
		7*day + time.Second:     7 * day,
		7 * day:                 day,
		day + time.Minute:       day,
		day:                     time.Hour,
		time.Hour + time.Second: time.Hour,
		time.Hour:               0,
		time.Second:             0,
	} {
		c, err := ical.NewDecoder(bytes.NewReader(Reminder{KeyID: "AK", Host: "h", At: noon.Add(left), Summary: "ends"}.Calendar(noon))).Decode()
		check.Must(t, err)
		check.Must(t, ical.NewEncoder(&bytes.Buffer{}).Encode(c))
		trigger, err := c.Events()[0].Children[0].Props.Get(ical.PropTrigger).Duration()
		check.Must(t, err)
		if trigger != -want || left+trigger <= 0 {
			t.Errorf("%v before the end, the alarm is at %v", left, trigger)
		}
	}
}
