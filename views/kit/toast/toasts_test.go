package toast

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// rig has messages around a body in a window, and a clock that the test advances.
type rig struct {
	*Toasts
	body   *canvas.Rectangle
	win    fyne.Window
	now    time.Time
	timers []*timer
}

type timer struct {
	at time.Time
	f  func()
}

func newRig(t *testing.T) *rig {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	r := &rig{body: &canvas.Rectangle{}}
	tasks := background.New(context.Background(), time.Minute)
	tasks.Now = func() time.Time { return r.now }
	tasks.Post = func(update func()) { update() }
	tasks.Timer = func(d time.Duration, f func()) func() {
		due := &timer{r.now.Add(d), f}
		r.timers = append(r.timers, due)
		return func() { due.f = func() {} }
	}
	r.Toasts = New(tasks, tooltip.New(tasks))
	r.OnFocusLost = func() {}
	r.win = test.NewTempWindow(t, r.Around(r.body))
	r.win.SetPadded(false)
	r.win.Resize(fyne.NewSize(1221, 740))
	return r
}

func (r *rig) pass(d time.Duration) {
	r.now = r.now.Add(d)
	due := r.timers
	r.timers = nil
	for _, t := range due {
		if t.at.After(r.now) {
			r.timers = append(r.timers, t)
		} else {
			t.f()
		}
	}
}

func (r *rig) expect(t *testing.T, want ...string) {
	t.Helper()
	var said []string
	for _, shown := range r.Shown {
		said = append(said, shown.Text)
	}
	if !slices.Equal(said, want) {
		t.Errorf("says %q, want %q", said, want)
	}
}

func TestNewerMessageReplacesTheOlderOfItsSubject(t *testing.T) {
	r := newRig(t)
	r.About("key 1").Error("Not disabled 1")
	r.About("key 2").Done("Disabled 2")
	r.About("key 1").Done("Disabled 1")
	r.expect(t, "Disabled 2", "Disabled 1")
	r.About("key 2").Withdraw()
	r.expect(t, "Disabled 1")
	r.Hint("one hint")
	r.Hint("another")
	r.expect(t, "Disabled 1", "another")
}

func TestTwoMessagesAtMost(t *testing.T) {
	for _, c := range []struct {
		name string
		say  func(r *rig)
		want []string
	}{
		{"the oldest goes", func(r *rig) { r.Done("a"); r.Note("b"); r.Done("c") }, []string{"b", "c"}},
		{"but no error before what is none", func(r *rig) { r.Error("a"); r.Note("b"); r.Done("c") }, []string{"a", "c"}},
		{"nor what is unknown", func(r *rig) { r.Unknown("a"); r.Note("b"); r.Done("c") }, []string{"a", "c"}},
		{"nor what offers something", func(r *rig) {
			r.About("key").Offering(Offer{Label: "Undo", Take: func() {}}).Done("a")
			r.Note("b")
			r.Done("c")
		}, []string{"a", "c"}},
		{"of errors the oldest", func(r *rig) { r.Error("a"); r.Error("b"); r.Done("c") }, []string{"b", "c"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t)
			c.say(r)
			r.expect(t, c.want...)
		})
	}
}

func TestEveryMessageDisappearsByItself(t *testing.T) {
	r := newRig(t)
	r.Error("an error")
	r.Done("done")
	r.pass(PassingTime)
	r.expect(t, "an error")
	r.pass(ReadingTime - PassingTime)
	r.expect(t)
}

func TestNoMessageDisappearsUnseen(t *testing.T) {
	r := newRig(t)
	r.Hold()
	r.Done("behind the lock page")
	r.pass(PassingTime)
	if r.body.Size().Height != 740 {
		t.Error("what is held back takes room")
	}
	r.Release()
	r.expect(t, "behind the lock page")
	r.pass(PassingTime)
	r.expect(t)

	away := true
	r.Away = func() bool { return away }
	r.Done("while the user was away")
	r.pass(PassingTime)
	r.expect(t, "while the user was away")
	away = false
	r.pass(PassingTime)
	r.expect(t)
}

