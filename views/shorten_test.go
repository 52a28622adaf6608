package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"", 3, ""},
		{"abc", 3, "abc"},
		{"abcd", 3, "ab…"},
		{"密钥密", 3, "密钥密"},
		{"密钥密钥", 3, "密钥…"},
	} {
		if got := shorten(c.text, c.most); got != c.want {
			t.Errorf("shorten(%q, %d) is %q", c.text, c.most, got)
		}
	}
}

func TestWrapped(t *testing.T) {
	signedOutRig(t, demo.Options{}) // for its face
	text := "some words, " + strings.Repeat("x", 100) + " and the end"
	lines := wrapped(text, 120, sizeCaption)
	for _, line := range lines {
		if measure(line, sizeCaption, fyne.TextStyle{}) > 120 {
			t.Errorf("%q is wider than it may be", line)
		}
	}
	bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	if got := bare(strings.Join(lines, "")); got != bare(text) {
		t.Errorf("it says %q", got)
	}
	if lines := wrapped("two words", 1000, sizeCaption); len(lines) != 1 || lines[0] != "two words" {
		t.Errorf("what fits is %q", lines)
	}
}

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
