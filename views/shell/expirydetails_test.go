package shell

import (
	"testing"
	"time"

	"accesskeys/client/demo"
)

// A row is marked only when the key expires soon, and one with a short life only in its last quarter.
func TestDetailsTellHowLongAKeyStillLasts(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	id := r.enabledKeys()[0]
	for left, want := range map[time.Duration]string{200 * day: "Expires in 200 days", time.Hour + time.Minute: "Expires in 1 hour"} {
		r.endsIn(left, id)
		r.list().Actions.Tools.OnDetails(id)
		r.says("Expires At", want)
		r.closeDialog()
	}
}
