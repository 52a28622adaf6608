package settings

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"time"

	"accesskeys/app/store"
)

// disk is where the settings are from one start to the next: in settings.json, and the list of accounts in
// accounts.json. A version of the program without accounts writes settings.json without what it does not know, so the
// list is in a file of its own. Both are read and written under the lock of settings.json.
type disk struct {
	settings, accounts store.File
	log                *slog.Logger
	last               accountList // what accounts.json held when it was last read or written

	afterWrite func() // called after each file is written; for tests
}

// accountList is what accounts.json holds.
type accountList struct {
	Version  int       `json:"version"`
	Current  string    `json:"current,omitempty"` // the ID of the account that the next start opens
	Accounts []Account `json:"accounts"`
}

var errNotReadBack = errors.New("the list of accounts is not as it was written")

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

// writeList writes the accounts and reads them back.
func (d *disk) writeList(list accountList) error {
	if err := d.accounts.Write(list); err != nil {
		return err
	}
	d.afterWrite()
	d.last = accountList{}
	found, err := d.accounts.Read(&d.last)
	if err != nil || !found || d.last.Current != list.Current || !slices.Equal(d.last.Accounts, list.Accounts) {
		return errors.Join(errNotReadBack, err)
	}
	return nil
}
