//go:build linux

package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"accesskeys/app/apptest/check"
)

func TestCausesHaveTheirKind(t *testing.T) {
	for cause, kind := range map[error]Kind{
		syscall.ENOSPC: KindFull, syscall.EDQUOT: KindQuota, syscall.EFBIG: KindQuota, syscall.EROFS: KindReadOnly,
		syscall.EACCES: KindPermission, syscall.EPERM: KindPermission, syscall.ENAMETOOLONG: KindName,
		syscall.ENOENT: KindMissing, syscall.ENOTDIR: KindMissing, syscall.EISDIR: KindOccupied,
		syscall.EIO: KindDisk, syscall.ESTALE: KindDisk, syscall.EBUSY: KindBusy, syscall.EMFILE: KindOther,
	} {
		err := failed("settings.json", &fs.PathError{Op: "open", Path: "x.tmp", Err: cause})
		assertKind(t, err, kind)
		if !errors.Is(err, cause) {
			t.Errorf("%v is not %v", err, cause)
		}
	}
}

// Each error is provoked on a real disk.
func TestFailedWriteSaysWhyAndLeavesWhatWasThere(t *testing.T) {
	for name, test := range map[string]struct {
		kind Kind
		set  func(t *testing.T, f File) (undo func())
	}{
		"full disk": {KindFull, func(t *testing.T, f File) func() {
			for i := range 4 {
				_ = os.WriteFile(filepath.Join(filepath.Dir(f.Path), longName(i+1)), make([]byte, 64<<10), 0o600)
			}
			return func() {}
		}},
		"read-only disk": {KindReadOnly, func(t *testing.T, f File) func() {
			remount(t, filepath.Dir(f.Path), true)
			return func() { remount(t, filepath.Dir(f.Path), false) }
		}},
		"file too large": {KindQuota, func(t *testing.T, _ File) func() {
			var before syscall.Rlimit
			check.Must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
			limit := before
			limit.Cur = 1 << 20 // go test writes a log beside this test
			check.Must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
			return func() { check.Must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before)) }
		}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if test.kind != KindQuota {
				mount(t, dir)
			}
			f := fileAt(filepath.Join(dir, "settings.json"))
			check.Must(t, f.Write(content{"before"}))
			undo := test.set(t, f)
			err := f.Write(content{"after" + strings.Repeat(".", 2<<20)})
			undo()
			assertKind(t, err, test.kind)
			assertHolds(t, f.Path, "before")
			assertNoTemporary(t, dir)
		})
	}
}

func TestWhatStandsInTheWayIsNamed(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o600))
	assertKind(t, fileAt(filepath.Join(dir, "file", "settings.json")).Write(content{}), KindMissing)
	check.Must(t, os.MkdirAll(filepath.Join(dir, "settings.json", "full"), 0o700))
	assertKind(t, fileAt(filepath.Join(dir, "settings.json")).Write(content{}), KindOccupied)
	assertKind(t, fileAt(filepath.Join(dir, longName(256))).Write(content{}), KindName)
	assertKind(t, fileAt(filepath.Join(dir, longName(256), "settings.json")).Write(content{}), KindName)
	assertNoTemporary(t, dir)
}

func TestForbiddenFolderIsSaidToBe(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is forbidden to root")
	}
	dir := t.TempDir()
	f := fileAt(filepath.Join(dir, "settings.json"))
	check.Must(t, f.Write(content{"before"}))
	check.Must(t, os.Chmod(dir, 0o500))
	assertKind(t, f.Write(content{"after"}), KindPermission)
	check.Must(t, os.Chmod(f.Path, 0))
	_, err := f.Read(&content{})
	assertKind(t, err, KindPermission)
	check.Must(t, os.Chmod(dir, 0o700))
}
