package words

import (
	"strings"
	"testing"
	"time"

	"accesskeys/client"
)

// A server that refuses requests because of the time has answered, so the app is not offline.
func TestOtherClocksAreNotOffline(t *testing.T) {
	now := time.Now()
	err := &client.Error{Kind: client.KindClock, ServerTime: now.Add(48 * time.Hour)}
	for _, said := range []string{Unavailable(err, now, now), ViewOnly(err)} {
		if strings.Contains(said, "ffline") || !strings.Contains(said, "clocks differ") {
			t.Errorf("it says %q", said)
		}
	}
	if err := (&client.Error{Kind: client.KindUnreachable}); !strings.Contains(ViewOnly(err), "Offline") {
		t.Errorf("unreachable: %q", ViewOnly(err))
	}
}
