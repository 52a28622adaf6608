package session

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/listcache"
	"accesskeys/client"
)

// TestListThatIsTooLongIsNotKept has a list on disk be followed by one that is too long for it.
func TestListThatIsTooLongIsNotKept(t *testing.T) {
	for name, tt := range map[string]struct {
		keys int
		user string
		kept bool
	}{
		"many":                 {10_000, "u1", true},
		"too many":             {listcache.MaxCached + 1, "u1", false},
		"too much to say each": {listcache.MaxCached, strings.Repeat("<", 128), false},
	} {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && tt.keys == listcache.MaxCached {
				t.Skip("makes 90 MB of JSON")
			}
			d := newComputer(t, "AK1")
			a, s := d.signedIn()
			before := d.content()
			for i := range tt.keys - 1 {
				d.backend.Keys = append(d.backend.Keys, client.AccessKey{ID: fmt.Sprintf("K%d", i), UserID: tt.user, State: client.StateEnabled})
			}
			d.now = d.now.Add(time.Hour)
			check.Must(t, s.Keys().Load(t.Context()))
			check.Must(t, a.Sessions.KeepList(s))
			if !tt.kept {
				d.wantNoFile(name)
			} else if d.content() == before {
				t.Error("the list on disk is the one of before")
			}
			_, s = d.restarted()
			check.Equal(t, "a list at the next start", len(s.Keys().All()) > 0, tt.kept)
		})
	}
}
