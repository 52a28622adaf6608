package history

import (
	"encoding/json"
	"strings"
	"time"

	"accesskeys/client"
)

const (
	longestLine = 4 << 10 // bytes, including the line end
	longestText = 300     // bytes of Base and of User, the only texts of any length; JSON may escape a byte with six
)

// cut returns the event with long texts cut, so that it fits a line, and with unknown states replaced.
func (e Event) cut() Event {
	e.At = e.At.UTC().Truncate(time.Millisecond)
	e.Base, e.User = cutText(e.Base), cutText(e.User)
	switch e.State {
	case "", client.StateEnabled, client.StateDisabled, client.StateDeleted, client.StateExpired:
	default:
		e.State = client.StateUnreadable
	}
	return e
}

func cutText(s string) string {
	if len(s) > longestText {
		s = s[:longestText]
	}
	return strings.ToValidUTF8(s, "")
}

func (e Event) line() []byte {
	line, _ := json.Marshal(e.cut()) // cannot fail for the types of Event
	return line
}

// eventOf decodes a line. It returns false if the line is not a valid event.
func eventOf(line []byte) (Event, bool) {
	var e Event
	if len(line) >= longestLine || json.Unmarshal(line, &e) != nil || e.At.IsZero() || e.Action == "" {
		return Event{}, false
	}
	return e, true
}
