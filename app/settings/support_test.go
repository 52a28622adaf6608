package settings

import (
	"testing"

	"accesskeys/app/check"
)

// update changes
func update(t testing.TB, s *File, apply func(*Settings)) {
	t.Helper()
	_, err := s.Update(apply)
	check.Must(t, err)
}
