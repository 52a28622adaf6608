// Package forget removes all data that the program stores on this computer. It deletes the keyring entries first, because
// the files name them, and then the files.
package forget

import (
	"context"
	"errors"
	"log/slog"

	"accesskeys/app/keyring"
	"accesskeys/app/platform/singleinstance"
)

// Options say where the program stores its data.
type Options struct {
	Dir     string   // the program's directory; see app.Config
	Toolkit []string // the directories that the toolkit uses for this program only
	Store   keyring.Store
	Logger  *slog.Logger
}

// Removed lists what was removed.
type Removed struct {
	SignIns, Secrets int      // the numbers of keyring entries
	Paths            []string // the directories, and the files whose directory was not removed
	Occupied         string   // the program's directory if it was not removed because there are other files in it
}

// Nothing reports whether there was nothing to remove.
func (r Removed) Nothing() bool { return r.SignIns+r.Secrets+len(r.Paths) == 0 }

// Check returns singleinstance.ErrOpen if Everything would, because a window is open.
func Check(o Options) error {
	held, err := singleinstance.Hold(o.Dir)
	if err == nil {
		held.Release()
	}
	return err
}

// Everything removes all data of the program and returns what it removed.
//
// If a window is open, it returns singleinstance.ErrOpen and removes nothing. If an entry cannot be deleted from the
// keyring, it returns the keyring's error and keeps the files, which name the entries, so that the user can try again. If
// there is no keyring and the files name no entry, it removes the files. It also returns the errors of removing files.
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
	files.addError(held.Discard())
	files.removeDir()
	for _, dir := range o.Toolkit {
		files.removeTree(dir)
	}
	removed.Paths, removed.Occupied = files.removed, files.occupied
	return removed, errors.Join(files.errs...)
}
