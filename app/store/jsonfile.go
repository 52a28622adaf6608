// Package store keeps JSON files on disk: each is always whole, private to the user, and changed by one process at
// a time. What is in them is up to the caller.
package store

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
)

// MaxSize is the most bytes that a file has: no more is written, and a longer one is not read.
const MaxSize = 64 << 20

// ErrTooLarge means that something takes more than MaxSize, so that it was not written.
var ErrTooLarge = errors.New("too large for a file")

// File is a small JSON file that is replaced, never written over. It is for this user alone, and so is its
// directory, which belongs to the application. The file may be a symbolic link: then the file that it leads to is
// read and replaced, and the link stays.
type File struct {
	Path    string
	Log     *slog.Logger
	Corrupt func() // called when the file could not be read as JSON; may be nil
	Partial bool   // values of the wrong type are skipped and do not make the file corrupt
	Compact bool   // it is written without white space, which makes a long file half as long
	Brief   bool   // it need not outlast a power cut, so that writing it takes no time
}

// Read decodes the file into v and reports whether there was one. A file that is not JSON, or not of v's type, is
// renamed, logged, and counts as none, as does one that holds null. v may be half filled then.
func (f File) Read(v any) (bool, error) {
	content, err := f.Content()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case errors.Is(err, errNotRegular):
		return false, f.setAside(err)
	case err != nil:
		return false, err
	}
	var whole *json.RawMessage
	if err := json.Unmarshal(content, &whole); err != nil || whole == nil {
		if err == nil {
			err = errNull
		}
		return false, f.setAside(err)
	}
	err = json.Unmarshal(content, v)
	var mistyped *json.UnmarshalTypeError
	switch {
	case err == nil:
		return true, nil
	case f.Partial && errors.As(err, &mistyped):
		f.Log.Warn("a value in the file has the wrong type and is skipped", "file", f.Path, "field", mistyped.Field)
		return true, nil
	}
	return false, f.setAside(err)
}

// Content reads the file. It does not wait for a pipe in its place, and reads no more than MaxSize.
func (f File) Content() ([]byte, error) {
	path, err := target(f.Path)
	if err != nil {
		return nil, failed(f.Path, err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, failed(path, err)
	}
	if !info.Mode().IsRegular() || info.Size() > MaxSize {
		return nil, failed(path, errNotRegular)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, failed(path, err)
	}
	defer func() { _ = file.Close() }()
	content, err := io.ReadAll(io.LimitReader(file, MaxSize))
	return content, failed(path, err)
}

// Write replaces the file by v. The old content stays when it fails, as it does with ErrTooLarge.
func (f File) Write(v any) error {
	content, err := f.encode(v)
	if err != nil {
		return err
	}
	if len(content) >= MaxSize {
		return failed(f.Path, ErrTooLarge)
	}
	if err := f.MakeDir(); err != nil {
		return err
	}
	path, err := target(f.Path)
	if err != nil {
		return failed(f.Path, err)
	}
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return failed(path, errNotRegular) // renaming would replace a device or a pipe
	}
	return failed(path, replace(path, append(content, '\n'), !f.Brief))
}

func (f File) encode(v any) ([]byte, error) {
	if f.Compact {
		return json.Marshal(v)
	}
	return json.MarshalIndent(v, "", "  ")
}

// MakeDir makes the file's directory, or takes others' rights to it. That the rights cannot be taken, because it
// belongs to somebody else, is no reason not to write: the file itself is private.
func (f File) MakeDir() error {
	dir := filepath.Dir(f.Path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return failed(f.Path, err)
	}
	info, err := os.Stat(dir)
	if err != nil || info.Mode().Perm()&0o077 == 0 {
		return failed(f.Path, err)
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		f.Log.Warn("directory is open to others", "directory", dir, "error", err)
	}
	return nil
}

// Exists reports whether there is something at the path.
func (f File) Exists() bool {
	_, err := os.Stat(f.Path)
	return err == nil
}

// Remove deletes the file. That there is none is success. Of a symbolic link, what it leads to is deleted.
func (f File) Remove() error {
	path, err := target(f.Path)
	if err != nil {
		return failed(f.Path, err)
	}
	info, err := os.Lstat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil // it was not written here
	}
	if err == nil {
		err = os.Remove(path)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return failed(path, err)
}
