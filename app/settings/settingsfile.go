package settings

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"time"

	"accesskeys/app/store"
)

// File is the settings in memory and on disk.
//
// Other processes change the file too. So what is changed here is kept as a list of changes, until they have been
// applied to what the file says at that moment and written.
type File struct {
	mu      sync.Mutex // held for moments: a reader never waits for the disk
	file    Settings   // what the file said when it was last read or written
	unsaved []*edit    // what it does not have yet, oldest first
	values  Settings   // the file with the unsaved changes

	// BeforeWrite is called before the settings are written; its error is that of writing them. It is for tests.
	BeforeWrite func(*Settings) error

	writing sync.Mutex // held while the disk is read and written
	disk    *disk      // nil where they are in memory only
}

// edit is a change of the settings. It may be applied several times, each time to what the settings are by then, so it
// must not depend on what it was applied to before.
type edit struct {
	apply  func(*Settings)
	before Settings // what it was last applied to
}

const (
	Patience        = 3 * time.Second // how long another process may keep the settings
	OpeningPatience = time.Second     // the same while the window is not there yet
)

// Open reads the settings at path. An empty path means that they are kept in memory only.
func Open(path string, log *slog.Logger) *File {
	s := &File{
		file:        defaults(),
		BeforeWrite: func(*Settings) error { return nil },
	}
	s.values = s.file
	if path != "" {
		s.disk = newDisk(path, log)
		s.open(log)
	}
	return s
}

// open reads the settings for the first time. Another process that does not give the lock back must not keep the
// window from opening: the file is whole without it too.
func (s *File) open(log *slog.Logger) {
	used := s.disk.used()
	release, err := s.disk.lock(OpeningPatience)
	if err != nil {
		log.Warn("settings are read while another process keeps them", "error", err)
		release = func() {}
	}
	defer release()
	disk, found, err := s.stored()
	switch {
	case err != nil:
		log.Warn("settings could not be read", "error", err)
	case !found && used: // the keyring may have sign-ins of another directory, which are not to go at a first start
		s.Change(func(v *Settings) { v.Leave(Leftover{}) }) // what it named in the keyring is named by nothing now
	}
	s.take(disk, nil)
}

// Get returns a copy of the settings. It does not wait for the disk.
func (s *File) Get() Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.values.clone()
}

// Change changes the settings in memory. The next Update, Attempt or Save writes that.
func (s *File) Change(apply func(*Settings)) *edit {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &edit{apply: apply}
	s.unsaved = append(s.unsaved, c)
	s.recall()
	return c
}

// recall works out the settings in memory. s.mu is held.
func (s *File) recall() { s.values = applied(s.file, s.unsaved) }

// applied returns the settings with changes made to them.
func applied(v Settings, changes []*edit) Settings {
	v = v.clone()
	for _, c := range changes {
		c.before = v.clone()
		c.apply(&v)
		v = v.clone() // a change may hand in pointers that its caller keeps
		v.agree()
	}
	return v
}

// Update changes the settings in memory at once, and then on disk: the change is made to what the file says then.
// It returns what the settings were just before. When it fails the settings have changed in memory all the same, and
// the next one writes them. apply must not call back.
func (s *File) Update(apply func(*Settings)) (before Settings, err error) {
	c := s.Change(apply)
	err = s.save()
	s.mu.Lock()
	defer s.mu.Unlock()
	return c.before.clone(), err
}

// Attempt is Update for what must not be when it cannot be written: then the settings in memory are as if nothing
// had been asked.
func (s *File) Attempt(apply func(*Settings)) (before Settings, err error) {
	c := s.Change(apply)
	err = s.save()
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.unsaved = slices.DeleteFunc(s.unsaved, func(o *edit) bool { return o == c })
		s.recall()
	}
	return c.before.clone(), err
}

// Save writes what ChangePrivacy, SetLanguage, SetTheme, ChangeTable, SetWindow, SetCopyPrefix and Change changed. When that fails they hold
// until the end of this run.
func (s *File) Save() error {
	if err := s.save(); err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	return nil
}

// Reread returns the settings as they are on disk now.
func (s *File) Reread() (Settings, error) {
	err := s.save()
	return s.Get(), err
}

// save reads the settings from disk and writes those that have changed here.
func (s *File) save() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	release, err := s.begin()
	if err != nil {
		return err
	}
	defer release()
	disk, found, err := s.stored()
	if err != nil {
		return err
	}
	next, changes := s.next(disk)
	if !found || !reflect.DeepEqual(next, disk) {
		if err := s.BeforeWrite(&next); err != nil {
			return err
		}
		if err := s.write(next, disk); err != nil {
			return err
		}
	}
	s.take(next, changes)
	return nil
}

// next returns the settings to write, and which changes they have.
func (s *File) next(disk Settings) (Settings, []*edit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	changes := slices.Clone(s.unsaved)
	next := applied(disk, changes)
	next.Listed = next.Listed || !next.plain()
	return next, changes
}

// take takes over what is on disk, which has these changes.
func (s *File) take(disk Settings, saved []*edit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.file = disk
	s.unsaved = slices.DeleteFunc(s.unsaved, func(c *edit) bool { return slices.Contains(saved, c) })
	s.recall()
}

