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
	tailSize      = 256 // by which a file is known again: lines have times
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

// Mark is how far a file has been read. The zero Mark is its beginning.
type Mark struct {
	file  fs.FileInfo
	from  int64
	until int64  // the end of the last line
	tail  []byte // what is before that
}

// Whole reports whether all lines up to the mark were read at once, not those since another mark.
func (m Mark) Whole() bool { return m.from == 0 }

// Backwards calls take with the file's lines since a mark, from the last to the first, some at a time and first a few, until
// take returns false. It returns a new mark. Where the file is no longer the one of the mark, all lines are read. Lines that
// come meanwhile are not among them, nor is one that has no end. It may keep the lines.
func (l Lines) Backwards(ctx context.Context, since Mark, take func(lines [][]byte) bool) (Mark, error) {
	f, err := l.open()
	if f == nil {
		return Mark{}, err
	}
	defer func() { _ = f.Close() }()
	m, err := markOf(f, since)
	if err != nil {
		return Mark{}, failed(l.Path, err)
	}
	end, size := m.until, int64(firstChunk)
	var rest []byte // the end of a line whose beginning is in the chunk before
	for end > m.from && ctx.Err() == nil {
		begin := max(m.from, end-size)
		chunk := make([]byte, end-begin, end-begin+int64(len(rest)))
		if _, err := f.ReadAt(chunk, begin); err != nil {
			return Mark{}, failed(l.Path, err)
		}
		chunk = append(chunk, rest...)
		lines := bytes.Split(chunk, []byte{'\n'})
		if rest = nil; begin > m.from {
			rest, lines = lines[0], lines[1:]
		}
		if len(rest) > MaxSize {
			return Mark{}, failed(l.Path, ErrTooLarge)
		}
		if !take(reversed(lines)) {
			return m, nil
		}
		end, size = begin, min(2*size, largestChunk)
	}
	return m, ctx.Err()
}

// markOf is how far a file can be read now, from a mark on if that is of the file.
func markOf(f *os.File, since Mark) (Mark, error) {
	info, err := f.Stat()
	if err != nil {
		return Mark{}, err
	}
	m := Mark{file: info}
	still, err := since.of(f, info)
	if err != nil {
		return Mark{}, err
	}
	if still {
		m.from = since.until
	}
	if m.until, err = lastEnd(f, m.from, info.Size()); err != nil {
		return Mark{}, err
	}
	m.tail, err = tailAt(f, m.until)
	return m, err
}

// of reports whether a file still has what was read until the mark. The system may give a new file the number of one that
// was replaced, so that does not tell. What is written over earlier, by hand, is noticed until there are more lines.
func (m Mark) of(f *os.File, info fs.FileInfo) (bool, error) {
	if m.file == nil || !os.SameFile(m.file, info) || m.until > info.Size() {
		return false, nil
	}
	if info.Size() == m.file.Size() && !info.ModTime().Equal(m.file.ModTime()) {
		return false, nil
	}
	tail, err := tailAt(f, m.until)
	return bytes.Equal(tail, m.tail), err
}

// tailAt returns the last bytes before a place.
func tailAt(f *os.File, at int64) ([]byte, error) {
	tail := make([]byte, min(at, tailSize))
	_, err := f.ReadAt(tail, at-int64(len(tail)))
	return tail, err
}

// lastEnd is where the last line of a part of a file ends that has an end.
func lastEnd(f *os.File, begin, end int64) (int64, error) {
	for end > begin {
		chunk := make([]byte, min(firstChunk, end-begin))
		if _, err := f.ReadAt(chunk, end-int64(len(chunk))); err != nil {
			return 0, err
		}
		if i := bytes.LastIndexByte(chunk, '\n'); i >= 0 {
			return end - int64(len(chunk)-i-1), nil
		}
		end -= int64(len(chunk))
	}
	return begin, nil
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
	return failed(path, replace(path, change(content), true))
}
