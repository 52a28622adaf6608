package singleinstance

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"os"
	"path/filepath"
	"strconv"

	"github.com/Microsoft/go-winio"
	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

const longestPath = math.MaxInt // a pipe has none

// lockFile locks a file until it is closed, or the process ends, alone or with others that share it. It returns
// errClaimed where another has it.
func lockFile(f *os.File, shared bool) error {
	var how uint32 = windows.LOCKFILE_FAIL_IMMEDIATELY
	if !shared {
		how |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(windows.Handle(f.Fd()), how, 0, math.MaxUint32, math.MaxUint32, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errClaimed
	}
	if err != nil {
		return fmt.Errorf("lock %s: %w", f.Name(), err)
	}
	return nil
}

// listen listens at a place for other starts of the program, on a named pipe that is this user's alone. Windows has
// sockets with a path since version 1803 only.
func listen(place string) (net.Listener, error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return nil, fmt.Errorf("own user: %w", err)
	}
	return winio.ListenPipe(pipeAt(place), &winio.PipeConfig{SecurityDescriptor: fmt.Sprintf("D:P(A;;GA;;;%s)", user.User.Sid)})
}

// dial connects to the process that listens at a place.
func dial(ctx context.Context, place string) (net.Conn, error) {
	return winio.DialPipeContext(ctx, pipeAt(place))
}

// pipeAt is the name of the pipe: those of all users are in one directory.
func pipeAt(place string) string { return `\\.\pipe\` + filepath.Base(place) }

// instanceDirs are where the claim to a directory can be: that may be on a network share, where locks may be lost.
func instanceDirs(string) []string {
	local, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	return []string{filepath.Join(local, "access-keys")}
}

// private makes a directory in the user's profile, whose rights keep others out.
func private(dir string) bool { return os.MkdirAll(dir, 0o700) == nil }

// seat is the session, of which a user can have several.
func seat() string {
	var session uint32
	_ = windows.ProcessIdToSessionId(windows.GetCurrentProcessId(), &session)
	return strconv.FormatUint(uint64(session), 10)
}

// letComeUp lets another process bring its window up, which the one that was started last may.
func letComeUp(pid uint32) {
	_, _ = winapi.Call(windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow"), uintptr(pid))
}
