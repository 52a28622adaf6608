//go:build linux || freebsd || netbsd || openbsd

package clipboard

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// blankTime is how long a blank stays in the place of a cleared secret. Some clipboard managers check the clipboard
	// only twice a second.
	blankTime = 700 * time.Millisecond
	// restoreTime is how long after that a manager may put back what it stored.
	restoreTime = time.Second
	// ownerInterval is the time between two checks of the clipboard's owner.
	ownerInterval = 25 * time.Millisecond
	blank         = " " // a manager that does not accept an empty clipboard restores this instead of the secret
)

// holding is a secret that is on the clipboard. On X11 and Wayland, the program that copied something keeps it and hands
// it to the programs that paste.
type holding struct {
	held   atomic.Bool // not guarded by mu, so that reading it does not wait while a program is being served
	mu     sync.Mutex
	owner  uint32 // the X11 window or Wayland source that offers the secret; 0 means none
	since  uint32 // the X server's time when it became the owner
	secret []byte
	read   bool // another program has read it
}

// former describes a secret that is no longer offered.
type former struct {
	owner uint32 // 0 means that there was no secret
	read  bool
	print fingerprint
}

// fingerprint recognizes a secret without holding it.
type fingerprint struct {
	salt, sum [sha256.Size]byte
	size      int
}

func fingerprintOf(secret []byte) fingerprint {
	f := fingerprint{size: len(secret)}
	_, _ = rand.Read(f.salt[:])
	f.sum = f.hash(secret)
	return f
}

func (f fingerprint) hash(text []byte) [sha256.Size]byte {
	h := sha256.New()
	_, _ = h.Write(f.salt[:])
	_, _ = h.Write(text)
	return [sha256.Size]byte(h.Sum(nil))
}

// matches reports whether text is the secret.
func (f fingerprint) matches(text []byte) bool {
	return f.size > 0 && len(text) == f.size && f.hash(text) == f.sum
}

// sleep waits for d and returns true. It returns false if ctx is done or done is closed first.
func sleep(ctx context.Context, done <-chan struct{}, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
	case <-done:
	}
	return false
}

// put replaces the secret and returns the owner of the earlier one.
func (h *holding) put(owner, since uint32, secret string) (before uint32) {
	h.mu.Lock()
	defer h.mu.Unlock()
	read := h.read // a program that read the earlier secret may restore that after this one
	before = h.wipe()
	h.read = read
	h.owner, h.since, h.secret = owner, since, []byte(secret)
	h.held.Store(true)
	return before
}

// drop drops the secret if owner offers it, and reports whether it did.
func (h *holding) drop(owner uint32) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if owner == 0 || h.owner != owner {
		return false
	}
	h.wipe()
	return true
}

// end drops the secret and returns a description of it.
func (h *holding) end() former {
	h.mu.Lock()
	defer h.mu.Unlock()
	var f former
	if h.owner != 0 {
		f = former{read: h.read, print: fingerprintOf(h.secret)}
	}
	f.owner = h.wipe()
	return f
}

// has reports whether owner offers the secret.
func (h *holding) has(owner uint32) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return owner != 0 && h.owner == owner
}

// use calls with with the secret if owner offers it, and reports whether it does. with returns whether it gave the secret
// to another program.
func (h *holding) use(owner uint32, with func(secret []byte, since uint32) (read bool)) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if owner == 0 || h.owner != owner {
		return false
	}
	h.read = with(h.secret, h.since) || h.read
	return true
}

func (h *holding) wipe() (owner uint32) {
	h.held.Store(false)
	clear(h.secret)
	owner, h.owner, h.secret, h.read = h.owner, 0, nil, false
	return owner
}
