package notes_test

import (
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/notes"
)

func TestForgettingWaitsForChangesThatWereAnnounced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := notes.Open("", slog.New(slog.DiscardHandler))
		over := s.Announce()
		forgotten := make(chan error, 1)
		go func() { forgotten <- s.Forget(base, "user") }()
		synctest.Wait()
		check.Must(t, s.Change(ref("AK1"), notes.Note{}, label("a")))
		over()
		check.Must(t, <-forgotten)
		check.Equal(t, "count", s.Count(base, "user"), 0)
	})
}

func TestForgettingDoesNotWaitForEver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := notes.Open("", slog.New(slog.DiscardHandler))
		s.Announce()
		begun := time.Now()
		check.Must(t, s.Forget(base, "user"))
		if time.Since(begun) == 0 {
			t.Error("it does not wait at all")
		}
	})
}
