package session

import (
	"errors"
	"testing"

	"accesskeys/app/check"
	"accesskeys/app/history"
	"accesskeys/client"
)

// A key with the same ID may be known at another server.
func TestFailedSignInIsRecordedAtTheServerThatWasAsked(t *testing.T) {
	for address, want := range map[string]string{"localhost:8000": "AK1", "elsewhere.example": ""} {
		h := newHouse(t)
		check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
		h.connector.fail = errors.New("refused")
		_, err := h.app.Sessions.SignIn(t.Context(), address, client.Credentials{KeyID: "AK1", Secret: client.NewSecret("x")})
		check.Equal(t, "failed", errors.Is(err, h.connector.fail), true)
		var failed []string
		check.Must(t, h.app.Sessions.history.Flush(t.Context()))
		check.Must(t, h.app.Sessions.history.Read(t.Context(), func(events []history.Event) bool {
			for _, e := range events {
				if e.Outcome == history.Failed {
					failed = append(failed, e.KeyID)
				}
			}
			return true
		}))
		check.EqualSlices(t, address, failed, want)
	}
}
