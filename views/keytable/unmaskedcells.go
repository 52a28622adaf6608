package keytable

import (
	"maps"

	"accesskeys/client"
)

// ShownSecrets holds the secrets that are shown, by key ID.
type ShownSecrets struct {
	secrets   map[string]client.Secret
	canReveal func(id string) bool // reports whether there is such a key and it has a secret
	redraw    func()
}

// Show shows a key's secret; the zero Secret hides it.
func (r *ShownSecrets) Show(id string, s client.Secret) {
	delete(r.secrets, id)
	if r.canReveal(id) && !s.IsZero() {
		r.secrets[id] = s
	}
	r.redraw()
}

// Of returns the secret that is shown for a key, or the zero Secret while it is masked.
func (r *ShownSecrets) Of(id string) client.Secret { return r.secrets[id] }

// Count returns how many secrets are shown.
func (r *ShownSecrets) Count() int { return len(r.secrets) }

// HideAll masks every secret.
func (r *ShownSecrets) HideAll() {
	clear(r.secrets)
	r.redraw()
}

// prune drops the secrets of keys that are no longer listed, or that can no longer be revealed.
func (r *ShownSecrets) prune() {
	maps.DeleteFunc(r.secrets, func(id string, _ client.Secret) bool { return !r.canReveal(id) })
}
