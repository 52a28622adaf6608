package shell

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/client/demo"
)

// The settings' folder is a file here, so that writing fails for root too.
func TestSettingsThatCannotBeWrittenAreToldInSentences(t *testing.T) {
	r := newRig(t, demo.Options{})
	if err := errors.Join(os.RemoveAll(r.dir), os.WriteFile(r.dir, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	why := "The folder of " + filepath.Join(r.dir, "settings.json") + " is missing. Create it, then try again."
	r.saveSettings()
	if want := "Your change applies until you quit, but couldn't be saved. " + why; r.said()[len(r.said())-1] != want {
		t.Errorf("said %q, want %q", r.said(), want)
	}
	r.hold = true
	r.saveSettings()
	if said := r.said(); len(said) != 0 {
		t.Errorf("while it is tried again, it says %q", said)
	}
	r.release()
	r.logOut(true)
	last := r.said()[len(r.said())-1]
	if want := "Logged out, but couldn't save the change. "; !strings.HasPrefix(last, want) || !strings.Contains(last, filepath.Base(r.dir)) || strings.Contains(last, "not a directory") {
		t.Errorf("said %q, want %q and why", last, want)
	}
}
