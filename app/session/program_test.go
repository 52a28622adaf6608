package session

import (
	"context"
	"log/slog"
	"path/filepath"
	"time"

	"accesskeys/app/connection"
	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/listcache"
	"accesskeys/app/pin"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
)

// program is the parts of the application that sessions need, wired as package app wires them.
type program struct {
	Settings *settings.File
	PIN      *pin.PIN
	Networks *connection.Networks
	Keyring  keyring.Store
	Sessions *Manager
}

// programConfig is what a program is made of.
type programConfig struct {
	Dir       string
	Store     keyring.Store
	Connector Connector
	Now       func() time.Time
	Ephemeral bool
	OnLog     onLog // called with every message of the log; may be nil
}

// onLog is a handler that calls itself with messages.
type onLog func(message string)

func (o onLog) Enabled(context.Context, slog.Level) bool { return o != nil }
func (o onLog) WithAttrs([]slog.Attr) slog.Handler       { return o }
func (o onLog) WithGroup(string) slog.Handler            { return o }
func (o onLog) Handle(_ context.Context, r slog.Record) error {
	o(r.Message)
	return nil
}

func newProgram(c programConfig) *program {
	log := slog.New(c.OnLog)
	if c.Now == nil {
		c.Now = time.Now
	}
	file, lists, pending := "", "", ""
	if !c.Ephemeral {
		file, lists, pending = filepath.Join(c.Dir, "settings.json"), c.Dir, filepath.Join(c.Dir, "pending.json")
	}
	kept := settings.Open(file, log)
	networks := connection.New(kept)
	return &program{
		Settings: kept,
		PIN:      pin.New(kept, log, c.Now),
		Networks: networks,
		Keyring:  c.Store,
		Sessions: New(Options{
			Connector: c.Connector, Settings: kept, Networks: networks, Store: c.Store,
			Index: secrets.OpenIndex(filepath.Join(c.Dir, "vault.json"), log), Lists: listcache.OpenLists(lists, c.Now, log), Pending: pending,
			Logger: log, Now: c.Now, Ephemeral: c.Ephemeral,
			History: history.New(history.Options{On: func() bool { return true }, Now: c.Now, Logger: log}),
		}),
	}
}
