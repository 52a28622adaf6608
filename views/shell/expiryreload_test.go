package shell

import (
	"slices"
	"testing"

	"accesskeys/app/keys"
	"accesskeys/client/demo"
)

func TestReloadDropsFromTheKeysThatExpireSoonWhatDoesNoMore(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	ids := r.enabledKeys()
	r.endsIn(20*day, ids[0])
	r.endsIn(3*day, ids[1])
	r.tapButton("Show")
	r.elsewhere(keys.OpDisable, ids[1])
	r.reload()
	if got := r.ids(); !slices.Equal(got, ids[:1]) {
		t.Errorf("it shows %q, not %q", got, ids[:1])
	}
	r.elsewhere(keys.OpDisable, ids[0])
	r.reload()
	if got := r.ids(); len(got) < 3 {
		t.Errorf("without any, it shows %q", got)
	}
}
