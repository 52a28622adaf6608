package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPrivacyIsRememberedAndNonsenseIsNot(t *testing.T) {
	dir := t.TempDir()
	a := pinned(t, dir)
	equal(t, "at first", a.Settings.Get().Privacy, DefaultPrivacy())
	want := Privacy{ClearClipboard: 60, HideSecret: Never, Lock: 60, AllowCapture: true}
	a.Settings.SetPrivacy(want)
	equal(t, "at once", a.Settings.Get().Privacy, want)
	must(t, a.Settings.Save())
	equal(t, "remembered", pinned(t, dir).Settings.Get().Privacy, want)

	must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"privacy":{"clearClipboardSeconds":86400,"hideSecretSeconds":0,"lockSeconds":-7}}`), 0o600))
	equal(t, "instead of nonsense", pinned(t, dir).Settings.Get().Privacy, DefaultPrivacy())
}
