package views

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/app"
	"accesskeys/app/store"
	"accesskeys/client/demo"
)

// What a file's error says in the system's words is for the log.
func TestFilesThatFailAreExplainedInSentences(t *testing.T) {
	said := map[string]bool{}
	for _, kind := range []store.Kind{store.KindFull, store.KindQuota, store.KindReadOnly, store.KindPermission, store.KindName,
		store.KindMissing, store.KindOccupied, store.KindDisk, store.KindBusy, store.KindOther} {
		err := error(&store.Error{Kind: kind, Path: "/home/a/settings.json", Err: errors.New("write /home/a/.x.tmp: raw")})
		for _, err := range []error{err, &app.KeyringError{Kind: app.KeyringBusy, Err: err}} {
			s := explain(err)
			if strings.Contains(s, "raw") || strings.Contains(s, "tmp") || strings.Contains(s, "{{") || !strings.HasSuffix(s, ".") || strings.Contains(s, "..") {
				t.Errorf("%s: %q", kind, s)
			}
			said[s] = true
		}
		if s := loggedOutBut(err); !strings.HasPrefix(s, "Logged out, but that could not be saved. ") {
			t.Errorf("%s: %q", kind, s)
		}
	}
	if len(said) != 10 {
		t.Errorf("%d sentences for 10 kinds", len(said))
	}
	both := errors.Join(&store.Error{Kind: store.KindFull, Err: errors.New("raw")}, &app.KeyringError{Kind: app.KeyringTimeout})
	if s := loggedOutBut(both); !strings.Contains(s, "keyring may still hold") {
		t.Errorf("both fail: %q", s)
	}
}

// The settings' folder is a file here, as it can be for root too.
func TestSettingsThatCannotBeWrittenAreToldInSentences(t *testing.T) {
	r := newRig(t, demo.Options{})
	if err := errors.Join(os.RemoveAll(r.dir), os.WriteFile(r.dir, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	why := "The folder of " + filepath.Join(r.dir, "settings.json") + " is missing, or something else is in its place. Create the folder, then try again."
	r.w.save()
	if want := "Your choice holds until you quit, but could not be saved. " + why; r.said()[len(r.said())-1] != want {
		t.Errorf("said %q, want %q", r.said(), want)
	}
	r.w.logOut(r.w.session, true, "")
	last := r.said()[len(r.said())-1]
	if want := "Logged out, but that could not be saved. "; !strings.HasPrefix(last, want) || !strings.Contains(last, filepath.Base(r.dir)) || strings.Contains(last, "not a directory") {
		t.Errorf("said %q, want %q and why", last, want)
	}
}
