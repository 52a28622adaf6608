package store

import (
	"syscall"
	"testing"

	"accesskeys/app/apptest/check"
)

// mount mounts a disk of 128 KiB at dir. It needs root.
func mount(t *testing.T, dir string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=128k,mode=0700"); err != nil {
		t.Skipf("mounting a small disk: %v", err)
	}
	t.Cleanup(func() { check.Must(t, syscall.Unmount(dir, 0)) })
}

func remount(t *testing.T, dir string, readOnly bool) {
	t.Helper()
	flags := uintptr(syscall.MS_REMOUNT)
	if readOnly {
		flags |= syscall.MS_RDONLY
	}
	check.Must(t, syscall.Mount("tmpfs", dir, "tmpfs", flags, "size=128k,mode=0700"))
}
