package shell

import (
	"strings"
	"testing"

	"accesskeys/client/demo"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
)

func TestMessageThatIsCutIsToldWhole(t *testing.T) {
	r := newRig(t, demo.Options{})
	long := strings.Repeat("word ", toast.LongestToast)
	r.tellError(long)
	shown := r.messages()[len(r.messages())-1]
	if len([]rune(shown.shown)) != toast.LongestToast || shown.whole != long {
		t.Errorf("%d characters are shown, and %q explained", len(shown.shown), style.Shorten(shown.whole, 40))
	}
}
