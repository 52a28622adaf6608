package toast

import (
	"strings"
	"testing"

	"accesskeys/views/kit/style"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// While a low page has no room over it, messages take no more from it than it allows.
func TestMessagesBelowAPageTakeLittleOfIt(t *testing.T) {
	r := newRig(t)
	size, moved := fyne.NewSize(480, 360), 0
	r.Room = func() Room { return Room{Most: 52} }
	r.OnMoved = func() { moved++ }
	r.win.Resize(size)
	r.Done("done")
	long := strings.Repeat("word ", 60)
	r.Error(long)
	r.wantVisible(t, long)
	if taken := size.Height - r.body.Size().Height; taken == 0 || taken > 52+inset+below {
		t.Errorf("messages take %v", taken)
	}
	if moved == 0 {
		t.Error("nobody is told that the page got lower")
	}
	moved = 0
	r.Clear()
	if r.body.Size() != size || moved != 1 {
		t.Errorf("without messages, the page has %v, of which somebody was told %d times", r.body.Size(), moved)
	}
}

// A page may have room over it in one size, and none in another.
func TestMessagesFollowThePageToItsRoom(t *testing.T) {
	r := newRig(t)
	over := Room{At: fyne.NewPos(700, 50), Size: fyne.NewSize(321, 72)}
	r.Room = func() Room {
		if r.body.Size().Height < 500 {
			return Room{Most: 52}
		}
		return over
	}
	r.Done("done")
	for _, height := range []float32{400, 740, 450, 740} {
		size := fyne.NewSize(1021, height)
		r.win.Resize(size)
		at, isBelow := r.Layer.Position(), r.body.Size().Height < height
		if wanted := height < 500; isBelow != wanted || !wanted && at != over.At || wanted && at.Y != r.body.Size().Height {
			t.Errorf("in %v, the page has %v, and messages are at %v", size, r.body.Size(), at)
		}
	}
}

// The page may allow more or less below it, as when another page is shown, without a message getting other room.
func TestMessageKeepsItsHeightAsItsLimitChanges(t *testing.T) {
	r := newRig(t)
	limit := float32(52)
	r.Room = func() Room { return Room{Most: limit} }
	r.Done("done")
	limit = 60
	r.Relayout()
	if o := r.Shown[0].Object; o.Size().Height != o.MinSize().Height {
		t.Errorf("it is %v high, and needs %v", o.Size().Height, o.MinSize().Height)
	}
}

func TestTheLinesOfAMessageAreAboutAsLong(t *testing.T) {
	r := newRig(t)
	r.Room = func() Room { return Room{Size: fyne.NewSize(1000, 200)} }
	text := strings.Repeat("word ", 10) + "end"
	r.Note(text)
	one := r.Shown[0].Object.Size()
	r.Note(text + strings.Repeat(" more", 4))
	two := r.Shown[1].Object.Size()
	if two.Height <= one.Height || two.Width > one.Width*4/5 {
		t.Errorf("on one line it is %v large, and with some words more %v", one, two)
	}
}

func TestAMessageIsNotSoNarrowThatAnIDIsBroken(t *testing.T) {
	for _, length := range []int{20, 25, 30, 35} {
		r := newRig(t)
		r.Room = func() Room { return Room{Size: fyne.NewSize(1000, 200)} }
		id := "AK" + strings.Repeat("W", length-2)
		r.Note("Couldn't fetch the secret of " + id + ". The server can't be reached. Check it.")
		shown := r.Shown[0]
		lines := style.Wrapped(shown.Message.Text, shown.Message.Size().Width-2*theme.InnerPadding(), style.SizeText)
		if !strings.Contains(strings.Join(lines, "\n"), id) {
			t.Errorf("%d characters: it says %q", length, lines)
		}
	}
}