// In a lower window than these, the page needs all of the height, and the newest message covers its end.
func TestMessagesCoverNothing(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1221, 740), fyne.NewSize(760, 480), fyne.NewSize(480, 450)} {
		r := newRig(t)
		r.win.Resize(size)
		r.Error(strings.Repeat("word ", 40))
		r.Done("done")
		bottom := r.body.Position().Y + r.body.Size().Height
		for _, shown := range r.Shown {
			if !shown.Object.Visible() {
				continue // it waits
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(shown.Object)
			if end := at.Add(shown.Object.Size()); at.Y < bottom || end.X > size.Width || end.Y > size.Height || at.X < 0 {
				t.Errorf("in %v, %q is from %v to %v; the page ends at %v", size, style.Shorten(shown.Text, 10), at, end, bottom)
			}
		}
		r.Clear()
		if r.body.Size() != size {
			t.Errorf("without messages, the page has %v of %v", r.body.Size(), size)
		}
	}
}

func TestOlderMessageWaitsWhereThereIsNoRoom(t *testing.T) {
	r := newRig(t)
	r.win.Resize(fyne.NewSize(480, 360))
	long := func(c string) string { return strings.Repeat(c+" ", LongestToast/2) }
	r.Error(long("a"))
	r.Error(long("b"))
	if older, newer := r.Shown[0], r.Shown[1]; older.Object.Visible() || !newer.Object.Visible() {
		t.Errorf("the older is shown: %v, the newer: %v", older.Object.Visible(), newer.Object.Visible())
	}
	r.pass(ReadingTime)
	if len(r.Shown) != 1 || !r.Shown[0].Object.Visible() {
		t.Error("the one that waited is not shown after the other")
	}
}

func TestNoMessageThatWasHeldBackIsLost(t *testing.T) {
	r := newRig(t)
	r.Hold()
	r.Error("a")
	r.Error("b")
	r.Error("c")
	r.Clear() // another page is shown behind the lock page
	r.expect(t, "a", "b", "c")
	r.Release()
	r.wantVisible(t, "b", "c")
	r.Done("d")
	r.wantVisible(t, "c", "d")
	r.expect(t, "a", "c", "d")
	r.pass(ReadingTime)
	r.wantVisible(t, "a")
	r.pass(ReadingTime)
	r.expect(t)
}

func (r *rig) wantVisible(t *testing.T, want ...string) {
	t.Helper()
	var visible []string
	for _, shown := range r.Shown {
		if shown.Object.Visible() {
			visible = append(visible, shown.Text)
		}
	}
	if !slices.Equal(visible, want) {
		t.Errorf("shows %q, want %q", visible, want)
	}
}

func TestMessagesStayInTheRoomOfThePage(t *testing.T) {
	r := newRig(t)
	room := Room{At: fyne.NewPos(150, 51), Size: fyne.NewSize(330, 52)}
	r.Room = func() Room { return room }
	told := ""
	r.OnMore = func(message string, _ Offer) { told = message }
	long := strings.Repeat("word ", 60)
	r.Done("done")
	r.Error(long)
	r.wantVisible(t, long)
	shown := r.Shown[1]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(shown.Object)
	end := at.Add(shown.Object.Size())
	if at.X < room.At.X || at.Y < room.At.Y || end.X > 480 || end.Y > 103 || r.body.Size() != r.win.Canvas().Size() {
		t.Errorf("it is from %v to %v, the page %v", at, end, r.body.Size())
	}
	if !strings.HasSuffix(shown.Message.Text, "…") || len(shown.Message.Text) < 20 {
		t.Errorf("it says %q", shown.Message.Text)
	}
	test.Tap(shown.More)
	if told != long {
		t.Errorf("all of it is %q", told)
	}
	room.Size.Height = 300
	r.Relayout()
	r.wantVisible(t, "done", long)
	if shown.Message.Text != long || shown.more.Visible() {
		t.Errorf("where there is room, it says %q", shown.Message.Text)
	}
}

