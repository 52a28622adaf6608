package secrets

import (
	"hash/maphash"
	"sync"

	"accesskeys/client"
)

// shortestKnown is how many bytes a secret has that Known learns. Shorter ones are in many texts by chance.
const shortestKnown = 6

// Known recognizes secrets that it was told before, and keeps none: only a hash of each, which another run of the program
// makes otherwise. Its zero value knows none. It is safe for concurrent use.
type Known struct {
	mu     sync.Mutex
	seed   maphash.Seed
	hashes map[int]map[uint64]bool // by the length of the secret
}

// Learn has a secret recognized from now on.
func (k *Known) Learn(s client.Secret) {
	value := s.Reveal()
	if len(value) < shortestKnown || s.Masked() {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.hashes == nil {
		k.seed, k.hashes = maphash.MakeSeed(), map[int]map[uint64]bool{}
	}
	if k.hashes[len(value)] == nil {
		k.hashes[len(value)] = map[uint64]bool{}
	}
	k.hashes[len(value)][maphash.String(k.seed, value)] = true
}

// In reports whether one of the secrets is in a text.
func (k *Known) In(text string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	for length, hashes := range k.hashes {
		for at := 0; at+length <= len(text); at++ {
			if hashes[maphash.String(k.seed, text[at:at+length])] {
				return true
			}
		}
	}
	return false
}
