// Package app wires the parts of the application: each folder below is one of them and knows no widget.
//
// It is synchronous: a call takes a context, blocks, and returns. Callers that must not block run it in the background.
// Everything here is safe for concurrent use. No secret is in memory longer than the call that it belongs to, except the one
// that requests are signed with.
package app

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"time"

	"accesskeys/app/connection"
	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/listcache"
	"accesskeys/app/notes"
	"accesskeys/app/pin"
	"accesskeys/app/rotation"
	"accesskeys/app/secrets"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/app/store"
)

// Config is what an App is made of.
type Config struct {
	Dir       string            // the directory for the program's files, created when first written to; see DefaultDir
	Store     keyring.Store     // the system's keyring
	Connector session.Connector // opens back ends
	Logger    *slog.Logger      // nil discards
	Version   string            // the program's version
	Now       func() time.Time  // returns the current time; nil means time.Now
	// Ephemeral is for trying out the program: no file but the index of secrets is read or written, no sign-in is remembered,
	// and Close empties the vaults that were used. If that fails, or after a crash, the first sign-in of the next Ephemeral
	// App does it. Without a Dir, an App is Ephemeral too and does not use Store: everything is in memory.
	Ephemeral bool
}

// App is the application. A process has one.
type App struct {
	Settings  *settings.File
	PIN       *pin.PIN
	Networks  *connection.Networks
	Keyring   keyring.Store
	Sessions  *session.Manager
	Notes     *notes.Store // not read yet; see Load
	History   *history.Recorder
	Rotations *rotation.File

	forgetful bool
}

// New returns an App. It deletes the temporary files of killed processes, and reads the settings. If they cannot be read,
// it logs that and uses the defaults.
func New(c Config) *App {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	forgetful := c.Dir == ""
	if forgetful {
		c.Ephemeral, c.Store = true, keyring.NewMemory()
	}
	file := func(name string) string {
		if c.Ephemeral {
			return ""
		}
		return filepath.Join(c.Dir, name)
	}
	listed := ""
	if !forgetful {
		store.RemoveStale(c.Dir)
		listed = filepath.Join(c.Dir, store.VaultFile)
	}
	kept := settings.Open(file(store.SettingsFile), c.Logger)
	networks := connection.New(kept)
	lock := pin.New(kept, c.Logger, c.Now)
	recorder := history.New(history.Options{Path: file(store.HistoryFile), Version: c.Version, Now: c.Now, Logger: c.Logger,
		On: func() bool { return !kept.Get().Privacy.NoHistory }})
	sessions := session.New(session.Options{
		Connector: c.Connector, Settings: kept, Networks: networks, Store: c.Store,
		Index: secrets.OpenIndex(listed, c.Logger), Lists: listcache.OpenLists(file(""), c.Now, c.Logger), Pending: file(store.PendingFile),
		Logger: c.Logger, Now: c.Now, Ephemeral: c.Ephemeral, History: recorder,
	})
	lock.Acted.Subscribe(func(a pin.Act) { session.NotePIN(sessions, a) })
	return &App{
		Settings:  kept,
		PIN:       lock,
		Networks:  networks,
		Keyring:   c.Store,
		Sessions:  sessions,
		Notes:     notes.Open(file(store.NotesFile), c.Logger),
		History:   recorder,
		Rotations: rotation.Open(file(store.RotationsFile), c.Logger),
		forgetful: forgetful,
	}
}

// NewGuide returns the guide that replaces the keys of a session's user. now returns the current time.
func (a *App) NewGuide(s *session.Session, now func() time.Time) *rotation.Guide {
	return rotation.New(rotation.Options{File: a.Rotations, Keys: s.Keys(), Now: now, Check: s.Checker().Check,
		Pause: rotation.Pause, Move: rotation.MoveNotes(a.Notes), Label: rotation.KeepLabel(a.Notes), Record: a.History.Record})
}

// Forgetful reports whether nothing is remembered because there is no directory for files.
func (a *App) Forgetful() bool { return a.forgetful }

// InKeyring reports whether a call to the keyring is under way. The keyring may be asking the user then.
func (a *App) InKeyring() bool {
	k, ok := a.Keyring.(interface{ InCall() bool })
	return ok && k.InCall()
}

// Close writes the queued events of the history and releases the file of pending outcomes. For an Ephemeral App, it also
// empties the vaults that were used.
func (a *App) Close(ctx context.Context) error {
	return errors.Join(a.History.Flush(ctx), a.Sessions.Close(ctx))
}
