package session

import (
	"context"
	"log/slog"
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
	Pending   string // the file for pending outcomes; "" keeps them in memory only
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
	lists     accountLists
	leftovers leftovers
	pending   *pendingOutcomes
	log       *slog.Logger
	now       func() time.Time
	ephemeral bool
	history   *history.Recorder
	latest    atomic.Pointer[string] // the keyring's name for the account that was opened last; nil if there was none, "" after OpenNext

	mu     sync.Mutex
	vaults []*secrets.Vault // which Close closes
}

// New returns a manager without a session.
func New(o Options) *Manager {
	return &Manager{
		connector: o.Connector, settings: o.Settings, networks: o.Networks, store: o.Store,
		index: o.Index, lists: accountLists{o.Lists}, log: o.Logger, now: o.Now, ephemeral: o.Ephemeral,
		leftovers: leftovers{settings: o.Settings, store: o.Store, index: o.Index, log: o.Logger},
		pending:   newPendingOutcomes(o.Pending, o.Logger, o.Now), history: o.History,
	}
}

// Close lets another process take over the pending outcomes. For an Ephemeral manager, it also empties the vaults that were
// used, until ctx ends. If that fails, or after a crash, the first sign-in of the next Ephemeral manager does it.
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
