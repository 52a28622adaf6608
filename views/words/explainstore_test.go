package words

import (
	"errors"
	"strings"
	"testing"

	"accesskeys/app/keyring"
	"accesskeys/app/store"
)

// The system's own words for a file error are for the log only.
func TestFilesThatFailAreExplainedInSentences(t *testing.T) {
	said := map[string]bool{}
	for _, kind := range []store.Kind{store.KindFull, store.KindQuota, store.KindReadOnly, store.KindPermission, store.KindName,
		store.KindMissing, store.KindOccupied, store.KindDisk, store.KindBusy, store.KindOther} {
		err := error(&store.Error{Kind: kind, Path: "/home/a/settings.json", Err: errors.New("write /home/a/.x.tmp: raw")})
		for _, err := range []error{err, &keyring.Error{Kind: keyring.Busy, Err: err}} {
			s := Explain(err)
			if strings.Contains(s, "raw") || strings.Contains(s, "tmp") || strings.Contains(s, "{{") || !strings.HasSuffix(s, ".") || strings.Contains(s, "..") {
				t.Errorf("%s: %q", kind, s)
			}
			said[s] = true
		}
		if s := LoggedOutBut("", err); !strings.HasPrefix(s, "Logged out, but couldn't save the change. ") {
			t.Errorf("%s: %q", kind, s)
		}
	}
	if len(said) != 10 {
		t.Errorf("%d sentences for 10 kinds", len(said))
	}
	both := errors.Join(&store.Error{Kind: store.KindFull, Err: errors.New("raw")}, &keyring.Error{Kind: keyring.Timeout})
	if s := LoggedOutBut("", both); !strings.Contains(s, "keyring may still hold") {
		t.Errorf("both fail: %q", s)
	}
}
