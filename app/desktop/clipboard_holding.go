//go:build linux || freebsd || netbsd || openbsd

package desktop

import (
	"sync"
	"sync/atomic"
)

// holding is the secret that is on the clipboard, kept for whoever asks for it: on X11 and Wayland what
// is on the clipboard stays with the program that copied it.
type holding struct {
	held   atomic.Bool // beside mu, so that asking for it waits for nobody who is being served
	mu     sync.Mutex
	owner  uint32 // the X11 window or Wayland source that the secret is offered by; 0 is none
	since  uint32 // the X server's time when it became the owner
	secret []byte
}

// put replaces what is held, and returns what owned that.
func (h *holding) put(owner, since uint32, secret string) (before uint32) {
	h.mu.Lock()
	defer h.mu.Unlock()
	before = h.wipe()
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

// end lets go of what is held, and returns what owned it.
func (h *holding) end() (owner uint32) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.wipe()
}

// use lends the secret to with if owner has it, and reports whether it has.
func (h *holding) use(owner uint32, with func(secret []byte, since uint32)) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if owner == 0 || h.owner != owner {
		return false
	}
	with(h.secret, h.since)
	return true
}

func (h *holding) wipe() (owner uint32) {
	h.held.Store(false)
	clear(h.secret)
	owner, h.owner, h.secret = h.owner, 0, nil
	return owner
}
