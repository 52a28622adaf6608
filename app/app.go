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
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Config is what an App is made of.
type Config struct {
	Dir       string           // holds settings.json, vault.json and list.json; made when first written to; see DefaultDir
	Store     SecretStore      // the OS keyring
	Connector Connector        // opens back ends
	Logger    *slog.Logger     // nil discards
	Now       func() time.Time // the time of day; nil means time.Now
	// Ephemeral is for trying out: settings are neither read nor written, no sign-in is remembered and no list kept, and
	// Close empties the vaults that were used. Where that failed, or there was a crash, the next
	// Ephemeral App's first sign-in does. Without a Dir an App is Ephemeral as well, and uses no Store: everything is
	// in memory.
	Ephemeral bool
}

// App is the application. There is one a process.
type App struct {
	connector Connector
	log       *slog.Logger
	Settings  *SettingsFile
	PIN       *pinLock
	Networks  *networks
	Keyring   SecretStore
	turns     *Turns
	index     *index
	lists     *listCache
	now       func() time.Time
	ephemeral bool
	forgetful bool

	mu     sync.Mutex
	vaults []*vault // to be closed by Close
}

// New returns an App. It reads the settings; unreadable ones are logged and count as none.
func New(c Config) *App {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	forgetful := c.Dir == ""
	if forgetful {
		c.Ephemeral, c.Store = true, NewMemoryStore()
	}
	settings, listed := "", ""
	if !c.Ephemeral {
		settings = filepath.Join(c.Dir, "settings.json")
	}
	if !forgetful {
		listed = filepath.Join(c.Dir, "vault.json")
	}
	index := newIndex(listed, c.Logger)
	file := openSettings(settings, c.Logger)
	return &App{
		connector: c.Connector,
		log:       c.Logger,
		Settings:  file,
		Networks:  &networks{file},
		Keyring:   c.Store,
		PIN:       newPIN(file, c.Logger, c.Now),
		turns:     index.turns,
		index:     index,
		lists:     newListCache(filepath.Join(c.Dir, "list.json"), c),
		now:       c.Now,
		ephemeral: c.Ephemeral,
		forgetful: forgetful,
	}
}

// Forgetful reports whether nothing is remembered because there is no directory for it.
func (a *App) Forgetful() bool { return a.forgetful }

// Close ends an Ephemeral App: it closes the vaults that were used and empties them, for as long as ctx
// lasts, and returns what went wrong. Of another App it ends nothing.
func (a *App) Close(ctx context.Context) error {
	if !a.ephemeral {
		return nil
	}
	a.mu.Lock()
	vaults := a.vaults
	a.vaults = nil
	a.mu.Unlock()
	for _, v := range vaults {
		v.Close()
	}
	return a.sweep(ctx)
}

// ephemeralLabel marks what an Ephemeral App keeps, in the keyring and in the index, whose runs each have
// a server of their own: the next one finds by it what one that did not end well has left.
const ephemeralLabel = "demo "

// newVault returns the vault for the server at base.
func (a *App) newVault(base string) *vault {
	if !a.ephemeral {
		return newVault(a.Keyring, a.index, base)
	}
	v := newVault(a.Keyring, a.index, ephemeralLabel+base)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.vaults = append(a.vaults, v)
	return v
}

// sweepBriefly sweeps for no longer than a person waits. What is left stays listed for the next sweep.
func (a *App) sweepBriefly(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	if err := a.sweep(ctx); err != nil {
		a.log.Warn("what an earlier trial left may still be in the keyring", "error", err)
	}
}

// sweep empties all vaults of Ephemeral Apps, this one and those before.
func (a *App) sweep(ctx context.Context) error {
	bases, err := a.index.bases(ctx)
	if err != nil {
		return err
	}
	var errs []error
	for _, base := range bases {
		if !strings.HasPrefix(base, ephemeralLabel) {
			continue
		}
		v := newVault(a.Keyring, a.index, base)
		err := v.Clear(ctx)
		errs = append(errs, err)
		if Hopeless(err) {
			break
		}
	}
	return errors.Join(errs...)
}
