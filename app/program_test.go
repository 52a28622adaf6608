package app

import (
	"log/slog"
	"path/filepath"
	"time"
)

// program is the parts of the application that sessions need, wired as package app wires them.
type program struct {
	Settings *SettingsFile
	PIN      *pinLock
	Networks *networks
	Keyring  SecretStore
	Sessions *sessionManager
}

// programConfig is what a program is made of.
type programConfig struct {
	Dir       string
	Store     SecretStore
	Connector Connector
	Now       func() time.Time
	Ephemeral bool
}

func newProgram(c programConfig) *program {
	log := slog.New(slog.DiscardHandler)
	if c.Now == nil {
		c.Now = time.Now
	}
	file, list := "", ""
	if !c.Ephemeral {
		file, list = filepath.Join(c.Dir, "settings.json"), filepath.Join(c.Dir, "list.json")
	}
	settings := openSettings(file, log)
	networks := newNetworks(settings)
	return &program{
		Settings: settings,
		PIN:      newPIN(settings, log, c.Now),
		Networks: networks,
		Keyring:  c.Store,
		Sessions: newSessionManager(sessionOptions{
			Connector: c.Connector, Settings: settings, Networks: networks, Store: c.Store,
			Index: newIndex(filepath.Join(c.Dir, "vault.json"), log), Lists: newListCache(list, c.Now, log),
			Logger: log, Now: c.Now, Ephemeral: c.Ephemeral,
		}),
	}
}
