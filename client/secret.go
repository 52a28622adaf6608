package client

import (
	"crypto/subtle"
	"strings"
)

// Secret is an access key secret that is not shown by accident: printed with any verb, logged with slog, or marshalled
// as JSON or text, it is ***. The zero Secret holds nothing.
type Secret struct {
	// value is a pointer because fmt does not call Format on a Secret in an unexported field. It then prints an
	// address rather than the secret.
	value *string
}

// NewSecret wraps value.
func NewSecret(value string) Secret {
	if value == "" {
		return Secret{}
	}
	return Secret{value: &value}
}

// Reveal returns the secret itself. It is the only way to read the value, and the caller is responsible for where the
// value goes.
func (s Secret) Reveal() string {
	if s.value == nil {
		return ""
	}
	return *s.value
}

// IsZero reports whether s holds nothing.
func (s Secret) IsZero() bool { return s.value == nil }

// Masked reports whether s looks like the mask that back ends show instead of a secret: it has three or more asterisks
// or bullets in a row, or consists of them alone.
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

// Equal reports whether s and o hold the same value, in a time that does not depend on where they differ.
func (s Secret) Equal(o Secret) bool {
	equal := false
	s.withBytes(func(a []byte) {
		o.withBytes(func(b []byte) { equal = subtle.ConstantTimeCompare(a, b) == 1 })
	})
	return equal
}

// withBytes calls f with a copy of the secret's bytes and clears the copy when f returns. A conversion to []byte could
// put the copy on the stack, where it would stay.
func (s Secret) withBytes(f func([]byte)) {
	bytes := make([]byte, len(s.Reveal()))
	defer clear(bytes)
	copy(bytes, s.Reveal())
	f(bytes)
}
