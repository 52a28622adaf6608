package store

import (
	"errors"

	"golang.org/x/sys/windows"
)

// kindOfSystem returns the kind of a Windows error number. Windows itself never returns the Unix-like errors of package
// syscall that kindOf checks.
func kindOfSystem(err error) (Kind, bool) {
	var number windows.Errno
	if !errors.As(err, &number) {
		return "", false
	}
	switch number {
	case windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL:
		return KindFull, true
	case windows.ERROR_DISK_QUOTA_EXCEEDED:
		return KindQuota, true
	case windows.ERROR_WRITE_PROTECT:
		return KindReadOnly, true
	case windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BUFFER_OVERFLOW:
		return KindName, true
	case windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION:
		return KindBusy, true
	case windows.ERROR_CRC, windows.ERROR_IO_DEVICE, windows.ERROR_NOT_READY, windows.ERROR_DISK_CORRUPT,
		windows.ERROR_FILE_CORRUPT, windows.ERROR_BAD_NETPATH, windows.ERROR_NETNAME_DELETED:
		return KindDisk, true
	}
	return "", false
}
