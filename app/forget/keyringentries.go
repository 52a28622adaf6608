package forget

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/app/store"
)

// forgetEntries deletes the entries that the keyring lists and those that the files name. Only one process at a time can
// do that. It lists all entries before it deletes any, and stops at an error that would occur for further entries too.
func forgetEntries(ctx context.Context, o Options) (removed Removed, err error) {
	index := secrets.OpenIndex(filepath.Join(o.Dir, store.VaultFile), o.Logger)
	end, err := index.Turns.Take(ctx)
	if err != nil {
		return removed, err
	}
	defer end()
	signIns, err := namedSignIns(o)
	if err != nil {
		return removed, err
	}
	indexed, err := index.Accounts()
	if err != nil {
		return removed, err
	}
	all := []*entries{
		{service: keyring.ServiceSignIn, named: signIns, count: &removed.SignIns},
		{service: keyring.ServiceVault, named: indexed, count: &removed.Secrets},
	}
	for range 2 { // deleting unlocks the keyring, which may then list more
		err := deleteAll(ctx, o.Store, all)
		if keyring.KindOf(err) == keyring.Missing && len(signIns)+len(indexed) == 0 {
			return removed, nil
		}
		if err != nil {
			return removed, err
		}
	}
	return removed, nil
}

// deleteAll lists the keyring's entries, and deletes these and those that are named. A locked keyring may list nothing.
// If there is nothing to delete, deleteAll therefore returns the error that the keyring is locked.
func deleteAll(ctx context.Context, s keyring.Store, all []*entries) error {
	empty := true
	for _, e := range all {
		if err := e.list(ctx, s); err != nil {
			return err
		}
		empty = empty && len(e.listed)+len(e.named) == 0
	}
	err := s.Probe(ctx)
	locked := keyring.KindOf(err) == keyring.Locked
	if err != nil && (empty || !locked) {
		return err
	}
	var errs []error
	for _, e := range all {
		e.unsure = e.unsure || locked
		err := e.delete(ctx, s)
		errs = append(errs, err)
		if keyring.Hopeless(err) {
			break
		}
	}
	return errors.Join(errs...)
}

// namedSignIns returns the entries that the settings name: those of the accounts and of the leftovers.
func namedSignIns(o Options) ([]string, error) {
	s, err := settings.Stored(filepath.Join(o.Dir, store.SettingsFile), o.Logger)
	if err != nil {
		return nil, err
	}
	var accounts []string
	for _, a := range s.Accounts {
		accounts = append(accounts, a.Account())
	}
	for _, l := range s.Forget {
		if l.KeyID != "" {
			accounts = append(accounts, keyring.Account(l.Base, l.KeyID))
		}
	}
	return accounts, nil
}

// entries are the keyring's entries of one service.
type entries struct {
	service string
	named   []string // the accounts that the files name
	listed  []string // the accounts that the keyring lists
	unsure  bool     // the keyring may not list all its entries
	count   *int     // counts the entries that were deleted
}

// list asks the keyring for its entries.
func (e *entries) list(ctx context.Context, s keyring.Store) (err error) {
	ctx, cancel := context.WithTimeout(ctx, keyring.Limit)
	defer cancel()
	e.listed, err = s.Accounts(ctx, e.service)
	if e.unsure = errors.Is(err, errors.ErrUnsupported); e.unsure {
		return nil
	}
	return err
}

// delete deletes the entries that are listed or named. It counts an entry that is only named if the keyring may have had
// it.
func (e *entries) delete(ctx context.Context, s keyring.Store) error {
	all := slices.Concat(e.listed, e.named)
	slices.Sort(all)
	var errs []error
	for _, account := range slices.Compact(all) {
		err := e.deleteOne(ctx, s, account)
		errs = append(errs, err)
		if keyring.Hopeless(err) {
			break
		}
		if err == nil && (e.unsure || slices.Contains(e.listed, account)) {
			*e.count++
		}
	}
	e.named = nil
	return errors.Join(errs...)
}

// deleteOne deletes one entry. It has a time limit of its own, so that the user has time to unlock the keyring.
func (e *entries) deleteOne(ctx context.Context, s keyring.Store, account string) error {
	ctx, cancel := context.WithTimeout(ctx, keyring.Limit)
	defer cancel()
	return s.Delete(ctx, e.service, account)
}
