package settings

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"

	"accesskeys/app/apptest/check"
)

// opened returns the settings in a directory, as a program opens them.
func opened(dir string) *File {
	return Open(filepath.Join(dir, "settings.json"), slog.New(slog.DiscardHandler))
}

func TestSettingsOutliveTheProcess(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "access-keys")
	first := opened(dir)
	saved := SavedSession{Server: "localhost:8000", KeyID: "AK1"}
	check.Update(t, first, func(s *Settings) {
		s.Server = "localhost:8000"
		s.Session = &saved
	})
	check.Private(t, dir, "settings.json")
	then := opened(dir).Get()
	check.Equal(t, "server", then.Server, "localhost:8000")
	check.Equal(t, "session", *then.Session, saved)
}

func TestSettingsHandsOutCopies(t *testing.T) {
	a := opened(t.TempDir())
	mine := &SavedSession{KeyID: "AK1"}
	check.Update(t, a, func(s *Settings) { s.Session = mine })
	mine.KeyID = "AK2"
	a.Get().Session.KeyID = "AK3"
	check.Equal(t, "key", a.Get().Session.KeyID, "AK1")
}

// The home directory may be on a server that hangs.
func TestReadingSettingsDoesNotWaitForTheDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := opened(t.TempDir())
		var written []string
		disk := make(chan struct{})
		a.BeforeWrite = func(v *Settings) error {
			<-disk
			written = append(written, v.Server)
			return nil
		}
		first := check.Background(func() error { return check.Second(a.Update(func(s *Settings) { s.Server = "a" })) })
		check.Equal(t, "while it is written", a.Get().Server, "a")
		// Not in the background, because synctest does not count a goroutine that waits for a mutex as blocked.
		then := make(chan error, 1)
		go func() { then <- check.Second(a.Update(func(s *Settings) { s.Server = "b" })) }()
		for a.Get().Server != "b" {
			runtime.Gosched()
		}
		close(disk)
		check.Must(t, errors.Join(first(), <-then))
		check.Equal(t, "written last", written[len(written)-1], "b")
	})
}

func TestUnchangedSettingsAreNotWritten(t *testing.T) {
	a := opened(t.TempDir())
	check.Update(t, a, func(s *Settings) { s.Server = "a" })
	a.BeforeWrite = func(*Settings) error { return errors.New("written") }
	check.Update(t, a, func(s *Settings) { s.Server = "a" })
}

func TestSettingsOfALaterVersionAreRead(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"version":2,"server":"a","colour":"blue"}`), 0o600))
	check.Equal(t, "server", opened(dir).Get().Server, "a")
}

func TestCorruptSettingsAreSetAside(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "settings.json")
	check.Must(t, os.WriteFile(path, []byte(`{"server":"a"`), 0o600))
	a := opened(dir)
	check.Equal(t, "server", a.Get().Server, "")
	check.SetAside(t, path, `{"server":"a"`)
	check.Update(t, a, func(s *Settings) { s.Server = "b" })
	check.Equal(t, "server", opened(dir).Get().Server, "b")
}

// A file from another version or a user may have a value that cannot be decoded. The sign-in in it must not be lost.
func TestSettingsOutliveAValueOfAnotherKind(t *testing.T) {
	for name, broken := range map[string]string{
		"a choice":          `"theme":7`,
		"a whole":           `"table":"wide"`,
		"one deep inside":   `"privacy":{"clearClipboardSeconds":"soon","allowCapture":true}`,
		"a list":            `"forget":{}`,
		"a layout of later": `"version":"two"`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "settings.json")
			check.Must(t, os.WriteFile(path, []byte(`{"server":"a",`+broken+`,"session":{"server":"a","keyId":"AK1"},"language":"zh-Hans"}`), 0o600))
			a := opened(dir)
			got := a.Get()
			check.Equal(t, "server", got.Server, "a")
			check.Equal(t, "session", *got.Session, SavedSession{Server: "a", KeyID: "AK1"})
			check.Equal(t, "language", got.Language, LanguageChinese)
			check.Equal(t, "theme", got.Theme, ThemeSystem)
			check.Equal(t, "clearing", got.Privacy.ClearClipboard, DefaultPrivacy().ClearClipboard)
			check.Update(t, a, func(s *Settings) { s.Server = "b" })
			check.Equal(t, "session afterwards", *opened(dir).Get().Session, SavedSession{Server: "a", KeyID: "AK1"})
		})
	}
}

func TestSettingsThatCannotBeWritten(t *testing.T) {
	blocker := filepath.Join(t.TempDir(), "file")
	check.Must(t, os.WriteFile(blocker, nil, 0o600))
	a := opened(blocker)
	for range 2 { // the second time, nothing changes
		if err := check.Second(a.Update(func(s *Settings) { s.Server = "a" })); err == nil {
			t.Error("no error")
		}
	}
	check.Equal(t, "server", a.Get().Server, "a")
	check.Must(t, os.Remove(blocker))
	check.Update(t, a, func(*Settings) {})
	content, err := os.ReadFile(filepath.Join(blocker, "settings.json"))
	check.Must(t, err)
	check.Equal(t, "written", strings.Contains(string(content), `"server": "a"`), true)
}
