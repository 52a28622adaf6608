// Package app is what the application does: it signs in and out, knows the access keys and what is being
// done to them, and keeps revealed secrets in the OS keyring.
//
// It is synchronous: a call takes a context, blocks, and returns. Callers that must not block run it in
// the background; everything here is safe for concurrent use. No secret is kept in memory longer than the
// call that it belongs to, except the one that the back end is signed with.
package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
)

// Config is what an App is made of.
type Config struct {
	Dir       string       // holds settings.json and vault.json; made when first written to
	Store     SecretStore  // the OS keyring
	Connector Connector    // opens back ends
	Logger    *slog.Logger // nil discards
	// Ephemeral is for trying out: settings are neither read nor written, no sign-in is remembered, and
	// Close empties the vaults that were used.
	Ephemeral bool
}

// App is the application. There is one a process.
type App struct {
	store     SecretStore
	connector Connector
	log       *slog.Logger
	settings  *settingsFile
	index     *index
	ephemeral bool

	mu     sync.Mutex
	vaults []*Vault // to be emptied by Close
}

// New returns an App. It reads the settings; unreadable ones are logged and count as none.
func New(c Config) *App {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	settings := ""
	if !c.Ephemeral {
		settings = filepath.Join(c.Dir, "settings.json")
	}
	return &App{
		store:     c.Store,
		connector: c.Connector,
		log:       c.Logger,
		settings:  openSettings(settings, c.Logger),
		index:     newIndex(filepath.Join(c.Dir, "vault.json"), c.Logger),
		ephemeral: c.Ephemeral,
	}
}

// DefaultDir returns the directory for Config.Dir: access-keys in the user's configuration directory. It
// fails where that cannot be told, such as without HOME.
func DefaultDir() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "access-keys"), nil
}

// Settings returns a copy of the settings.
func (a *App) Settings() Settings { return a.settings.get() }

// UpdateSettings changes the settings and writes them. When writing fails they have changed in memory
// all the same. update must not call back.
func (a *App) UpdateSettings(update func(*Settings)) error { return a.settings.update(update) }

// Keyring asks whether the keyring answers, storing nothing. It returns nil or a *KeyringError; or
// ctx's error when that was cancelled.
func (a *App) Keyring(ctx context.Context) error {
	if p, ok := a.store.(prober); ok {
		return p.Probe(ctx)
	}
	_, err := a.store.Get(ctx, signInService, "probe")
	if errors.Is(err, ErrNotStored) {
		return nil
	}
	return err
}

// Close ends an Ephemeral App: it empties the vaults that were used, for as long as ctx lasts, and
// returns what went wrong. Of another App it ends nothing.
func (a *App) Close(ctx context.Context) error {
	if !a.ephemeral {
		return nil
	}
	a.mu.Lock()
	vaults := a.vaults
	a.vaults = nil
	a.mu.Unlock()
	var errs []error
	for _, v := range vaults {
		errs = append(errs, v.seal(ctx))
	}
	return errors.Join(errs...)
}

// newVault returns the vault for the server at base.
func (a *App) newVault(base string) *Vault {
	v := &Vault{store: a.store, index: a.index, base: base}
	if a.ephemeral {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.vaults = append(a.vaults, v)
	}
	return v
}
