package app

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
)

func TestSettingsOutliveTheProcess(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "access-keys")
	first := New(Config{Dir: dir})
	saved := SavedSession{Server: "localhost:8000", KeyID: "AK1"}
	update(t, first, func(s *Settings) {
		s.Server = "localhost:8000"
		s.Session = &saved
	})
	assertPrivate(t, dir, "settings.json")
	then := New(Config{Dir: dir}).Settings.Get()
	equal(t, "server", then.Server, "localhost:8000")
	equal(t, "session", *then.Session, saved)
}

func TestSettingsHandsOutCopies(t *testing.T) {
	a := New(Config{Dir: t.TempDir()})
	mine := &SavedSession{KeyID: "AK1"}
	update(t, a, func(s *Settings) { s.Session = mine })
	mine.KeyID = "AK2"
	a.Settings.Get().Session.KeyID = "AK3"
	equal(t, "key", a.Settings.Get().Session.KeyID, "AK1")
}

// The home directory may be on a server that hangs.
func TestReadingSettingsDoesNotWaitForTheDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := New(Config{Dir: t.TempDir()})
		var written []string
		disk := make(chan struct{})
		a.Settings.write = func(v any) error {
			<-disk
			written = append(written, v.(Settings).Server)
			return nil
		}
		first := background(func() error { return second(a.Settings.Update(func(s *Settings) { s.Server = "a" })) })
		equal(t, "while it is written", a.Settings.Get().Server, "a")
		// Not with background: what waits for a mutex is not blocked as synctest sees it.
		then := make(chan error, 1)
		go func() { then <- second(a.Settings.Update(func(s *Settings) { s.Server = "b" })) }()
		for a.Settings.Get().Server != "b" {
			runtime.Gosched()
		}
		close(disk)
		must(t, errors.Join(first(), <-then))
		equal(t, "written last", written[len(written)-1], "b")
	})
}

func TestUnchangedSettingsAreNotWritten(t *testing.T) {
	a := New(Config{Dir: t.TempDir()})
	update(t, a, func(s *Settings) { s.Server = "a" })
	a.Settings.write = func(any) error { return errors.New("written") }
	update(t, a, func(s *Settings) { s.Server = "a" })
}

func TestSettingsOfALaterVersionAreRead(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"version":2,"server":"a","colour":"blue"}`), 0o600))
	equal(t, "server", New(Config{Dir: dir}).Settings.Get().Server, "a")
}

func TestCorruptSettingsAreSetAside(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "settings.json")
	must(t, os.WriteFile(path, []byte(`{"server":"a"`), 0o600))
	a := New(Config{Dir: dir})
	equal(t, "server", a.Settings.Get().Server, "")
	assertSetAside(t, path, `{"server":"a"`)
	update(t, a, func(s *Settings) { s.Server = "b" })
	equal(t, "server", New(Config{Dir: dir}).Settings.Get().Server, "b")
}

// A file that another version or a person has written may have one value that is not read here: that is no
// reason to forget the sign-in.
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
			must(t, os.WriteFile(path, []byte(`{"server":"a",`+broken+`,"session":{"server":"a","keyId":"AK1"},"language":"zh-Hans"}`), 0o600))
			a := New(Config{Dir: dir})
			got := a.Settings.Get()
			equal(t, "server", got.Server, "a")
			equal(t, "session", *got.Session, SavedSession{Server: "a", KeyID: "AK1"})
			equal(t, "language", got.Language, LanguageChinese)
			equal(t, "theme", got.Theme, ThemeSystem)
			equal(t, "clearing", got.Privacy.ClearClipboard, DefaultPrivacy().ClearClipboard)
			update(t, a, func(s *Settings) { s.Server = "b" })
			equal(t, "session afterwards", *New(Config{Dir: dir}).Settings.Get().Session, SavedSession{Server: "a", KeyID: "AK1"})
		})
	}
}

func TestSettingsThatCannotBeWritten(t *testing.T) {
	blocker := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(blocker, nil, 0o600))
	a := New(Config{Dir: blocker})
	for range 2 { // a second time, though nothing changes then
		if err := second(a.Settings.Update(func(s *Settings) { s.Server = "a" })); err == nil {
			t.Error("no error")
		}
	}
	equal(t, "server", a.Settings.Get().Server, "a")
	must(t, os.Remove(blocker))
	update(t, a, func(*Settings) {})
	content, err := os.ReadFile(filepath.Join(blocker, "settings.json"))
	must(t, err)
	equal(t, "written", strings.Contains(string(content), `"server": "a"`), true)
}
