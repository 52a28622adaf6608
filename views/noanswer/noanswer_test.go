package noanswer

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"accesskeys/client/delay"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/kit/tooltip"
)

func newTeller(t *testing.T) *teller {
	test.NewTempApp(t)
	tasks := background.New(context.Background(), time.Minute)
	tasks.Post = func(update func()) { update() }
	tasks.Timer = func(time.Duration, func()) func() { return func() {} }
	return &teller{win: &page.Window{Tasks: tasks, Toasts: toast.New(tasks, tooltip.New(tasks))}}
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
	one, other := &task{}, &task{}
	l.tell(one, delay.Delay{Silent: 10 * time.Second})
	l.wantSaid(t, "The server hasn't answered for 10 s. Still trying…")
	l.tell(other, delay.Delay{Silent: 10 * time.Second})
	l.tell(one, delay.Delay{Silent: 20 * time.Second})
	l.wantSaid(t, "The server hasn't answered for 20 s. Still trying…")
	l.tell(one, delay.Delay{Asked: 20 * time.Second})
	l.wantSaid(t, "The server asks to wait for 20 s. Waiting…")
	l.tell(one, delay.Delay{Silent: 20 * time.Second})
	l.tell(one, delay.Delay{})
	l.tell(one, delay.Delay{}) // it has ended, too
	l.wantSaid(t, "The server hasn't answered for 20 s. Still trying…")
	l.tell(other, delay.Delay{})
	l.wantSaid(t)
}

func TestDismissedMessageOfSilenceStaysAwayUntilThatIsOver(t *testing.T) {
	l := newTeller(t)
	w := &task{}
	l.tell(w, delay.Delay{Silent: 10 * time.Second})
	l.win.Toasts.Dismiss()
	l.tell(w, delay.Delay{Silent: 20 * time.Second})
	l.wantSaid(t)
	l.tell(w, delay.Delay{})
	l.tell(w, delay.Delay{Silent: 10 * time.Second})
	l.wantSaid(t, "The server hasn't answered for 10 s. Still trying…")
}

func TestOnlyWhatMayBeStoppedIsOfferedToBe(t *testing.T) {
	l := newTeller(t)
	stopped := 0
	may := &task{func() { stopped++ }}
	l.tell(may, delay.Delay{Silent: 10 * time.Second})
	test.Tap(l.win.Toasts.Shown[0].Action)
	if stopped != 1 {
		t.Errorf("stopped %d times", stopped)
	}
	l.tell(may, delay.Delay{})
	l.tell(may, delay.Delay{Silent: 10 * time.Second})
	l.tell(&task{}, delay.Delay{Silent: 10 * time.Second})
	if label := l.win.Toasts.Shown[0].Action.Text; label != "" {
		t.Errorf("it offers to %s what may be left half done", label)
	}
}
