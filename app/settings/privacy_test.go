package settings

import (
	"os"
	"path/filepath"
	"testing"

	"accesskeys/app/check"
)

func TestPrivacyIsRememberedAndNonsenseIsNot(t *testing.T) {
	dir := t.TempDir()
	a := opened(dir)
	check.Equal(t, "at first", a.Get().Privacy, DefaultPrivacy())
	want := Privacy{ClearClipboard: 60, HideSecret: Never, Lock: 60, AllowCapture: true}
	a.SetPrivacy(want)
	check.Equal(t, "at once", a.Get().Privacy, want)
	check.Must(t, a.Save())
	check.Equal(t, "remembered", opened(dir).Get().Privacy, want)

	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"privacy":{"clearClipboardSeconds":86400,"hideSecretSeconds":0,"lockSeconds":-7}}`), 0o600))
	check.Equal(t, "instead of nonsense", opened(dir).Get().Privacy, DefaultPrivacy())
}
