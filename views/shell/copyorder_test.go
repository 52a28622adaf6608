package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/topbar"
)

func TestSecretThatComesLateReplacesNothingThatWasCopiedSince(t *testing.T) {
	r := newRig(t, demo.Options{})
	ids := r.enabled(2)
	first, second := ids[0], ids[1]
	copyLate := func() (arrives func()) {
		r.toastsGone()
		r.selectKey(first, 0)
		arrives = r.late(func() { r.shortcut(&fyne.ShortcutCopy{}) })
		r.selectKey(second, 0)
		return arrives
	}

	arrives := copyLate()
	r.shortcut(keyshortcuts.CopyID())
	arrives()
	if said := r.said(); r.clip.Held() || !slices.Equal(said, []string{"Copied the ID " + second}) {
		t.Errorf("after the ID of another key, it says %q; a secret is on the clipboard: %v", said, r.clip.Held())
	}

	arrives = copyLate()
	r.shortcut(&fyne.ShortcutCopy{})
	arrives()
	if said := r.said(); !r.clip.secret.Equal(r.server.SecretOf(second)) || !slices.Equal(said, []string{"Copied the secret of " + second}) {
		t.Errorf("after the secret of another key, it says %q", said)
	}
}

func TestClearingIsNotSaidAfterALaterCopy(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.toastsGone()
	r.copySecret()
	cleared := r.late(func() { r.shortcut(topbar.ShortcutClear()) })
	r.shortcut(keyshortcuts.CopyID())
	cleared()
	if said := r.said(); !slices.Equal(said, []string{"Copied the ID " + r.cursor()}) {
		t.Errorf("it says %q", said)
	}
}
