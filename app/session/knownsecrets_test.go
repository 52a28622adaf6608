package session

import (
	"testing"

	"accesskeys/app/apptest/check"
)

func TestSecretOfTheSignInIsKnown(t *testing.T) {
	h := newHouse(t)
	s := h.signIn(t)
	check.Equal(t, "signed in", s.Keys().Known.In("s3cr3t"), true)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	h.open(false)
	s, err := h.app.Sessions.Resume(t.Context())
	check.Must(t, err)
	check.Equal(t, "resumed", s.Keys().Known.In("s3cr3t"), true)
}
