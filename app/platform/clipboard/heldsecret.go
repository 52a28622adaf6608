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
	// handover is how long a blank stays in a cleared secret's place. Some clipboard managers look
	// only twice a second at what is there.
	handover = 700 * time.Millisecond
	// relapse is how long after that a manager may still put back what it kept.
	relapse = time.Second
	// glance is the pause between two looks at the clipboard's owner.
	glance = 25 * time.Millisecond
	blank  = " " // a manager that dislikes an empty clipboard puts this back instead of the secret
)

// holding is the secret that is on the clipboard, kept for programs that ask for it: on X11 and Wayland what
// is on the clipboard stays with the program that copied it.
type holding struct {
	held   atomic.Bool // beside mu, so that asking for it waits for nobody who is being served
	mu     sync.Mutex
	owner  uint32 // the X11 window or Wayland source that the secret is offered by; 0 is none
	since  uint32 // the X server's time when it became the owner
	secret []byte
	read   bool // another program has had it
}

// former is what is known of a secret that is no longer offered.
type former struct {
	owner uint32 // 0 is that there was none
	read  bool
	print fingerprint
}

// fingerprint recognizes a secret without keeping it.
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

// stay waits for d, or until ctx or done is over, and reports whether all of d has passed.
func stay(ctx context.Context, done <-chan struct{}, d time.Duration) bool {
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

// put replaces what is held, and returns what owned that.
func (h *holding) put(owner, since uint32, secret string) (before uint32) {
	h.mu.Lock()
	defer h.mu.Unlock()
	read := h.read // what another program has had of before it may put back after this one
	before = h.wipe()
	h.read = read
	h.owner, h.since, h.secret = owner, since, []byte(secret)
	h.held.Store(true)
	return before
}

// drop lets go of what owner has. It reports whether owner had it.
func (h *holding) drop(owner uint32) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if owner == 0 || h.owner != owner {
		return false
	}
	h.wipe()
	return true
}

// end lets go of what is held.
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

// has reports whether owner has what is held.
func (h *holding) has(owner uint32) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return owner != 0 && h.owner == owner
}

// use lends the secret to with if owner has it, and reports whether it has. with reports whether it has
// handed the secret out.
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
