package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLooksAreRememberedAndNonsenseIsNot(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.json")
	a := opened(dir)
	equal(t, "language at first", a.Get().Language, LanguageSystem)
	equal(t, "theme at first", a.Get().Theme, ThemeSystem)
	a.SetLanguage(LanguageChinese)
	a.SetTheme(ThemeDark)
	equal(t, "language at once", a.Get().Language, LanguageChinese)
	equal(t, "theme at once", a.Get().Theme, ThemeDark)
	must(t, a.Save())
	again := opened(dir).Get()
	equal(t, "language remembered", again.Language, LanguageChinese)
	equal(t, "theme remembered", again.Theme, ThemeDark)

	must(t, os.WriteFile(file, []byte(`{"language":"tlh","theme":"plaid"}`), 0o600))
	again = opened(dir).Get()
	equal(t, "language instead of nonsense", again.Language, LanguageSystem)
	equal(t, "theme instead of nonsense", again.Theme, ThemeSystem)
}

func TestTwoProcessesChooseTheirLooks(t *testing.T) {
	dir := t.TempDir()
	one, other := opened(dir), opened(dir)
	one.SetLanguage(LanguageChinese)
	must(t, one.Save())
	other.SetTheme(ThemeLight)
	must(t, other.Save())
	got := opened(dir).Get()
	equal(t, "language", got.Language, LanguageChinese)
	equal(t, "theme", got.Theme, ThemeLight)
}
