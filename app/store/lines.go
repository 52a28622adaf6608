package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"time"
)

const (
	linesPatience = 3 * time.Second // with another process that has the file
	firstChunk    = 64 << 10        // as many lines as a window has room for, and some
	largestChunk  = 4 << 20
)

// Lines is a file that lines are added to at its end, by several processes, and that only loses its oldest. It is for
// this user alone, and may be a symbolic link, as a File may.
//
// A process that appends holds the lock, too: only so does the one that replaces the file know that nobody is about to
// write to the old one.
type Lines struct {
	Path string
	Log  *slog.Logger
}

func (l Lines) file() File { return File{Path: l.Path, Log: l.Log} }

// Append adds lines, which have no end of their own. Each is one write. After a line that was cut off, such as by a full
// disk, the first begins on a line of its own. It returns how many were written.
func (l Lines) Append(ctx context.Context, lines ...[]byte) (written int, err error) {
	if err := l.file().MakeDir(); err != nil {
		return 0, err
	}
	release, err := l.file().Lock().Take(ctx, linesPatience)
	if err != nil {
		return 0, err
	}
	defer release()
	path, err := l.regular()
	if err != nil {
		return 0, failed(l.Path, err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_RDWR, 0o600)
	if err != nil {
		return 0, failed(path, err)
	}
	defer func() { err = errors.Join(err, failed(path, f.Close())) }()
	cut, err := endsCut(f)
	if err != nil {
		return 0, failed(path, err)
	}
	for _, line := range lines {
		whole := make([]byte, 0, len(line)+2)
		if cut {
			whole = append(whole, '\n')
		}
		if _, err := f.Write(append(append(whole, line...), '\n')); err != nil {
			return written, failed(path, err)
		}
		cut = false
		written++
	}
	return written, nil
}

// regular is the file that the path leads to. What is no regular file, such as a pipe, is not waited for.
func (l Lines) regular() (string, error) {
	path, err := target(l.Path)
	if err != nil {
		return "", err
	}
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return "", errNotRegular
	}
	return path, nil
}

// endsCut reports whether the last line has no end.
func endsCut(f *os.File) (bool, error) {
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return false, err
	}
	var last [1]byte
	_, err = f.ReadAt(last[:], info.Size()-1)
	return last[0] != '\n', err
}

// Size is how many bytes the file has, 0 where there is none.
func (l Lines) Size() (int64, error) {
	info, err := os.Stat(l.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, failed(l.Path, err)
	}
	return info.Size(), nil
}

// First returns the first line, or none. It reads no more than most bytes.
func (l Lines) First(most int) ([]byte, error) {
	f, err := l.open()
	if f == nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	start, err := io.ReadAll(io.LimitReader(f, int64(most)))
	line, _, whole := bytes.Cut(start, []byte{'\n'})
	if err != nil || !whole {
		return nil, failed(l.Path, err)
	}
	return line, nil
}

// Backwards calls take with the file's lines, from the last to the first, some at a time and first a few, until take
// returns false. Lines that come meanwhile are not among them. It may keep the lines.
func (l Lines) Backwards(ctx context.Context, take func(lines [][]byte) bool) error {
	f, err := l.open()
	if f == nil {
		return err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return failed(l.Path, err)
	}
	end, size := info.Size(), int64(firstChunk)
	var rest []byte // the end of a line whose beginning is in the chunk before
	for end > 0 && ctx.Err() == nil {
		begin := max(0, end-size)
		chunk := make([]byte, end-begin, end-begin+int64(len(rest)))
		if _, err := f.ReadAt(chunk, begin); err != nil {
			return failed(l.Path, err)
		}
		chunk = append(chunk, rest...)
		lines := bytes.Split(chunk, []byte{'\n'})
		if rest = nil; begin > 0 {
			rest, lines = lines[0], lines[1:]
		}
		if len(rest) > MaxSize {
			return failed(l.Path, ErrTooLarge)
		}
		if !take(reversed(lines)) {
			return nil
		}
		end, size = begin, min(2*size, largestChunk)
	}
	return ctx.Err()
}

// reversed returns the lines that are not empty, the last first.
func reversed(lines [][]byte) [][]byte {
	back := make([][]byte, 0, len(lines))
	for i := len(lines) - 1; i >= 0; i-- {
		if len(lines[i]) > 0 {
			back = append(back, lines[i])
		}
	}
	return back
}

// open opens the file for reading, and returns nil where there is none.
func (l Lines) open() (*os.File, error) {
	path, err := l.regular()
	if err != nil {
		return nil, failed(l.Path, err)
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return f, failed(path, err)
}

// Rewrite replaces the file by what change makes of its content. Nothing that another process appends is lost: it waits
// until the new file is there.
func (l Lines) Rewrite(ctx context.Context, change func(content []byte) []byte) error {
	if err := l.file().MakeDir(); err != nil {
		return err
	}
	release, err := l.file().Lock().Take(ctx, linesPatience)
	if err != nil {
		return err
	}
	defer release()
	content, err := l.file().Content()
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	path, err := l.regular()
	if err != nil {
		return failed(l.Path, err)
	}
	return failed(path, replace(path, change(content)))
}
