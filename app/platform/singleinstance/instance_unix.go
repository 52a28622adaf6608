//go:build unix

package singleinstance

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"
)

const longestPath = 100 // bytes in the path of a socket; some systems allow only 104

// lockFile locks a file until it is closed or the process ends. If shared is set, other processes can share the lock. It
// returns errClaimed if another process has the lock.
func lockFile(f *os.File, shared bool) error {
	how := unix.LOCK_EX
	if shared {
		how = unix.LOCK_SH
	}
	err := unix.Flock(int(f.Fd()), how|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errClaimed
	}
	if err != nil {
		return fmt.Errorf("lock %s: %w", f.Name(), err)
	}
	return nil
}

// listen listens at a place for other processes of the program.
func listen(place string) (net.Listener, error) {
	socket := place + ".sock"
	if err := os.Remove(socket); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(socket, 0o600); err != nil {
		_ = listener.Close()
		return nil, err
	}
	return listener, nil
}

// dial connects to the process that listens at a place.
func dial(ctx context.Context, place string) (net.Conn, error) {
	var dialer net.Dialer
	return dialer.DialContext(ctx, "unix", place+".sock")
}

// instanceDirs returns the directories in which the files of the claim to dir can be. The first is the best: it is local to
// this computer and is emptied at a restart.
func instanceDirs(dir string) []string {
	if runtime := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(runtime) && isPrivate(runtime) {
		return []string{runtime, dir}
	}
	return []string{dir}
}

// makePrivate creates a directory or removes the permissions of other users from it. It returns false if the directory is
// not private to this user then.
func makePrivate(dir string) bool {
	if os.MkdirAll(dir, 0o700) != nil {
		return false
	}
	return isPrivate(dir) || isOwn(dir) && os.Chmod(dir, 0o700) == nil
}

// isPrivate reports whether dir is a directory that belongs to this user and that others have no permissions for.
func isPrivate(dir string) bool {
	info, err := os.Lstat(dir)
	return err == nil && info.Mode().Perm()&0o077 == 0 && isOwn(dir)
}

// isOwn reports whether dir is a directory that belongs to this user.
func isOwn(dir string) bool {
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() {
		return false
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(owner.Uid) == os.Geteuid()
}

// allowRaise does nothing, because on this system a process may always raise its own window.
func allowRaise(uint32) {}
