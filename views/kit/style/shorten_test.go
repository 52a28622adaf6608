package style

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
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
		if got := Shorten(c.text, c.most); got != c.want {
			t.Errorf("shorten(%q, %d) is %q", c.text, c.most, got)
		}
	}
}

func TestFittedBeforeKeepsTheEnd(t *testing.T) {
	test.NewTempApp(t) // for its face
	const start, end = "AK6lG5YiXeaNdNnjSegN", "AAWrZx"
	whole := Measure(start+end, SizeText, fyne.TextStyle{})
	if got := FittedBefore(end, start, whole, SizeText); got != start+end {
		t.Errorf("what fits is %q", got)
	}
	for _, width := range []float32{whole - 1, whole / 2} {
		got := FittedBefore(end, start, width, SizeText)
		if !strings.HasPrefix(got, "AK") || !strings.HasSuffix(got, "…"+end) || Measure(got, SizeText, fyne.TextStyle{}) > width {
			t.Errorf("in %v of %v it is %q", width, whole, got)
		}
	}
	const narrow = float32(30)
	if got := FittedBefore(end, start, narrow, SizeText); Measure(got, SizeText, fyne.TextStyle{}) > narrow {
		t.Errorf("without room for the end it is %q", got)
	}
}

func TestFittedToIDKeepsWhatTellsApart(t *testing.T) {
	test.NewTempApp(t) // for its face
	for _, c := range []struct{ whole, end, id string }{
		{"optimizer.example.com (…3CyJ)", "… (…3CyJ)", "…3CyJ"},
		{"Key of optimizer.example.com (…3CyJ)", "… (…3CyJ)", "…3CyJ"},
		{"127.0.0.1:28363（…KHRA）的密钥", "…（…KHRA）的密钥", "…KHRA"},
		{"Production in the far east", "…", "P…"},
	} {
		whole := Measure(c.whole, SizeText, fyne.TextStyle{})
		if got := FittedToID(c.whole, whole, SizeText); got != c.whole {
			t.Errorf("what fits is %q", got)
		}
		width := whole - 10
		if got := FittedToID(c.whole, width, SizeText); !strings.HasPrefix(got, c.whole[:4]) || !strings.HasSuffix(got, c.end) || Measure(got, SizeText, fyne.TextStyle{}) > width {
			t.Errorf("in %v of %v it is %q", width, whole, got)
		}
		width = max(Measure(c.id, SizeText, fyne.TextStyle{}), 1)
		if got := FittedToID(c.whole, width, SizeText); got != c.id {
			t.Errorf("in %v of %v it is %q", width, whole, got)
		}
	}
}

func TestWrapped(t *testing.T) {
	test.NewTempApp(t) // for its face
	text := "some words, " + strings.Repeat("x", 100) + " and the end"
	lines := Wrapped(text, 120, SizeCaption)
	for _, line := range lines {
		if Measure(line, SizeCaption, fyne.TextStyle{}) > 120 {
			t.Errorf("%q is wider than it may be", line)
		}
	}
	bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	if got := bare(strings.Join(lines, "")); got != bare(text) {
		t.Errorf("it says %q", got)
	}
	if lines := Wrapped("two words", 1000, SizeCaption); len(lines) != 1 || lines[0] != "two words" {
		t.Errorf("what fits is %q", lines)
	}
}
