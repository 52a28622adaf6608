package settings

import (
	"os"
	"path/filepath"
	"testing"

	"accesskeys/app/apptest/check"
)

func TestChoiceToSignInEachTimeIsRemembered(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.json")
	check.Must(t, os.WriteFile(file, []byte(`{"version":1,"server":"a"}`), 0o600))
	a := opened(dir)
	check.Equal(t, "in a file from before", a.Get().SignInEachTime, false)
	a.SetKeepSignedIn(false)
	check.Must(t, a.Save())
	check.Equal(t, "remembered", opened(dir).Get().SignInEachTime, true)
	a.SetKeepSignedIn(true)
	check.Must(t, a.Save())
	check.Equal(t, "taken back", opened(dir).Get().SignInEachTime, false)
}
