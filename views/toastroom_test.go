package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestMessagesWithoutRoomWait(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(windowWidth, 430), 1)
	for _, c := range "abcd" {
		r.w.toasts.Error(strings.Repeat(string(c), longestToast))
	}
	r.resize(fyne.NewSize(windowWidth, 430), 1)
	visible := func() (first string) {
		for _, shown := range r.w.toasts.shown {
			if shown.object.Visible() {
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
	long := strings.Repeat("word ", longestToast)
	r.w.toasts.Error(long)
	shown := r.w.toasts.shown[len(r.w.toasts.shown)-1]
	if len([]rune(shown.message.Text)) != longestToast || shown.whole.message != long {
		t.Errorf("%d characters are shown, and %q explained", len(shown.message.Text), shorten(shown.whole.message, 40))
	}
}
