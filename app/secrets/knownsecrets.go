package secrets

import (
	"hash/maphash"
	"sync"

	"accesskeys/client"
)

// shortestKnown is the least number of bytes in a secret that Known learns. Shorter ones occur in many texts by chance.
const shortestKnown = 6

// Known recognizes secrets in texts. It does not hold the secrets, but only a hash of each, with a seed that differs in
// every run of the program. The zero value knows no secrets. It is safe for concurrent use.
type Known struct {
	mu     sync.Mutex
	seed   maphash.Seed
	hashes map[int]map[uint64]bool // by the length of the secret
}

// Learn adds a secret. It ignores secrets that are too short or masked.
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

// In reports whether text contains one of the secrets.
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
