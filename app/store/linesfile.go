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
	linesLockLimit = 3 * time.Second // how long to wait for another process that holds the lock
	firstChunk     = 64 << 10        // somewhat more lines than a window shows
	largestChunk   = 4 << 20
	tailSize       = 256 // bytes before a mark that identify the file; lines contain times, so they differ
)

// Lines is a file to which several processes append lines, and from which only the oldest lines are removed. Like a File,
// only the user can read it, and it may be a symbolic link.
//
// Append takes the lock as well as Rewrite. Otherwise a line could be appended to the old file while Rewrite replaces it.
type Lines struct {
	Path string
	Log  *slog.Logger
}

func (l Lines) file() File { return File{Path: l.Path, Log: l.Log} }

// Append appends lines, which must not contain line breaks, and returns how many it has written. Each line is one write.
// If the last line in the file is incomplete, for example because the disk was full, Append ends it first.
func (l Lines) Append(ctx context.Context, lines ...[]byte) (written int, err error) {
	if err := l.file().MakeDir(); err != nil {
		return 0, err
	}
	release, err := l.file().Lock().Take(ctx, linesLockLimit)
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
	incomplete, err := endsIncomplete(f)
	if err != nil {
		return 0, failed(path, err)
	}
	for _, line := range lines {
		whole := make([]byte, 0, len(line)+2)
		if incomplete {
			whole = append(whole, '\n')
		}
		if _, err := f.Write(append(append(whole, line...), '\n')); err != nil {
			return written, failed(path, err)
		}
		incomplete = false
		written++
	}
	return written, nil
}

// regular returns the path of the file with its links followed. It returns errNotRegular if that is not a regular file,
// because opening a pipe could block.
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

// endsIncomplete reports whether the last line of the file has no line end.
func endsIncomplete(f *os.File) (bool, error) {
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return false, err
	}
	var last [1]byte
	_, err = f.ReadAt(last[:], info.Size()-1)
	return last[0] != '\n', err
}

// Size returns the size of the file in bytes, or 0 if there is none.
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

// First returns the first line. It returns nil if there is none, or if it is longer than most bytes.
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

// Mark tells how far a file has been read. The zero Mark is the beginning of the file.
type Mark struct {
	file  fs.FileInfo
	from  int64  // where reading began
	until int64  // the end of the last complete line
	tail  []byte // the last bytes before until
}

// Whole reports whether the file was read from its beginning, rather than from another mark.
func (m Mark) Whole() bool { return m.from == 0 }

// Backwards reads the lines after the mark since, from the last to the first. It calls take with batches of lines, of
// which the first is small, until take returns false. take may keep the lines. Backwards returns a new mark at the end
// of the file. If the file was replaced after since was made, Backwards reads all lines. It leaves out an incomplete last
// line and lines that are appended meanwhile.
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
	var rest []byte // the end of a line that begins in the previous chunk of the file
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

// markOf returns a mark at the end of the last complete line of f. Its from is the mark since, if that belongs to f.
func markOf(f *os.File, since Mark) (Mark, error) {
	info, err := f.Stat()
	if err != nil {
		return Mark{}, err
	}
	m := Mark{file: info}
	valid, err := since.isOf(f, info)
	if err != nil {
		return Mark{}, err
	}
	if valid {
		m.from = since.until
	}
	if m.until, err = lastEnd(f, m.from, info.Size()); err != nil {
		return Mark{}, err
	}
	m.tail, err = tailAt(f, m.until)
	return m, err
}

// isOf reports whether f still begins with what was read up to the mark. It compares the bytes before the mark, because a
// new file may get the inode number of the one that it replaced. It notices a manual change before these bytes only if no
// line was appended afterwards.
func (m Mark) isOf(f *os.File, info fs.FileInfo) (bool, error) {
	if m.file == nil || !os.SameFile(m.file, info) || m.until > info.Size() {
		return false, nil
	}
	if info.Size() == m.file.Size() && !info.ModTime().Equal(m.file.ModTime()) {
		return false, nil
	}
	tail, err := tailAt(f, m.until)
	return bytes.Equal(tail, m.tail), err
}

// tailAt returns the last bytes before the offset at.
func tailAt(f *os.File, at int64) ([]byte, error) {
	tail := make([]byte, min(at, tailSize))
	_, err := f.ReadAt(tail, at-int64(len(tail)))
	return tail, err
}

// lastEnd returns the offset after the last line end between begin and end, or begin if there is none.
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

// reversed returns the lines in reverse order, without empty ones.
func reversed(lines [][]byte) [][]byte {
	back := make([][]byte, 0, len(lines))
	for i := len(lines) - 1; i >= 0; i-- {
		if len(lines[i]) > 0 {
			back = append(back, lines[i])
		}
	}
	return back
}

// open opens the file for reading. It returns nil and no error if there is none.
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

// Rewrite replaces the content of the file by what change returns for it. Lines that another process appends are not
// lost, because Append waits for the lock.
func (l Lines) Rewrite(ctx context.Context, change func(content []byte) []byte) error {
	if err := l.file().MakeDir(); err != nil {
		return err
	}
	release, err := l.file().Lock().Take(ctx, linesLockLimit)
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
