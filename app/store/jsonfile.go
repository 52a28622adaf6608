// Package store reads and writes JSON files. Each file is always complete, private to the user, and changed by one
// process at a time.
package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
)

// MaxSize is the most bytes that a file may have to be read or written.
const MaxSize = 64 << 20

// ErrTooLarge means that a file was not written because it would exceed MaxSize.
var ErrTooLarge = errors.New("too large for a file")

// File is a JSON file. Writing it replaces it by a new file, so that it is always complete. Only the user can read the
// file and its directory, which belongs to the application. If the path is a symbolic link, the link's target is read
// and replaced, and the link stays.
type File struct {
	Path    string
	Log     *slog.Logger
	Corrupt func() // called when the file could not be decoded; may be nil
	Partial bool   // values of the wrong type are skipped instead of making the file corrupt
	Compact bool   // written without white space, which halves the size of a long file
	Brief   bool   // not synced to the disk, which is faster; the file may be lost in a power cut
}

// Read decodes the file into v and reports whether there was one. If the file is not JSON, holds null, or does not match
// v's type, Read logs that, renames the file, and returns false. v may be partly filled then.
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

// Content returns the content of the file. It returns an error if the file has more than MaxSize bytes or is not a
// regular file; reading a pipe could block.
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
	content := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead)) // grown by steps, a long file would be copied often
	_, err = content.ReadFrom(io.LimitReader(file, MaxSize))
	return content.Bytes(), failed(path, err)
}

// Write replaces the content of the file by v in JSON. If it fails, for example with ErrTooLarge, the old file stays.
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
		return failed(path, errNotRegular) // do not replace a device or a pipe
	}
	return failed(path, replace(path, append(content, '\n'), !f.Brief))
}

func (f File) encode(v any) ([]byte, error) {
	if f.Compact {
		return json.Marshal(v)
	}
	return json.MarshalIndent(v, "", "  ")
}

// MakeDir creates the file's directory, or removes the permissions of other users from it. It only logs if the
// permissions cannot be changed because the directory belongs to another user, since the file itself is private.
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

// Exists reports whether there is a file at the path.
func (f File) Exists() bool {
	_, err := os.Stat(f.Path)
	return err == nil
}

// Remove deletes the file if there is one. If the path is a symbolic link, it deletes the link's target.
func (f File) Remove() error {
	path, err := target(f.Path)
	if err != nil {
		return failed(f.Path, err)
	}
	info, err := os.Lstat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil // this package did not write it
	}
	if err == nil {
		err = os.Remove(path)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return failed(path, err)
}
