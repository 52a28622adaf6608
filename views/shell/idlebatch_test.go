package shell

import (
	"testing"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client/demo"
)

func TestDoesNotLockWhileTheUserWaitsForABatch(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	r.watchIdle()
	ids := r.enabled(3)
	r.batch(keys.OpDisable, ids)
	r.hold = true
	r.answerDialog()
	r.pass(7 * time.Minute)
	if r.locked() {
		t.Fatal("locked, which stops the batch")
	}
	r.release()
	if n := r.asked("PUT", "/disable"); n != len(ids) {
		t.Errorf("%d of %d keys were disabled", n, len(ids))
	}
	r.pass(5 * time.Minute)
	if !r.locked() {
		t.Error("not locked after the batch")
	}
}
