package pin

import (
	"fmt"
	"time"

	"accesskeys/app/settings"
)

// maxDelay is the longest delay after a wrong PIN.
const maxDelay = 15 * time.Minute

// DelayError means that a PIN was not checked because there were wrong ones just before.
type DelayError struct {
	Wait time.Duration // the time until a PIN is checked again
}

// Error implements error, for logs.
func (e *DelayError) Error() string {
	return fmt.Sprintf("a PIN is checked again in %v", e.Wait.Round(time.Second))
}

// Wait returns the time until a PIN is checked again after wrong ones. It does not wait for the disk.
func (p *PIN) Wait() time.Duration {
	stored := p.settings.Get().PIN
	if stored == nil {
		return 0
	}
	return delayOf(*stored, p.now())
}

// countTry counts and saves one more failed attempt. It returns the PIN as it was before, or nil if there is none.
func (p *PIN) countTry(now time.Time) *settings.PIN {
	return p.save(func(s *settings.Settings) { s.PIN = afterTry(s.PIN, now) }).PIN
}

// forgetTries saves that the PIN with this hash was right.
func (p *PIN) forgetTries(hash string) {
	p.save(func(s *settings.Settings) { s.PIN = afterSuccess(s.PIN, hash) })
}

// save changes and saves the settings, and returns them as they were before. If they cannot be written, the change is in
// memory only.
func (p *PIN) save(change func(*settings.Settings)) settings.Settings {
	before, err := p.settings.Update(change)
	if err != nil {
		p.log.Warn("settings could not be written", "error", err)
	}
	return before
}

// afterTry returns p with one more failed attempt, unless it must still wait. If the clock was set back, the delay starts
// again now, rather than lasting until the clock has caught up.
func afterTry(p *settings.PIN, now time.Time) *settings.PIN {
	if p == nil {
		return nil
	}
	next := *p
	if next.Last.After(now) {
		next.Last = now.Round(0).UTC()
	}
	if delayOf(next, now) == 0 {
		next.Failed, next.Last = max(next.Failed, 0)+1, now.Round(0).UTC()
	}
	return &next
}

// afterSuccess returns p without failed attempts, unless the PIN has another hash by now.
func afterSuccess(p *settings.PIN, hash string) *settings.PIN {
	if p == nil || p.Hash != hash {
		return p
	}
	return &settings.PIN{Hash: hash}
}

// delayOf returns the time until a PIN is checked again.
func delayOf(p settings.PIN, now time.Time) time.Duration {
	if p.Failed <= 0 {
		return 0
	}
	delay := min(maxDelay, time.Second<<min(p.Failed-1, 10))
	return max(0, delay-max(0, now.Sub(p.Last)))
}
