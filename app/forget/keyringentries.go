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

// forgetEntries deletes the entries that the keyring lists and those that the files name, one process at a time.
// Nothing is deleted before all are listed, and nothing more after a failure that others would share.
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
	kept, err := index.Accounts()
	if err != nil {
		return removed, err
	}
	all := []*entries{
		{service: keyring.ServiceSignIn, named: signIns, count: &removed.SignIns},
		{service: keyring.ServiceVault, named: kept, count: &removed.Secrets},
	}
	for range 2 { // a deletion has the keyring unlocked, which may then list more
		err := deleteAll(ctx, o.Store, all)
		if keyring.KindOf(err) == keyring.Missing && len(signIns)+len(kept) == 0 {
			return removed, nil
		}
		if err != nil {
			return removed, err
		}
	}
	return removed, nil
}

// deleteAll lists what the keyring has, and deletes that and what is named. A locked one may list nothing: where
// there is nothing to delete, that is its error.
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

// namedSignIns are the entries of the sign-ins that the settings name: those of the accounts, and those that were to be
// forgotten.
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

// entries are what the keyring has for a service.
type entries struct {
	service string
	named   []string // accounts, by the files
	listed  []string // accounts, by the keyring
	unsure  bool     // the keyring may list less than it has
	count   *int     // of those that are deleted
}

// list asks the keyring what it has.
func (e *entries) list(ctx context.Context, s keyring.Store) (err error) {
	ctx, cancel := context.WithTimeout(ctx, keyring.Limit)
	defer cancel()
	e.listed, err = s.Accounts(ctx, e.service)
	if e.unsure = errors.Is(err, errors.ErrUnsupported); e.unsure {
		return nil
	}
	return err
}

// delete deletes all, those too that are named and not listed. These count where the keyring may have had them.
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

// deleteOne gives the user time to unlock the keyring.
func (e *entries) deleteOne(ctx context.Context, s keyring.Store, account string) error {
	ctx, cancel := context.WithTimeout(ctx, keyring.Limit)
	defer cancel()
	return s.Delete(ctx, e.service, account)
}
