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

// File holds the settings in memory and on disk.
//
// Other processes change the file too. A File therefore stores its own changes as functions until they have been applied
// to the file's content at that moment and written.
type File struct {
	mu      sync.Mutex // held only briefly, so that a reader never waits for the disk
	file    Settings   // the content of the file when it was last read or written
	unsaved []*edit    // the changes that are not in the file yet, oldest first
	values  Settings   // file with the unsaved changes applied

	// BeforeWrite is called before the settings are written. If it returns an error, they are not written. It is for
	// tests.
	BeforeWrite func(*Settings) error

	writing sync.Mutex // held while the disk is read and written
	disk    *disk      // nil if the settings are in memory only
}

// edit is a change of the settings. It may be applied several times to different settings, so apply must not depend on
// earlier calls.
type edit struct {
	apply  func(*Settings)
	before Settings // the settings to which it was last applied
}

const (
	LockLimit        = 3 * time.Second // how long to wait for another process that holds the lock of the settings
	OpeningLockLimit = time.Second     // the same while the window is not open yet
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

// open reads the settings for the first time. If another process does not release the lock, it reads the file without
// the lock, so that the window opens. The file is always complete.
func (s *File) open(log *slog.Logger) {
	used := s.disk.used()
	release, err := s.disk.lock(OpeningLockLimit)
	if err != nil {
		log.Warn("settings are read while another process keeps them", "error", err)
		release = func() {}
	}
	defer release()
	disk, found, err := s.stored()
	switch {
	case err != nil:
		log.Warn("settings could not be read", "error", err)
	case !found && used: // not at a first start, because the keyring may have sign-ins of another settings directory
		s.Change(func(v *Settings) { v.AddLeftover(Leftover{}) }) // the lost file named entries in the keyring
	}
	s.setFile(disk, nil)
}

// Get returns a copy of the settings in memory. It does not wait for the disk.
func (s *File) Get() Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.values.clone()
}

// Change changes the settings in memory. The next Update, Attempt or Save writes the change.
func (s *File) Change(apply func(*Settings)) { s.change(apply) }

func (s *File) change(apply func(*Settings)) *edit {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &edit{apply: apply}
	s.unsaved = append(s.unsaved, c)
	s.recomputeLocked()
	return c
}

// recomputeLocked recomputes the settings in memory. The caller holds s.mu.
func (s *File) recomputeLocked() { s.values = applied(s.file, s.unsaved) }

// applied returns v with the changes applied.
func applied(v Settings, changes []*edit) Settings {
	v = v.clone()
	for _, c := range changes {
		c.before = v.clone()
		c.apply(&v)
		v = v.clone() // apply may have set pointers that its caller still uses
		v.reconcile()
	}
	return v
}

// Update changes the settings in memory at once, and then on disk, where it applies the change to the file's current
// content. It returns the settings just before the change. If writing fails, the settings in memory stay changed, and the
// next Update, Attempt or Save writes them. apply must not call methods of s.
func (s *File) Update(apply func(*Settings)) (before Settings, err error) {
	c := s.change(apply)
	err = s.save()
	s.mu.Lock()
	defer s.mu.Unlock()
	return c.before.clone(), err
}

// Attempt is like Update, except that it undoes the change in memory if writing fails.
func (s *File) Attempt(apply func(*Settings)) (before Settings, err error) {
	c := s.change(apply)
	err = s.save()
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.unsaved = slices.DeleteFunc(s.unsaved, func(o *edit) bool { return o == c })
		s.recomputeLocked()
	}
	return c.before.clone(), err
}

// Save writes the changes that were made in memory only, by Change and by the methods that call it, such as SetLanguage.
// If writing fails, they last until the end of this run.
func (s *File) Save() error {
	if err := s.save(); err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	return nil
}

// Reread writes unsaved changes, reads the file again, and returns the settings.
func (s *File) Reread() (Settings, error) {
	err := s.save()
	return s.Get(), err
}

// save reads the settings from disk, applies the unsaved changes, and writes the result if it differs.
func (s *File) save() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	release, err := s.lockDisk()
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
	s.setFile(next, changes)
	return nil
}

// next returns the settings to write, and the changes that they include.
func (s *File) next(disk Settings) (Settings, []*edit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	changes := slices.Clone(s.unsaved)
	next := applied(disk, changes)
	next.Listed = next.Listed || !next.onlySession()
	return next, changes
}

// setFile sets the settings that are on disk now. They include the changes in saved, which are no longer unsaved.
func (s *File) setFile(disk Settings, saved []*edit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.file = disk
	s.unsaved = slices.DeleteFunc(s.unsaved, func(c *edit) bool { return slices.Contains(saved, c) })
	s.recomputeLocked()
}

// lockDisk takes the lock of the settings on disk. The caller calls release when it is done.
func (s *File) lockDisk() (release func(), err error) {
	if s.disk == nil {
		return func() {}, nil
	}
	if err := s.disk.settings.MakeDir(); err != nil {
		return nil, err // the lock needs the directory
	}
	return s.disk.lock(LockLimit)
}

// stored returns the settings on disk with invalid values replaced. If there is no file, it returns the settings that
// the file had when it was last read or written.
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
	disk.Language, disk.Theme = oneOf(LanguageChoices(), disk.Language, LanguageSystem), oneOf(ThemeChoices(), disk.Theme, ThemeSystem)
	disk.CopyPrefix = validPrefix(disk.CopyPrefix)
	return disk.clone(), found, nil
}

// write replaces the settings before by the settings next on disk.
func (s *File) write(next, before Settings) error {
	if s.disk == nil {
		return nil
	}
	return s.disk.write(next, before)
}

// disk holds the two files of the settings: settings.json, and accounts.json with the list of accounts. The list has its
// own file because versions of the program without accounts drop unknown values when they write settings.json. Both
// files are read and written under the lock of settings.json.
type disk struct {
	settings, accounts store.File
	log                *slog.Logger
	last               accountList // the content of accounts.json when it was last read or written

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

// Stored returns the settings in the files at path, without replacing invalid values.
func Stored(path string, log *slog.Logger) (Settings, error) {
	s, _, err := newDisk(path, log).read(Settings{})
	return s, err
}

// used reports whether the program has stored anything in the directory before. A missing settings file was then lost.
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

// read returns the settings on disk. If a file is missing, it returns the values of before for it. found reports whether
// there is a settings.json.
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
		s.AddLeftover(Leftover{}) // the lost list named entries in the keyring
	}
	s.Listed, d.last = listed, list
	s.reconcile()
	return s, found, nil
}

// write replaces the settings on disk. Because the program may be killed between writing the two files, write adds an
// account's leftover to settings.json before it removes the account from accounts.json, and adds an account to
// accounts.json before it removes its leftover from settings.json.
func (d *disk) write(next, before Settings) error {
	list := accountList{Version: version, Current: next.Current, Accounts: next.Accounts}
	same := list.Version == d.last.Version && list.Current == d.last.Current && slices.Equal(list.Accounts, d.last.Accounts)
	if !next.Listed || same {
		return d.writeSettings(next)
	}
	interim := before.clone()
	for _, l := range next.Forget {
		if !slices.Contains(interim.Forget, l) {
			interim.Forget = append(interim.Forget, l)
		}
	}
	ended := interim.Session != nil && !next.signedIn(before.Current)
	if ended {
		interim.Session = nil // otherwise reconcile would add the account to the list again
	}
	if ended || len(interim.Forget) > len(before.Forget) {
		if err := d.writeSettings(interim); err != nil {
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
