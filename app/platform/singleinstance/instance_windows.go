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

const longestPath = math.MaxInt // there is no limit for a pipe

// lockFile locks a file until it is closed or the process ends. If shared is set, other processes can share the lock. It
// returns errClaimed if another process has the lock.
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

// listen listens at a place for other processes of the program. It uses a named pipe that only this user can open, because
// Windows has Unix sockets only since version 1803.
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

// pipeAt returns the name of the pipe for a place. The pipes of all users are in one directory.
func pipeAt(place string) string { return `\\.\pipe\` + filepath.Base(place) }

// instanceDirs returns a local directory for the files of the claim. The claimed directory itself may be on a network
// share, where locks are not reliable.
func instanceDirs(string) []string {
	local, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	return []string{filepath.Join(local, "access-keys")}
}

// makePrivate creates a directory. It is in the user's profile, whose permissions keep other users out.
func makePrivate(dir string) bool { return os.MkdirAll(dir, 0o700) == nil }

// seat returns the ID of the session. A user can have several sessions.
func seat() string {
	var session uint32
	_ = windows.ProcessIdToSessionId(windows.GetCurrentProcessId(), &session)
	return strconv.FormatUint(uint64(session), 10)
}

// allowRaise allows another process to raise its window. The process that the user started last may allow that.
func allowRaise(pid uint32) {
	_, _ = winapi.Call(windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow"), uintptr(pid))
}
