//go:build !windows

package store

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"accesskeys/app/apptest/check"
)

// A user's dotfiles are links to files that are kept elsewhere.
func TestLinkStaysAndItsTargetIsReplaced(t *testing.T) {
	for name, link := range map[string]func(t *testing.T, path, elsewhere string) (target string){
		"absolute": func(t *testing.T, path, elsewhere string) string {
			check.Must(t, os.Symlink(filepath.Join(elsewhere, "mine.json"), path))
			return filepath.Join(elsewhere, "mine.json")
		},
		"relative": func(t *testing.T, path, elsewhere string) string {
			check.Must(t, os.Symlink("../elsewhere/mine.json", path))
			return filepath.Join(elsewhere, "mine.json")
		},
		"chain": func(t *testing.T, path, elsewhere string) string {
			check.Must(t, os.Symlink("../elsewhere/one", path))
			check.Must(t, os.Symlink("two", filepath.Join(elsewhere, "one")))
			check.Must(t, os.Symlink(filepath.Join(elsewhere, "mine.json"), filepath.Join(elsewhere, "two")))
			return filepath.Join(elsewhere, "mine.json")
		},
		"relative below a linked folder": func(t *testing.T, path, elsewhere string) string {
			deep := filepath.Join(elsewhere, "a", "b")
			check.Must(t, os.MkdirAll(deep, 0o755))
			check.Must(t, os.Symlink(deep, filepath.Join(filepath.Dir(path), "folder")))
			check.Must(t, os.Symlink("folder/link", path))
			check.Must(t, os.Symlink("../mine.json", filepath.Join(deep, "link")))
			return filepath.Join(elsewhere, "a", "mine.json")
		},
		"a name as long as can be": func(t *testing.T, path, elsewhere string) string {
			long := filepath.Join(elsewhere, longName(255))
			check.Must(t, os.Symlink(long, path))
			return long
		},
		"another file system": func(t *testing.T, path, elsewhere string) string {
			other, err := os.MkdirTemp("/dev/shm", "access-keys")
			if err != nil {
				t.Skip(err)
			}
			t.Cleanup(func() { _ = os.RemoveAll(other) })
			check.Must(t, os.Symlink(filepath.Join(other, "mine.json"), path))
			return filepath.Join(other, "mine.json")
		},
	} {
		for _, there := range []bool{true, false} {
			t.Run(name+map[bool]string{true: "", false: ", dangling"}[there], func(t *testing.T) {
				root := t.TempDir()
				dir, elsewhere := filepath.Join(root, "access-keys"), filepath.Join(root, "elsewhere")
				check.Must(t, os.Mkdir(dir, 0o700))
				check.Must(t, os.Mkdir(elsewhere, 0o755))
				f := fileAt(filepath.Join(dir, "settings.json"))
				target := link(t, f.Path, elsewhere)
				if there {
					check.Must(t, os.WriteFile(target, []byte(`{"text":"before"}`), 0o644))
				}
				var c content
				found, err := f.Read(&c)
				check.Must(t, err)
				if found != there || there && c.Text != "before" {
					t.Errorf("read %v, %q", found, c.Text)
				}
				check.Must(t, f.Write(content{"after"}))
				assertLink(t, f.Path)
				assertHolds(t, target, "after")
				assertNoTemporary(t, root)
				info, err := os.Stat(elsewhere)
				check.Must(t, err)
				if info.Mode().Perm() != 0o755 {
					t.Errorf("the folder of the target has mode %v now", info.Mode().Perm())
				}
				check.Must(t, f.Remove())
				assertLink(t, f.Path)
				if _, err := os.Stat(target); !os.IsNotExist(err) {
					t.Errorf("the target after it was removed: %v", err)
				}
			})
		}
	}
}

func TestCorruptTargetIsKeptAsideBesideItself(t *testing.T) {
	root := t.TempDir()
	f := fileAt(filepath.Join(root, "settings.json"))
	check.Must(t, os.Mkdir(filepath.Join(root, "dotfiles"), 0o700))
	target := filepath.Join(root, "dotfiles", "mine.json")
	check.Must(t, os.WriteFile(target, []byte("{"), 0o600))
	check.Must(t, os.Symlink("dotfiles/mine.json", f.Path))
	found, err := f.Read(&content{})
	check.Must(t, err)
	aside, _ := filepath.Glob(target + ".corrupt-*")
	if found || len(aside) != 1 {
		t.Errorf("found %v, kept aside %v", found, aside)
	}
	check.Must(t, f.Write(content{"after"}))
	assertLink(t, f.Path)
	assertHolds(t, target, "after")
}

// Something that is not a regular file must not block the program and is not replaced. The link to it is renamed.
func TestLinkToWhatIsNoFileIsSetAside(t *testing.T) {
	for name, test := range map[string]struct {
		make func(target string) error
		mode fs.FileMode
	}{
		"folder":   {func(target string) error { return os.Mkdir(target, 0o700) }, fs.ModeDir},
		"pipe":     {func(target string) error { return syscall.Mkfifo(target, 0o600) }, fs.ModeNamedPipe},
		"circle":   {func(target string) error { return os.Symlink("settings.json", target) }, fs.ModeSymlink},
		"own self": {func(target string) error { return os.Symlink("target", target) }, fs.ModeSymlink},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			f := fileAt(filepath.Join(dir, "settings.json"))
			target := filepath.Join(dir, "target")
			check.Must(t, test.make(target))
			check.Must(t, os.Symlink("target", f.Path))
			assertKind(t, f.Write(content{"too early"}), KindOccupied)
			found, err := f.Read(&content{})
			check.Must(t, err)
			if found {
				t.Error("found a file")
			}
			check.Must(t, f.Write(content{"after"}))
			assertHolds(t, f.Path, "after")
			info, err := os.Lstat(target)
			check.Must(t, err)
			if info.Mode().Type() != test.mode {
				t.Errorf("the target is %v now", info.Mode())
			}
		})
	}
}

func TestLinkIntoAFolderThatIsNotThere(t *testing.T) {
	dir := t.TempDir()
	f := fileAt(filepath.Join(dir, "settings.json"))
	check.Must(t, os.Symlink("not/there.json", f.Path))
	assertKind(t, f.Write(content{"x"}), KindMissing)
	assertLink(t, f.Path)
}

func assertLink(t *testing.T, path string) {
	t.Helper()
	info, err := os.Lstat(path)
	check.Must(t, err)
	if info.Mode().Type() != fs.ModeSymlink {
		t.Errorf("%s is no link any more: %v", path, info.Mode())
	}
}

func longName(n int) string {
	name := make([]byte, n)
	for i := range name {
		name[i] = 'x'
	}
	return string(name)
}
