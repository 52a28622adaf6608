package silence

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
)

func newTeller(t *testing.T) *teller {
	test.NewTempApp(t)
	tasks := background.New(context.Background(), time.Minute)
	tasks.Post = func(update func()) { update() }
	tasks.Timer = func(time.Duration, func()) func() { return func() {} }
	return &teller{win: &page.Window{Tasks: tasks, Toasts: toast.New(tasks, control.NewTips(tasks))}}
}

func (l *teller) wantSaid(t *testing.T, want ...string) {
	t.Helper()
	var said []string
	for _, shown := range l.win.Toasts.Shown {
		said = append(said, shown.Text)
	}
	if !slices.Equal(said, want) {
		t.Errorf("it says %q, want %q", said, want)
	}
}

func TestSilenceIsToldInOneMessageUntilNothingWaits(t *testing.T) {
	l := newTeller(t)
	one, other := &task{teller: l}, &task{teller: l}
	one.tell(10 * time.Second)
	l.wantSaid(t, "The server hasn't answered for 10 s. Still trying…")
	other.tell(10 * time.Second)
	one.tell(20 * time.Second)
	l.wantSaid(t, "The server hasn't answered for 20 s. Still trying…")
	one.tell(0)
	one.tell(0) // it has ended, too
	l.wantSaid(t, "The server hasn't answered for 20 s. Still trying…")
	other.tell(0)
	l.wantSaid(t)
}

func TestDismissedMessageOfSilenceStaysAwayUntilThatIsOver(t *testing.T) {
	l := newTeller(t)
	w := &task{teller: l}
	w.tell(10 * time.Second)
	l.win.Toasts.Dismiss()
	w.tell(20 * time.Second)
	l.wantSaid(t)
	w.tell(0)
	w.tell(10 * time.Second)
	l.wantSaid(t, "The server hasn't answered for 10 s. Still trying…")
}
