package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPrivacyIsRememberedAndNonsenseIsNot(t *testing.T) {
	dir := t.TempDir()
	a := opened(dir)
	equal(t, "at first", a.Get().Privacy, DefaultPrivacy())
	want := Privacy{ClearClipboard: 60, HideSecret: Never, Lock: 60, AllowCapture: true}
	a.SetPrivacy(want)
	equal(t, "at once", a.Get().Privacy, want)
	must(t, a.Save())
	equal(t, "remembered", opened(dir).Get().Privacy, want)

	must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"privacy":{"clearClipboardSeconds":86400,"hideSecretSeconds":0,"lockSeconds":-7}}`), 0o600))
	equal(t, "instead of nonsense", opened(dir).Get().Privacy, DefaultPrivacy())
}
