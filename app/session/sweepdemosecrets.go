package session

import (
	"context"
	"errors"
	"strings"

	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
)

// ephemeralLabel marks what an Ephemeral manager keeps, in the keyring and in the index, whose runs each have
// a server of their own: the next one finds by it what one that did not end well has left.
const ephemeralLabel = "demo "

// NewVault returns the vault for the server at base.
func (m *Manager) NewVault(base string) *secrets.Vault {
	if !m.ephemeral {
		return secrets.NewVault(m.store, m.index, base)
	}
	v := secrets.NewVault(m.store, m.index, ephemeralLabel+base)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.vaults = append(m.vaults, v)
	return v
}

// sweepBriefly sweeps for no longer than a user waits. What is left stays listed for the next sweep.
func (m *Manager) sweepBriefly(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, keyring.ShortLimit)
	defer cancel()
	if err := m.sweep(ctx); err != nil {
		m.log.Warn("what an earlier trial left may still be in the keyring", "error", err)
	}
}

// sweep empties all vaults of Ephemeral managers, this one and those before.
func (m *Manager) sweep(ctx context.Context) error {
	bases, err := m.index.Bases(ctx)
	if err != nil {
		return err
	}
	var errs []error
	for _, base := range bases {
		if !strings.HasPrefix(base, ephemeralLabel) {
			continue
		}
		v := secrets.NewVault(m.store, m.index, base)
		err := v.Clear(ctx)
		errs = append(errs, err)
		if keyring.Hopeless(err) {
			break
		}
	}
	return errors.Join(errs...)
}
