package app

import (
	"fmt"
	"log/slog"
	"maps"
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
	// Homes are, by where an API has moved to, the API base that the keyring's entries are named by.
	Homes   map[string]string `json:"homes,omitempty"`
	Privacy Privacy           `json:"privacy"`
	PIN     *PIN              `json:"pin,omitempty"` // asked for when the window is locked; nil asks for none
	Table   Table             `json:"table"`

	Language Language    `json:"language,omitempty"`
	Theme    Theme       `json:"theme,omitempty"`
	Window   WindowPlace `json:"window,omitzero"`

	Servers map[string]client.Network `json:"servers,omitempty"` // how servers are reached, by client.Origin
}

// SavedSession is a sign-in whose secret the keyring has.
type SavedSession struct {
	Server   string          `json:"server"` // as typed
	Endpoint client.Endpoint `json:"endpoint"`
	Home     string          `json:"home,omitempty"` // the API base that the keyring's entries are named by, if another
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
	s.Homes = maps.Clone(s.Homes)
	if len(s.Homes) == 0 {
		s.Homes = nil // as it comes back from the disk
	}
	s.Forget = append([]Leftover(nil), s.Forget...) // nil when empty
	s.Servers = maps.Clone(s.Servers)
	if len(s.Servers) == 0 {
		s.Servers = nil // as it comes back from the disk
	}
	return s
}

// settingsFile is the settings in memory and on disk.
type settingsFile struct {
	mu     sync.Mutex // held for moments: whoever reads never waits for the disk
	values Settings

	writing sync.Mutex // held while the disk is read and written
	written Settings   // what the disk had when it was last read or written
	read    func(any) (bool, error)
	write   func(any) error
}

// openSettings reads the settings at path. An empty path means that they are kept in memory only.
func openSettings(path string, log *slog.Logger) *settingsFile {
	s := &settingsFile{
		values: Settings{Version: settingsVersion, Privacy: DefaultPrivacy(), Table: DefaultTable()},
		read:   func(any) (bool, error) { return false, nil },
		write:  func(any) error { return nil },
	}
	s.written = s.values
	if path == "" {
		return s
	}
	file := jsonFile{path: path, log: log, partial: true}
	s.read, s.write = file.read, file.write
	if err := s.update(func(*Settings) {}); err != nil {
		log.Warn("settings could not be read", "error", err)
	}
	return s
}

func (s *settingsFile) get() Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.values.clone()
}

// update changes the settings in memory at once, and then on disk, where another process may have changed
// them too: that is taken over. When it fails they have changed in memory all the same, and the next update
// writes them. change must not call back.
func (s *settingsFile) update(change func(*Settings)) error {
	s.change(change)
	s.writing.Lock()
	defer s.writing.Unlock()
	mine := s.get()
	disk, err := s.stored()
	if err != nil {
		return err
	}
	next := merge(s.written, mine, disk)
	if !reflect.DeepEqual(next, disk) {
		if err := s.write(next); err != nil {
			return err
		}
	}
	s.written = next
	s.change(func(v *Settings) { *v = merge(mine, *v, next) })
	return nil
}

// stored is what the disk has; without a file, what it had.
func (s *settingsFile) stored() (Settings, error) {
	var disk Settings
	found, err := s.read(&disk)
	if err != nil || !found {
		return s.written, err
	}
	disk.Version, disk.Privacy, disk.Table = settingsVersion, disk.Privacy.valid(), disk.Table.valid()
	disk.Window, disk.Servers = disk.Window.valid(), validServers(disk.Servers)
	disk.Language, disk.Theme = known(disk.Language, LanguageChoices()), known(disk.Theme, ThemeChoices())
	return disk.clone(), nil
}

// merge returns theirs with what mine has changed since base: each value on its own, and
// what is kept for each server and each place of an API on its own.
func merge(base, mine, theirs Settings) Settings {
	servers := mergeMaps(base.Servers, mine.Servers, theirs.Servers)
	homes := mergeMaps(base.Homes, mine.Homes, theirs.Homes)
	b, m, t := reflect.ValueOf(base), reflect.ValueOf(mine), reflect.ValueOf(&theirs).Elem()
	for i := range t.NumField() {
		if !reflect.DeepEqual(b.Field(i).Interface(), m.Field(i).Interface()) {
			t.Field(i).Set(m.Field(i))
		}
	}
	theirs.Servers, theirs.Homes = servers, homes
	return theirs.clone()
}

// mergeMaps is merge, value by value, of maps.
func mergeMaps[K, V comparable](base, mine, theirs map[K]V) map[K]V {
	merged := maps.Clone(theirs)
	if merged == nil {
		merged = map[K]V{}
	}
	for k := range base {
		if _, kept := mine[k]; !kept {
			delete(merged, k)
		}
	}
	for k, v := range mine {
		if before, known := base[k]; !known || before != v {
			merged[k] = v
		}
	}
	return merged
}

func (s *settingsFile) change(change func(*Settings)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(&s.values)
	s.values = s.values.clone()
}

// Save writes what SetPrivacy, SetLanguage, SetTheme, SetTable and SetWindow changed. When that fails they hold
// until the end of this run.
func (a *App) Save() error {
	if err := a.settings.update(func(*Settings) {}); err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	return nil
}
