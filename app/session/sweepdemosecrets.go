package session

import (
	"context"
	"errors"
	"strings"

	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
)

// ephemeralLabel marks the secrets of Ephemeral managers in the keyring and in the index. Each run has a server of its own,
// so that the next one finds by the label what a run that crashed has left.
const ephemeralLabel = "demo "

// NewVault returns the vault for the server at base.
func (m *Manager) NewVault(base string) *secrets.Vault {
	v := secrets.NewVault(m.store, m.index, vaultBase(m, base))
	if !m.ephemeral {
		return v
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.vaults = append(m.vaults, v)
	return v
}

// vaultBase returns the base with which the secrets of the server at base are stored.
func vaultBase(m *Manager, base string) string {
	if m.ephemeral {
		return ephemeralLabel + base
	}
	return base
}

// sweepBriefly is sweep with a short time limit. What is left stays listed for the next sweep.
func (m *Manager) sweepBriefly(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, keyring.ShortLimit)
	defer cancel()
	if err := m.sweep(ctx); err != nil {
		m.log.Warn("secrets of an earlier demo may still be in the keyring", "error", err)
	}
}

// sweep empties the vaults of this and all earlier Ephemeral managers.
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
