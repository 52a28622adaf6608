package lock

import (
	"testing"

	"accesskeys/app/check"
	"accesskeys/app/settings"
)

// update changes settings.
func update(t testing.TB, s *settings.File, apply func(*settings.Settings)) {
	t.Helper()
	_, err := s.Update(apply)
	check.Must(t, err)
}
