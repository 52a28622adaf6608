package settings

import (
	"os"
	"path/filepath"
	"testing"

	"accesskeys/app/apptest/check"
)

func TestLooksAreRememberedAndNonsenseIsNot(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.json")
	a := opened(dir)
	check.Equal(t, "language at first", a.Get().Language, LanguageSystem)
	check.Equal(t, "theme at first", a.Get().Theme, ThemeSystem)
	a.SetLanguage(LanguageChinese)
	a.SetTheme(ThemeDark)
	check.Equal(t, "language at once", a.Get().Language, LanguageChinese)
	check.Equal(t, "theme at once", a.Get().Theme, ThemeDark)
	check.Must(t, a.Save())
	again := opened(dir).Get()
	check.Equal(t, "language remembered", again.Language, LanguageChinese)
	check.Equal(t, "theme remembered", again.Theme, ThemeDark)

	check.Must(t, os.WriteFile(file, []byte(`{"language":"tlh","theme":"plaid"}`), 0o600))
	again = opened(dir).Get()
	check.Equal(t, "language instead of nonsense", again.Language, LanguageSystem)
	check.Equal(t, "theme instead of nonsense", again.Theme, ThemeSystem)
}

func TestTwoProcessesChooseTheirLooks(t *testing.T) {
	dir := t.TempDir()
	one, other := opened(dir), opened(dir)
	one.SetLanguage(LanguageChinese)
	check.Must(t, one.Save())
	other.SetTheme(ThemeLight)
	check.Must(t, other.Save())
	got := opened(dir).Get()
	check.Equal(t, "language", got.Language, LanguageChinese)
	check.Equal(t, "theme", got.Theme, ThemeLight)
}
