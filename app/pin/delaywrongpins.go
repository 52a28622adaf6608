package pin

import (
	"fmt"
	"time"

	"accesskeys/app/settings"
)

// maxDelay is the longest that a wrong PIN makes the next one wait.
const maxDelay = 15 * time.Minute

// DelayError means that a PIN was not checked, because wrong ones came just before.
type DelayError struct {
	Wait time.Duration // until the next is checked
}

// Error implements error, for logs.
func (e *DelayError) Error() string {
	return fmt.Sprintf("a PIN is checked again in %v", e.Wait.Round(time.Second))
}

// Wait returns how long no PIN is checked yet, because wrong ones came before. It does not wait for the disk.
func (p *PIN) Wait() time.Duration {
	stored := p.settings.Get().PIN
	if stored == nil {
		return 0
	}
	return waitOf(*stored, p.now())
}

// tried returns what to keep of a PIN as the next is tried: a wrong one is counted, unless it has to wait. A clock
// that was set back forgives nothing, but the wait is not for the difference.
func tried(p *settings.PIN, now time.Time) *settings.PIN {
	if p == nil {
		return nil
	}
	next := *p
	if next.Last.After(now) {
		next.Last = now.Round(0).UTC()
	}
	if waitOf(next, now) == 0 {
		next.Failed, next.Last = max(next.Failed, 0)+1, now.Round(0).UTC()
	}
	return &next
}

// forgiven returns what to keep of a PIN once the one with that hash was given.
func forgiven(p *settings.PIN, hash string) *settings.PIN {
	if p == nil || p.Hash != hash {
		return p
	}
	return &settings.PIN{Hash: hash}
}

// waitOf is how long the next PIN has to wait.
func waitOf(p settings.PIN, now time.Time) time.Duration {
	if p.Failed <= 0 {
		return 0
	}
	delay := maxDelay
	if p.Failed <= 10 {
		delay = min(delay, time.Second<<(p.Failed-1))
	}
	return max(0, delay-max(0, now.Sub(p.Last)))
}
