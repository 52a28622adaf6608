package app

import (
	"log/slog"
	"reflect"
	"sync"

	"accesskeys/client"
)

// settingsVersion is the layout of the settings file. A reader of another one takes what it knows.
const settingsVersion = 1

// Settings are what the application remembers from one start to the next. Their values mean the same in
// every language, and none is a secret.
type Settings struct {
	Version int           `json:"version"`
	Server  string        `json:"server,omitempty"`  // last signed in to, as typed
	Session *SavedSession `json:"session,omitempty"` // what to open at the next start; nil asks for a sign-in
	Forget  []Leftover    `json:"forget,omitempty"`  // what the keyring is still to delete
	Privacy Privacy       `json:"privacy"`
	PIN     *PIN          `json:"pin,omitempty"` // asked for when the window is locked; nil asks for none
}

// SavedSession is a sign-in whose secret the keyring has.
type SavedSession struct {
	Server   string          `json:"server"` // as typed
	Endpoint client.Endpoint `json:"endpoint"`
	KeyID    string          `json:"keyId"`
}

// clone copies what the pointers lead to as well.
func (s Settings) clone() Settings {
	if s.Session != nil {
		session := *s.Session
		s.Session = &session
	}
	if s.PIN != nil {
		pin := *s.PIN
		s.PIN = &pin
	}
	s.Forget = append([]Leftover(nil), s.Forget...) // nil when empty
	return s
}

// settingsFile is the settings in memory and on disk.
type settingsFile struct {
	mu     sync.Mutex // held for moments: whoever reads never waits for the disk
	values Settings

	writing sync.Mutex // held while the disk is written, so that the youngest values are written last
	written Settings   // what the disk has
	write   func(any) error
}

// openSettings reads the settings at path. An empty path means that they are kept in memory only.
func openSettings(path string, log *slog.Logger) *settingsFile {
	s := &settingsFile{values: Settings{Version: settingsVersion, Privacy: DefaultPrivacy()}}
	s.written = s.values
	s.write = func(any) error { return nil }
	if path == "" {
		return s
	}
	file := jsonFile{path: path, log: log}
	s.write = file.write
	var stored Settings
	found, err := file.read(&stored)
	if err != nil {
		log.Warn("settings could not be read", "error", err)
	}
	if found {
		s.values = stored
		s.values.Version = settingsVersion
		s.values.Privacy = s.values.Privacy.valid()
		s.written = s.values.clone()
	}
	return s
}

func (s *settingsFile) get() Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.values.clone()
}

// update changes the settings in memory at once, and then writes them. When writing fails they have
// changed all the same, and the next update writes them. change must not call back.
func (s *settingsFile) update(change func(*Settings)) error {
	s.change(change)
	s.writing.Lock()
	defer s.writing.Unlock()
	values := s.get()
	if reflect.DeepEqual(values, s.written) {
		return nil
	}
	if err := s.write(values); err != nil {
		return err
	}
	s.written = values
	return nil
}

func (s *settingsFile) change(change func(*Settings)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(&s.values)
	s.values = s.values.clone()
}
