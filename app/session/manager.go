package session

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"accesskeys/app/connection"
	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/listcache"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
)

// Options is what a Manager is made of. Every field but Pending is needed.
type Options struct {
	Connector Connector // opens back ends
	Settings  *settings.File
	Networks  *connection.Networks
	Store     keyring.Store
	Index     *secrets.Index
	Lists     *listcache.Lists
	Pending   string // where to keep what is not known of changes; "" keeps it in memory only
	Logger    *slog.Logger
	Now       func() time.Time
	Ephemeral bool // no sign-in is remembered, and Close empties the vaults that were used
	History   *history.Recorder
}

// Manager begins and ends sessions, and remembers them from one start to the next.
type Manager struct {
	connector Connector
	settings  *settings.File
	networks  *connection.Networks
	store     keyring.Store
	index     *secrets.Index
	turns     *keyring.Turns
	lists     accountLists
	leftovers leftovers
	pending   *pendingOutcomes
	log       *slog.Logger
	now       func() time.Time
	ephemeral bool
	history   *history.Recorder
	inUse     atomic.Bool // there has been a session

	mu     sync.Mutex
	vaults []*secrets.Vault // to be closed by Close
}

// New returns a manager without a session.
func New(o Options) *Manager {
	return &Manager{
		connector: o.Connector, settings: o.Settings, networks: o.Networks, store: o.Store,
		index: o.Index, turns: o.Index.Turns, lists: accountLists{o.Lists}, log: o.Logger, now: o.Now, ephemeral: o.Ephemeral,
		leftovers: leftovers{settings: o.Settings, store: o.Store, index: o.Index, log: o.Logger},
		pending:   newPendingOutcomes(o.Pending, o.Logger, o.Now), history: o.History,
	}
}

// Close empties the vaults that an Ephemeral manager has used, for as long as ctx lasts, and returns what went wrong.
// Where that failed, or there was a crash, the next Ephemeral manager's first sign-in does. Of another manager it ends
// nothing, but another process may take over what is not known of changes.
func (m *Manager) Close(ctx context.Context) error {
	m.pending.close()
	if !m.ephemeral {
		return nil
	}
	m.mu.Lock()
	vaults := m.vaults
	m.vaults = nil
	m.mu.Unlock()
	for _, v := range vaults {
		v.Close()
	}
	return m.sweep(ctx)
}

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
	ctx, cancel := context.WithTimeout(ctx, keyring.Patience)
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
