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

const longestPath = 100 // of a socket, which some systems give 104 bytes

// lockFile locks a file until it is closed, or the process ends, alone or with others that share it. It returns
// errClaimed where another has it.
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

// listen listens at a place for other starts of the program.
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

// instanceDirs are where the claim to a directory can be, the best first: one that is gone after a restart and
// on no other computer.
func instanceDirs(dir string) []string {
	if runtime := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(runtime) && isPrivate(runtime) {
		return []string{runtime, dir}
	}
	return []string{dir}
}

// private makes a directory this user's alone, and reports whether it is.
func private(dir string) bool {
	if os.MkdirAll(dir, 0o700) != nil {
		return false
	}
	return isPrivate(dir) || isOwn(dir) && os.Chmod(dir, 0o700) == nil
}

// isPrivate reports whether there is a directory that is this user's alone.
func isPrivate(dir string) bool {
	info, err := os.Lstat(dir)
	return err == nil && info.Mode().Perm()&0o077 == 0 && isOwn(dir)
}

// isOwn reports whether there is a directory that belongs to this user.
func isOwn(dir string) bool {
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() {
		return false
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(owner.Uid) == os.Geteuid()
}

// letComeUp does nothing: a process may bring its own window up here.
func letComeUp(uint32) {}
