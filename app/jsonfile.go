package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"
)

// maxFile is what a file may have, in bytes: a list of 16 MiB as the server gave it takes up to twice that here.
const maxFile = 64 << 20

var errNoFile = errors.New("it is no file, or one that is too large")

// jsonFile is a small file that is always whole: it is replaced, never written over. It is for this user
// alone, and so is the directory that it is in, which belongs to the application.
type jsonFile struct {
	path    string
	log     *slog.Logger
	corrupt func() // told when the file could not be read as JSON; may be nil
	partial bool   // where single values are of another kind, the others count
}

// read decodes the file into v and reports whether there was one. One that is not JSON, or not of v's kind,
// is renamed aside, logged, and counts as none. v may be half filled then.
func (f jsonFile) read(v any) (bool, error) {
	content, err := f.content()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case errors.Is(err, errNoFile):
		return false, f.setAside(err)
	case err != nil:
		return false, err
	}
	err = json.Unmarshal(content, v)
	var mistyped *json.UnmarshalTypeError
	switch {
	case err == nil:
		return true, nil
	case f.partial && errors.As(err, &mistyped):
		f.log.Warn("a value in the file is of another kind, and counts as none", "file", f.path, "field", mistyped.Field)
		return true, nil
	}
	return false, f.setAside(err)
}

// content reads the file: never for ever, as a pipe in its place would have it, nor more than memory has.
func (f jsonFile) content() ([]byte, error) {
	info, err := os.Stat(f.path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, errNoFile
	}
	file, err := os.Open(f.path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	return io.ReadAll(io.LimitReader(file, maxFile))
}

// setAside keeps a file that cannot be read for whoever wants to know what was in it.
func (f jsonFile) setAside(why error) error {
	aside := f.path + ".corrupt-" + time.Now().UTC().Format("20060102T150405.000Z")
	if f.corrupt != nil {
		f.corrupt()
	}
	f.log.Warn("file is corrupt; starting with an empty one", "file", f.path, "kept as", aside, "error", why)
	if err := os.Rename(f.path, aside); err != nil {
		return err
	}
	if errors.Is(why, errNoFile) {
		return nil // a link may lead to what is somebody else's
	}
	if err := os.Chmod(aside, 0o600); err != nil { // as it would be, had it been written here
		f.log.Warn("file may be readable by others", "file", aside, "error", err)
	}
	return nil
}

// write replaces the file by v. The old content stays when it fails.
func (f jsonFile) write(v any) error {
	content, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	dir := filepath.Dir(f.path)
	if err := f.makePrivate(dir); err != nil {
		return err
	}
	temp, err := os.CreateTemp(dir, filepath.Base(f.path)+".*.tmp") // of mode 0600
	if err != nil {
		return err
	}
	if err := writeAll(temp, append(content, '\n')); err != nil {
		_ = os.Remove(temp.Name())
		return fmt.Errorf("write %s: %w", f.path, err)
	}
	if err := os.Rename(temp.Name(), f.path); err != nil {
		_ = os.Remove(temp.Name())
		return err
	}
	return nil
}

// makePrivate makes the directory, or takes others' rights to one that was there already. That it cannot,
// because it is somebody else's, is no reason not to write: the file itself is private.
func (f jsonFile) makePrivate(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	info, err := os.Stat(dir)
	if err != nil || info.Mode().Perm()&0o077 == 0 {
		return err
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		f.log.Warn("directory is open to others", "directory", dir, "error", err)
	}
	return nil
}

// remove deletes the file. That there is none is success.
func (f jsonFile) remove() error {
	if err := os.Remove(f.path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// writeAll writes content to the disk and closes the file.
func writeAll(file *os.File, content []byte) error {
	_, err := file.Write(content)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}
