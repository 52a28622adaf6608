package history

import (
	"encoding/json"
	"strings"
	"time"

	"accesskeys/client"
)

const (
	longestLine = 4 << 10 // bytes, with the line's end
	longestText = 300     // bytes of a server's address and of a user, the only texts of any length; JSON makes six of one
)

// cut returns the event without what is too long for a line, or no word of ours.
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
	line, _ := json.Marshal(e.cut()) // has nothing that can fail
	return line
}

// eventOf reads a line, and reports whether it is one.
func eventOf(line []byte) (Event, bool) {
	var e Event
	if len(line) >= longestLine || json.Unmarshal(line, &e) != nil || e.At.IsZero() || e.Action == "" {
		return Event{}, false
	}
	return e, true
}
