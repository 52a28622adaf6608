package session

import "time"

// Skew returns the server's clock minus ours, 0 when requests are signed with our own.
func (s *Session) Skew() time.Duration { return s.backend.Skew() }

// ServerTime returns what the server's clock says when ours says now: by it keys expire and requests are signed.
func (s *Session) ServerTime(now time.Time) time.Time { return now.Add(s.Skew()) }
