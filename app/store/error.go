package store

import (
	"errors"
	"io/fs"
	"syscall"
)

// Kind classifies why a file could not be read or written.
type Kind string

// The kinds of Error.
const (
	KindFull       Kind = "full"       // no room on the disk
	KindQuota      Kind = "quota"      // the user's quota or the largest allowed file size is exceeded
	KindReadOnly   Kind = "read-only"  // the disk is read-only
	KindPermission Kind = "permission" // not allowed
	KindName       Kind = "name"       // the path is too long for the disk
	KindMissing    Kind = "missing"    // the folder does not exist, or is a file
	KindOccupied   Kind = "occupied"   // there is something at the path that is not a regular file
	KindDisk       Kind = "disk"       // the disk failed
	KindBusy       Kind = "busy"       // another process holds the file's lock, or has the file open
	KindOther      Kind = "other"      // anything else
)

// Error means that a file could not be read or written.
type Error struct {
	Kind Kind
	Path string // the path of the file or of its folder; never that of a temporary file
	Err  error  // the cause, for logs
}

// Error implements error, for logs.
func (e *Error) Error() string {
	return "store " + e.Path + ": " + string(e.Kind) + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// failed returns err as an *Error with its kind. It returns nil if err is nil, and err itself if it is an *Error already.
func failed(path string, err error) error {
	var known *Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	return &Error{Kind: kindOf(err), Path: path, Err: err}
}

func kindOf(err error) Kind {
	if k, known := kindOfSystem(err); known {
		return k
	}
	for _, k := range []struct {
		kind   Kind
		causes []error
	}{
		{KindFull, []error{syscall.ENOSPC}},
		{KindQuota, []error{syscall.EDQUOT, syscall.EFBIG}},
		{KindReadOnly, []error{syscall.EROFS}},
		{KindPermission, []error{fs.ErrPermission}},
		{KindName, []error{syscall.ENAMETOOLONG}},
		{KindMissing, []error{fs.ErrNotExist, syscall.ENOTDIR}},
		{KindOccupied, []error{errNotRegular, syscall.EISDIR, syscall.ENOTEMPTY, fs.ErrExist, syscall.ELOOP}},
		{KindDisk, []error{syscall.EIO, syscall.ENXIO, syscall.ENODEV, syscall.ESTALE, syscall.ETIMEDOUT, syscall.ENOTCONN}},
		{KindBusy, []error{syscall.EBUSY}},
	} {
		for _, cause := range k.causes {
			if errors.Is(err, cause) {
				return k.kind
			}
		}
	}
	return KindOther
}
