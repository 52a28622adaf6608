package session

import "time"

// Skew returns the server's clock minus ours; 0 if requests are signed by our clock.
func (s *Session) Skew() time.Duration { return s.backend.Skew() }

// ServerTime returns the time on the server's clock when ours shows now. Keys expire and requests are signed by it.
func (s *Session) ServerTime(now time.Time) time.Time { return now.Add(s.Skew()) }

// KeyExpired reports whether the time until which the session's own key is valid has passed when our clock shows now.
func (s *Session) KeyExpired(now time.Time) bool {
	k, _ := s.keys.Find(s.KeyID())
	return !k.ValidUntil.IsZero() && k.ValidUntil.Before(s.ServerTime(now))
}
