package banner

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// Text that is cut fills its lines, and ends in a single ellipsis, even if it is cut after an ellipsis.
func TestTextThatIsCutEndsInOneEllipsis(t *testing.T) {
	test.NewTempApp(t)
	for what, begins := range map[string]string{"Connecting…": "Connecting…", "Offline.": "Offline. The"} {
		b := New(tooltip.New(nil))
		b.Show(what, "The server can't be reached. Check the address, your network and any port forwarding.")
		b.Fit(3000, 100)
		if b.tip.Message != "" || b.More.Visible() {
			t.Error("a tip covers what is below, or More is offered, though nothing is cut")
		}
		b.Fit(400, 0)
		if b.tip.Message != b.Text() || !b.More.Visible() {
			t.Errorf("the tip says %q; More is offered: %v", b.tip.Message, b.More.Visible())
		}
		if got := b.lines[0].Line.Text; !strings.HasPrefix(got, begins) || !strings.HasSuffix(got, "…") || strings.HasSuffix(got, "……") {
			t.Errorf("it shows %q", got)
		}
		for width := float32(150); width < 500; width++ {
			b.Fit(width, 0)
			if got := b.lines[0].Line.Text; !strings.HasSuffix(got, "…") || strings.HasSuffix(got, "……") || strings.HasSuffix(got, ".…") {
				t.Errorf("at %v, it shows %q", width, got)
			}
		}
	}
}

// The rows below do not move each time that something is tried again.
func TestBarStaysAsHighWhileItIsTriedAgain(t *testing.T) {
	test.NewTempApp(t)
	const why = "The server can't be reached: nothing answers on port 33749 of 127.0.0.1. Check the address and any port forwarding."
	two := HeightOf(2) // as much as a small window has room for
	for width := float32(250); width < 1200; width += 10 {
		b := New(tooltip.New(nil))
		b.Show("View only. Offline since 03:12. Next try in 3 s.", why)
		before := b.Fit(width, two)
		b.Show("View only. Offline since 03:12. Connecting…", why)
		if after := b.Fit(width, two); after != before {
			t.Errorf("%v wide, its height changes from %v to %v", width, before, after)
		}
	}
}

// The rows below do not move when a reminder gives way to trouble of two lines, nor where there is room for one line only.
func TestBarIsAsHighWithOneLineAsWithTwo(t *testing.T) {
	test.NewTempApp(t)
	for _, spare := range []float32{0, HeightOf(2) - 1, HeightOf(2), 500} {
		b := New(tooltip.New(nil))
		b.Show("2 keys expire within 30 days.", "")
		b.Offer("Show", "Dismiss", true)
		before := b.Fit(900, spare)
		b.Show("View only. Offline since 03:12. Next try in 3 s.", "The server can't be reached: nothing answers.")
		b.Offer("Try Now", "", false)
		if after := b.Fit(900, spare); after != before || before > max(spare, least+Gap) {
			t.Errorf("with %v to spare, its height changes from %v to %v", spare, before, after)
		}
	}
}

// The text touched the edges, most of all where it had many lines.
func TestTextKeepsClearOfTheEdgesWhereThereIsRoom(t *testing.T) {
	test.NewTempApp(t)
	b := New(tooltip.New(nil))
	for _, why := range []string{"", "Short.", strings.Repeat("The server can't be reached. ", 8), strings.Repeat("It is long. ", 90)} {
		b.Show("View only. Offline since 03:12. Next try in 3 s.", why)
		if height := b.Fit(700, 500) - Gap; height < float32(b.lineCount())*style.LineHeight+2*pad {
			t.Errorf("%d lines have %v", b.lineCount(), height)
		}
	}
	for spare := float32(0); spare < 200; spare++ {
		if height := b.Fit(700, spare); height > max(spare, least+Gap) {
			t.Errorf("with %v to spare it takes %v", spare, height)
		}
	}
}

func TestHighlightDoesNotLookLikeTheFocusRing(t *testing.T) {
	test.NewTempApp(t)
	b := New(tooltip.New(nil))
	b.Show("Offline.", "")
	plain := b.ground.Rect.StrokeColor
	b.Highlight(func(time.Duration, func()) func() { return func() {} })
	if edge := b.ground.Rect.StrokeColor; edge == plain || edge == style.Color(b.ground, theme.ColorNamePrimary) {
		t.Errorf("the edge is %v", edge)
	}
}
