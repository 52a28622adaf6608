// Package forget removes all that the program keeps on this computer: in the keyring first, because the files name what
// is there, and then the files.
package forget

import (
	"context"
	"errors"
	"log/slog"

	"accesskeys/app/keyring"
	"accesskeys/app/platform/singleinstance"
)

// Options say where the program keeps things.
type Options struct {
	Dir     string   // holds what is kept on this computer, see app.Config
	Toolkit []string // directories that the toolkit has for this program alone
	Store   keyring.Store
	Logger  *slog.Logger
}

// Removed is what was removed.
type Removed struct {
	SignIns, Secrets int      // entries of the keyring
	Paths            []string // directories, and files whose directory stays
	Occupied         string   // the directory, where it stays because there are other files in it
}

// Nothing reports whether there was nothing to remove.
func (r Removed) Nothing() bool { return r.SignIns+r.Secrets+len(r.Paths) == 0 }

// Check returns singleinstance.ErrOpen where Everything would.
func Check(o Options) error {
	held, err := singleinstance.Hold(o.Dir)
	if err == nil {
		held.Release()
	}
	return err
}

// Everything removes all that the program keeps. It returns what it removed, and singleinstance.ErrOpen, the keyring's
// error or that of the files: then the files stay that name what is still in the keyring, so that it can be tried
// again. Where there is no keyring and the files name no entry of one, the files go all the same.
func Everything(ctx context.Context, o Options) (Removed, error) {
	held, err := singleinstance.Hold(o.Dir)
	if err != nil {
		return Removed{}, err
	}
	removed, err := forgetEntries(ctx, o)
	if err != nil {
		held.Release()
		return removed, err
	}
	files := files{dir: o.Dir, log: o.Logger}
	files.removeOwn()
	files.failed(held.Discard())
	files.removeDir()
	for _, dir := range o.Toolkit {
		files.removeTree(dir)
	}
	removed.Paths, removed.Occupied = files.removed, files.occupied
	return removed, errors.Join(files.errs...)
}
