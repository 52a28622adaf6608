package client

import (
	"crypto/subtle"
	"strings"
)

// Secret is an access key secret that does not give itself away: printed with any verb, logged with
// slog or marshalled as JSON or text, it is ***. The zero Secret holds nothing.
type Secret struct {
	// A pointer, because fmt does not call Format on a Secret in an unexported field: it then prints
	// an address.
	value *string
}

// NewSecret wraps value.
func NewSecret(value string) Secret {
	if value == "" {
		return Secret{}
	}
	return Secret{value: &value}
}

// Reveal returns the secret itself. It is the only way out: the caller is responsible for where the
// value goes.
func (s Secret) Reveal() string {
	if s.value == nil {
		return ""
	}
	return *s.value
}

// IsZero reports whether s holds nothing.
func (s Secret) IsZero() bool { return s.value == nil }

// Masked reports whether s is what back ends show in a secret's place: a run of three or more asterisks or
// bullets, or nothing else.
func (s Secret) Masked() bool {
	run, others := 0, false
	for _, r := range strings.TrimSpace(s.Reveal()) {
		if !strings.ContainsRune("*•●∗", r) {
			run, others = 0, true
			continue
		}
		if run++; run == 3 {
			return true
		}
	}
	return run > 0 && !others
}

// Equal reports whether both hold the same value. The time that it takes says nothing about where
// they differ.
func (s Secret) Equal(o Secret) bool {
	equal := false
	s.lend(func(mine []byte) {
		o.lend(func(theirs []byte) { equal = subtle.ConstantTimeCompare(mine, theirs) == 1 })
	})
	return equal
}

// lend hands f the secret's bytes, which are overwritten when it returns: a conversion would leave them on
// the stack, where nothing collects them.
func (s Secret) lend(f func([]byte)) {
	bytes := make([]byte, len(s.Reveal()))
	defer clear(bytes)
	copy(bytes, s.Reveal())
	f(bytes)
}
