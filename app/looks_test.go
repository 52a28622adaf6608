package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLooksAreRememberedAndNonsenseIsNot(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.json")
	a := New(Config{Dir: dir})
	equal(t, "language at first", a.Settings.Get().Language, LanguageSystem)
	equal(t, "theme at first", a.Settings.Get().Theme, ThemeSystem)
	a.Settings.SetLanguage(LanguageChinese)
	a.Settings.SetTheme(ThemeDark)
	equal(t, "language at once", a.Settings.Get().Language, LanguageChinese)
	equal(t, "theme at once", a.Settings.Get().Theme, ThemeDark)
	must(t, a.Settings.Save())
	again := New(Config{Dir: dir}).Settings.Get()
	equal(t, "language remembered", again.Language, LanguageChinese)
	equal(t, "theme remembered", again.Theme, ThemeDark)

	must(t, os.WriteFile(file, []byte(`{"language":"tlh","theme":"plaid"}`), 0o600))
	again = New(Config{Dir: dir}).Settings.Get()
	equal(t, "language instead of nonsense", again.Language, LanguageSystem)
	equal(t, "theme instead of nonsense", again.Theme, ThemeSystem)
}

func TestTwoProcessesChooseTheirLooks(t *testing.T) {
	dir := t.TempDir()
	one, other := New(Config{Dir: dir}), New(Config{Dir: dir})
	one.Settings.SetLanguage(LanguageChinese)
	must(t, one.Settings.Save())
	other.Settings.SetTheme(ThemeLight)
	must(t, other.Settings.Save())
	got := New(Config{Dir: dir}).Settings.Get()
	equal(t, "language", got.Language, LanguageChinese)
	equal(t, "theme", got.Theme, ThemeLight)
}
