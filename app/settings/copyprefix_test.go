package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/app/apptest/check"
)

func TestPrefixIsTheBeginningOfAName(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "MYAPP_": true, "_": true, "a1": true, strings.Repeat("A", LongestPrefix): true,
		"1A": false, "MY-APP_": false, "MY APP": false, "É": false, "A\n": false, "A=": false, strings.Repeat("A", LongestPrefix+1): false,
	} {
		check.Equal(t, text, ValidPrefix(text), want)
	}
}

func TestPrefixIsRememberedAndNonsenseIsNot(t *testing.T) {
	dir := t.TempDir()
	a := opened(dir)
	a.SetCopyPrefix("MYAPP_")
	check.Equal(t, "at once", a.Get().CopyPrefix, "MYAPP_")
	check.Must(t, a.Save())
	check.Equal(t, "remembered", opened(dir).Get().CopyPrefix, "MYAPP_")
	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{"copyPrefix":"a b"}`), 0o600))
	check.Equal(t, "instead of nonsense", opened(dir).Get().CopyPrefix, "")
}