// begin waits for the disk, and returns what ends that.
func (s *File) begin() (release func(), err error) {
	if s.disk == nil {
		return func() {}, nil
	}
	if err := s.disk.settings.MakeDir(); err != nil {
		return nil, err // or there would be no place for the lock
	}
	return s.disk.lock(Patience)
}

// stored returns what the disk has; without a file, what it had.
func (s *File) stored() (disk Settings, found bool, err error) {
	s.mu.Lock()
	before := s.file.clone()
	s.mu.Unlock()
	if s.disk == nil {
		return before, false, nil
	}
	disk, found, err = s.disk.read(before)
	if err != nil {
		return before, false, err
	}
	disk.Version, disk.Privacy, disk.Table = version, disk.Privacy.valid(), disk.Table.valid()
	disk.Window, disk.Servers, disk.Warnings = disk.Window.valid(), validServers(disk.Servers), disk.Warnings.valid()
	disk.Language, disk.Theme = known(disk.Language, LanguageChoices()), known(disk.Theme, ThemeChoices())
	disk.CopyPrefix = validPrefix(disk.CopyPrefix)
	return disk.clone(), found, nil
}

// write puts settings in the place of those before.
func (s *File) write(next, before Settings) error {
	if s.disk == nil {
		return nil
	}
	return s.disk.write(next, before)
}

// disk is where the settings are from one start to the next: in settings.json, and the list of accounts in
// accounts.json. A version of the program without accounts writes settings.json without what it does not know, so the
// list is in a file of its own. Both are read and written under the lock of settings.json.
type disk struct {
	settings, accounts store.File
	log                *slog.Logger
	last               accountList // what accounts.json held when it was last read or written

	afterWrite func() // called after each file is written; for tests
}

func newDisk(path string, log *slog.Logger) *disk {
	return &disk{
		afterWrite: func() {},

		settings: store.File{Path: path, Log: log, Partial: true},
		accounts: store.File{Path: filepath.Join(filepath.Dir(path), store.AccountsFile), Log: log, Partial: true},
		log:      log,
	}
}

// Stored returns the settings that are kept at path, as they are there.
func Stored(path string, log *slog.Logger) (Settings, error) {
	s, _, err := newDisk(path, log).read(Settings{})
	return s, err
}

// used reports whether the settings were ever kept there, so that they are lost where there are none.
func (d *disk) used() bool {
	dir := filepath.Dir(d.settings.Path)
	for _, path := range []string{d.settings.Path, d.settings.Lock().Path, d.accounts.Path,
		filepath.Join(dir, store.VaultFile), filepath.Join(dir, store.KeyringLockFile)} {
		if _, err := os.Lstat(path); err == nil {
			return true
		}
	}
	return false
}

func (d *disk) lock(limit time.Duration) (release func(), err error) {
	return d.settings.Lock().Take(context.Background(), limit)
}

// read returns the settings. Where a file is missing it returns what was there before. found is false where
// settings.json is.
func (d *disk) read(before Settings) (s Settings, found bool, err error) {
	found, err = d.settings.Read(&s)
	if err != nil {
		return s, false, err
	}
	var list accountList
	listed, err := d.accounts.Read(&list)
	if err != nil {
		return s, false, err
	}
	if !found {
		s = before.clone()
	}
	switch {
	case listed:
		s.Accounts, s.Current = validAccounts(list.Accounts), list.Current
		if a, ok := s.Account(s.Current); ok && !found && !a.SignedOut {
			s.Session = &a.SavedSession
		}
	case s.Listed && len(before.Accounts) > 0:
		s.Accounts, s.Current = before.clone().Accounts, before.Current
	case s.Listed:
		d.log.Warn("the list of accounts is lost")
		s.Leave(Leftover{}) // what it named in the keyring is named by nothing now
	}
	s.Listed, d.last = listed, list
	s.agree()
	return s, found, nil
}

// write replaces what is there. The program may end at any moment, so an account is a leftover on disk before the list
// lacks it, and is on the list before it is no leftover any more.
func (d *disk) write(next, before Settings) error {
	list := accountList{Version: version, Current: next.Current, Accounts: next.Accounts}
	same := list.Version == d.last.Version && list.Current == d.last.Current && slices.Equal(list.Accounts, d.last.Accounts)
	if !next.Listed || same {
		return d.writeSettings(next)
	}
	noted := before.clone()
	for _, l := range next.Forget {
		if !slices.Contains(noted.Forget, l) {
			noted.Forget = append(noted.Forget, l)
		}
	}
	ended := noted.Session != nil && !next.signedIn(before.Current)
	if ended {
		noted.Session = nil // or it would list the account again
	}
	if ended || len(noted.Forget) > len(before.Forget) {
		if err := d.writeSettings(noted); err != nil {
			return err
		}
	}
	if err := d.writeList(list); err != nil {
		return err
	}
	return d.writeSettings(next)
}

func (d *disk) writeSettings(s Settings) error {
	err := d.settings.Write(s)
	if err == nil {
		d.afterWrite()
	}
	return err
}
