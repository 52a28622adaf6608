package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
)

func TestMessagesWithoutRoomWait(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(windowWidth, 430), 1)
	for _, c := range "abcd" {
		r.tellError(strings.Repeat(string(c), toast.LongestToast))
	}
	r.resize(fyne.NewSize(windowWidth, 430), 1)
	visible := func() (first string) {
		for _, shown := range r.messages() {
			if shown.visible {
				first += shown.text[:1]
			}
		}
		return first
	}
	all := visible()
	if !strings.HasSuffix(all, "d") || all == "abcd" {
		t.Fatalf("there is room for %q: is the window low enough?", all)
	}
	r.press(fyne.KeyEscape)
	if after := visible(); !strings.HasSuffix("abc", after) || len(after) < len(all) {
		t.Errorf("after %q was to be seen, %q is", all, after)
	}
}

func TestMessageThatIsCutIsToldWhole(t *testing.T) {
	r := newRig(t, demo.Options{})
	long := strings.Repeat("word ", toast.LongestToast)
	r.tellError(long)
	shown := r.messages()[len(r.messages())-1]
	if len([]rune(shown.shown)) != toast.LongestToast || shown.whole != long {
		t.Errorf("%d characters are shown, and %q explained", len(shown.shown), style.Shorten(shown.whole, 40))
	}
}