func TestMessageIsMadeBriefBeforeItIsCut(t *testing.T) {
	r := newRig(t)
	const whole = "The ID 0123456789 of this key was copied"
	r.Brief = func(message string) string { return strings.Replace(message, "0123456789", "…9", 1) }
	r.Room = func() Room { return Room{Size: fyne.NewSize(1000, 40)} }
	r.Done(whole)
	shown := r.Shown[0]
	if shown.Message.Text != whole {
		t.Errorf("with room for all of it, it says %q", shown.Message.Text)
	}
	r.Room = func() Room { return Room{Size: fyne.NewSize(shown.Object.Size().Width-40, 40)} }
	r.win.Resize(fyne.NewSize(480, 360))
	if got := shown.Message.Text; got != r.Brief(whole) || shown.more.Visible() || !shown.Whole.Visible() {
		t.Errorf("it says %q, and offers more: %v", got, shown.more.Visible())
	}
	r.Room = func() Room { return Room{Size: fyne.NewSize(250, 40)} }
	r.win.Resize(fyne.NewSize(470, 360))
	if got := shown.Message.Text; !strings.HasPrefix(got, "The ID …9") || !shown.more.Visible() {
		t.Errorf("cut, it says %q", got)
	}
}

func TestRewordedMessageKeepsItsPlace(t *testing.T) {
	for _, room := range []Room{{}, {At: fyne.NewPos(700, 50), Size: fyne.NewSize(521, 72)}} {
		r := newRig(t)
		r.Room = func() Room { return room }
		said := r.About("waiting")
		said.Note("for 10 s")
		at, size := r.Shown[0].Object.Position(), r.Shown[0].Object.Size()
		said.Reword("for 20 s")
		if o := r.Shown[0].Object; o.Position() != at || o.Size() != size {
			t.Errorf("in %v it was at %v with %v, and is at %v with %v", room, at, size, o.Position(), o.Size())
		}
	}
}

func TestTimeThatAMessageWasSeenCounts(t *testing.T) {
	r := newRig(t)
	r.Error("not seen to its end")
	r.Hint("why nothing is done")
	r.pass(2 * time.Second)
	r.Done("what worked")
	r.pass(time.Second)
	r.Hold()
	r.expect(t, "not seen to its end")
	r.pass(time.Hour)
	r.Release()
	r.pass(ReadingTime - 3*time.Second - 1)
	r.expect(t, "not seen to its end")
	r.pass(1)
	r.expect(t)
}

func TestHintIsCheckedWhileItIsShown(t *testing.T) {
	r := newRig(t)
	looks, holds := 0, true
	for range 3 {
		r.HintWhile("busy", func() bool { looks++; return holds })
	}
	r.pass(holdsCheck)
	if looks != 1 {
		t.Errorf("%d looks at a time", looks)
	}
	holds = false
	r.pass(holdsCheck)
	r.expect(t)
	holds = true
	r.HintWhile("busy", func() bool { looks++; return holds })
	r.pass(PassingTime)
	r.pass(holdsCheck)
	r.expect(t)
	if len(r.timers) != 0 {
		t.Error("a hint is watched that is gone")
	}
}

func TestDoneNoteIsShownLongAndSurvivesALock(t *testing.T) {
	r := newRig(t)
	about := r.About("copy")
	for _, c := range []struct {
		say  func(string)
		sign fyne.Resource
	}{{about.DoneNote, style.DoneSign()}, {about.DoneWarning, style.WarningSign()}} {
		c.say("Copied. Works once.")
		r.pass(PassingTime - 1)
		r.Hold()
		r.Release()
		r.expect(t, "Copied. Works once.")
		if got := r.Shown[0].icon().Name(); got != c.sign.Name() {
			t.Errorf("its sign is %s, not %s", got, c.sign.Name())
		}
	}
}

func TestMessageIsWithdrawnOnceItWasRead(t *testing.T) {
	r := newRig(t)
	r.Error("old")
	r.pass(PassingTime)
	r.WithdrawRead("old")
	r.expect(t)

	r.Error("new")
	for range 3 {
		r.pass(PassingTime / 4)
		r.WithdrawRead("new")
		r.expect(t, "new")
	}
	r.pass(PassingTime / 4)
	r.expect(t)

	r.Error("unseen")
	r.Hold()
	r.WithdrawRead("unseen")
	r.pass(time.Hour)
	r.Release()
	r.expect(t, "unseen")
	r.pass(PassingTime)
	r.expect(t)
}
