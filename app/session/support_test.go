package session

import (
	"testing"

	"accesskeys/app/check"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
)

// anyStamp is for a vault's get.
func anyStamp(secrets.Stamp) bool { return true }

// update changes settings.
func update(t testing.TB, s *settings.File, apply func(*settings.Settings)) {
	t.Helper()
	_, err := s.Update(apply)
	check.Must(t, err)
}
