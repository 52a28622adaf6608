package session

import (
	"context"
	"time"

	"accesskeys/app/store"
)

const (
	othersLimit = 10 * time.Second      // how long the first list waits for changes that other processes ask for
	othersPause = 50 * time.Millisecond // between two looks whether they have ended
)

// awaitOthers waits until other processes know how the changes ended that they ask for: a list that was read before would not
// show these. It makes a session resolve what the others did not find out, and reports whether it has waited. An earlier start
// of the program may still be ending a change.
func (p *pendingOutcomes) awaitOthers(ctx context.Context, s *Session) (waited bool) {
	p.mu.Lock()
	others := p.others
	p.others = nil
	p.mu.Unlock()
	if len(others) == 0 {
		return false
	}
	p.log.Info("waiting for the changes of another process")
	ctx, cancel := context.WithTimeout(ctx, othersLimit)
	defer cancel()
	for _, f := range others {
		awaitEnd(ctx, f)
	}
	p.mu.Lock()
	p.takeOver()
	p.others = nil
	p.mu.Unlock()
	p.resolve(s)
	return true
}

// awaitEnd waits until a process has removed its file, or has ended.
func awaitEnd(ctx context.Context, f store.File) {
	for f.Exists() {
		if release, err := claimed(f); err == nil {
			release()
			return
		}
		select {
		case <-time.After(othersPause):
		case <-ctx.Done():
			return
		}
	}
}
