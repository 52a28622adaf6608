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
	Window  *WindowSize   `json:"window,omitempty"`  // nil means the default
}

// SavedSession is a sign-in whose secret the keyring has.
type SavedSession struct {
	Server   string          `json:"server"` // as typed
	Endpoint client.Endpoint `json:"endpoint"`
	KeyID    string          `json:"keyId"`
}

// WindowSize is a window's size in the toolkit's device-independent pixels.
type WindowSize struct {
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
}

// clone copies what the pointers lead to as well.
func (s Settings) clone() Settings {
	if s.Session != nil {
		session := *s.Session
		s.Session = &session
	}
	if s.Window != nil {
		window := *s.Window
		s.Window = &window
	}
	return s
}

// settingsFile is the settings in memory and on disk.
type settingsFile struct {
	mu     sync.Mutex
	values Settings
	dirty  bool      // the disk has others
	file   *jsonFile // nil keeps them in memory only
}

// openSettings reads the settings at path. An empty path means that they are kept in memory only.
func openSettings(path string, log *slog.Logger) *settingsFile {
	s := &settingsFile{values: Settings{Version: settingsVersion}}
	if path == "" {
		return s
	}
	s.file = &jsonFile{path: path, log: log}
	var stored Settings
	found, err := s.file.read(&stored)
	if err != nil {
		log.Warn("settings could not be read", "error", err)
	}
	if found {
		s.values = stored
		s.values.Version = settingsVersion
	}
	return s
}

func (s *settingsFile) get() Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.values.clone()
}

func (s *settingsFile) update(change func(*Settings)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	changed := s.values.clone()
	change(&changed)
	s.dirty = s.dirty || !reflect.DeepEqual(changed, s.values)
	s.values = changed.clone()
	if !s.dirty || s.file == nil {
		return nil
	}
	err := s.file.write(s.values)
	s.dirty = err != nil
	return err
}
