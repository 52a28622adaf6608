// Package app wires the parts of the application: each folder below is one of them and knows no widget.
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
	Dir       string            // holds what is kept on this computer; made when first written to; see DefaultDir
	Store     keyring.Store     // the OS keyring
	Connector session.Connector // opens back ends
	Logger    *slog.Logger      // nil discards
	Version   string            // the program's
	Now       func() time.Time  // the time of day; nil means time.Now
	// Ephemeral is for trying out: settings and notes are neither read nor written, no sign-in is remembered and no list kept, and
	// Close empties the vaults that were used. Where that failed, or there was a crash, the next
	// Ephemeral App's first sign-in does. Without a Dir an App is Ephemeral as well, and uses no Store: everything is
	// in memory.
	Ephemeral bool
}

// App is the application. There is one a process.
type App struct {
	Settings  *settings.File       // what is remembered from one start to the next
	PIN       *pin.PIN             // what opens a locked window
	Networks  *connection.Networks // how each server is reached
	Keyring   keyring.Store        // the OS keyring
	Sessions  *session.Manager     // what signs in and out
	Notes     *notes.Store         // what the user has noted about keys; Load reads them
	History   *history.Recorder    // what was done on this computer
	Rotations *rotation.File       // how far the replacements of keys are

	forgetful bool
}

// New returns an App. It deletes what a killed process left half written, and reads the settings; unreadable ones are
// logged and count as none.
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
	lock.Acted.Subscribe(func(a pin.Act) {
		sessions.Note(nil, map[pin.Act]history.Action{pin.ActWrong: history.WrongPIN, pin.ActSet: history.SetPIN,
			pin.ActChange: history.ChangePIN, pin.ActRemove: history.RemovePIN}[a])
	})
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

// NewGuide returns what replaces the keys of a session's user. now is the time of day.
func (a *App) NewGuide(s *session.Session, now func() time.Time) *rotation.Guide {
	return rotation.New(rotation.Options{File: a.Rotations, Keys: s.Keys(), Now: now, Check: s.Checker().Check,
		Pause: rotation.Pause, Move: rotation.MoveNotes(a.Notes), Record: a.History.Record})
}

// Forgetful reports whether nothing is remembered because there is no directory for it.
func (a *App) Forgetful() bool { return a.forgetful }

// Close writes what is left of the history. It ends an Ephemeral App: it empties the vaults that were used, for as long
// as ctx lasts, and returns what went wrong.
func (a *App) Close(ctx context.Context) error {
	return errors.Join(a.History.Flush(ctx), a.Sessions.Close(ctx))
}
