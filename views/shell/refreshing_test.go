package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/toast"
)

func TestServerIsFoundAgainByItself(t *testing.T) {
	r, _ := offlineRig(t)
	if err := r.server.Close(); err != nil { // not only odd: gone
		t.Fatal(err)
	}
	r.find()
	r.pass(2 * time.Second)
	r.wantWarning("Offline since", "Can't reach "+strings.TrimPrefix(r.server.URL(), "http://")+".")
	if err := r.server.Reopen(); err != nil {
		t.Fatal(err)
	}
	r.pass(4 * time.Second)
	if got := r.warning(); got != "" {
		t.Errorf("still says %q", got)
	}
	r.wantSaid("Back online. The list is up to date.")
	if r.keysButton("New").Disabled() {
		t.Error("New still looks as if it did nothing")
	}
	r.shortcut(keyshortcuts.New())
	if n := r.asked("POST", ""); n != 1 {
		t.Errorf("%d keys were made", n)
	}
	r.pass(toast.PassingTime)
	if slices.Contains(r.said(), "Back online. The list is up to date.") {
		t.Error("that it is there again does not go by itself")
	}
}

func TestServerIsAskedLessAndLessOften(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.loseFocus() // which makes no difference
	r.lose()
	r.press(fyne.KeyF5)
	for _, pause := range []time.Duration{2, 4, 8, 16, 32, 60, 60} {
		before := r.lists()
		r.pass(pause*time.Second - time.Millisecond)
		if n := r.lists() - before; n != 0 {
			t.Errorf("asked %d times before %d s were over", n, pause)
		}
		r.pass(time.Second)
		if n := r.lists() - before; n != 1 {
			t.Errorf("asked %d times after %d s", n, pause)
		}
		r.pass(-time.Second + time.Millisecond)
	}
	if said := r.said(); len(said) != 0 {
		t.Errorf("besides the line above the table, it says %q", said)
	}
}

func TestPausesAreSpread(t *testing.T) {
	for range 1000 {
		if d := autorefresh.Spread(time.Minute); d < 48*time.Second || d > 72*time.Second {
			t.Fatalf("a minute became %v", d)
		}
	}
}

func TestListIsReadEveryMinuteWhileTheWindowIsUsed(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
	focus := &lifecycle{}
	r.followFocus(focus)
	count := func(d time.Duration, want int, when string) {
		t.Helper()
		before := r.lists()
		r.pass(d)
		if n := r.lists() - before; n != want {
			t.Errorf("%s: asked %d times in %v, want %d", when, n, d, want)
		}
	}
	count(10*time.Minute, 10, "with the keyboard")
	focus.lost()
	count(10*time.Minute, 0, "without the keyboard")
	before := r.lists()
	focus.gained()
	if n := r.lists() - before; n != 1 {
		t.Errorf("asked %d times on getting the keyboard", n)
	}
	focus.lost()
	focus.gained()
	if n := r.lists() - before; n != 1 {
		t.Errorf("asked %d times on getting it again at once", n)
	}
	count(autorefresh.Pause, 1, "with the keyboard again")
	r.shortcut(shortcutLock())
	count(10*time.Minute, 0, "locked")
	if said := r.said(); len(said) != 0 {
		t.Errorf("says %q", said)
	}
}

func TestFocusFindsTheServerAtOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	focus := &lifecycle{}
	r.followFocus(focus)
	r.lose()
	r.press(fyne.KeyF5)
	r.pass(time.Minute)
	focus.lost()
	r.find()
	focus.gained()
	if got := r.warning(); got != "" {
		t.Errorf("still says %q", got)
	}
}

func TestListIsReadAtOnceAfterSleep(t *testing.T) {
	for _, slept := range []time.Duration{20 * time.Second, time.Hour} {
		r := newRig(t, demo.Options{})
		r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
		before := r.lists()
		r.sleep(slept)
		r.pass(autorefresh.TickPause)
		if n := r.lists() - before; n != 1 {
			t.Errorf("after sleeping for %v: asked %d times", slept, n)
		}
	}
}

func TestReloadThatFailedIsToldOnceAndUntilTheListIsRead(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.lose()
	r.press(fyne.KeyF5)
	r.wantWarning("View only", "response couldn't be read")
	if said := r.said(); len(said) != 0 {
		t.Errorf("besides the line above the table, it says %q", said)
	}
	r.find()
	r.press(fyne.KeyF5)
	if said := r.said(); len(said) != 1 || !strings.Contains(said[0], "Back online") {
		t.Errorf("with the list read it says %q", said)
	}
}

// A user who works in the window must not notice that the list was refreshed.
func TestQuietRefreshIsNotNoticed(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	r.choosePrivacy(func(p *settings.Privacy) { p.HideSecret = settings.Never })
	shown := r.listed()[60].ID
	r.selectKey(shown, 0)
	r.press(fyne.KeyReturn)
	r.openRowMenu(shown)
	r.toastsGone()
	r.scrollList(50, 7)
	top, offset := r.topRow()
	sets := 0
	r.session().Keys().Changed.Subscribe(func(struct{}) { sets++ })
	before, state := r.lists(), r.around()

	r.pass(3*autorefresh.Pause - time.Second)
	if n := r.lists() - before; n < 2 {
		t.Fatalf("asked %d times", n)
	}
	id, at := r.topRow()
	switch {
	case sets != 0 || r.around() != state:
		t.Error("the same list was shown anew")
	case r.cursor() != shown || !r.revealed(shown):
		t.Error("selection or secret did not stay")
	case id != top || at != offset:
		t.Error("the scroll place did not stay")
	case !r.dialogOpen():
		t.Error("the menu was closed")
	case len(r.said()) != 0:
		t.Errorf("says %q", r.said())
	}
}

func TestQuietRefreshShowsWhatOthersDid(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.reveal()
	r.server.SetFaults()
	other, err := client.SignIn(t.Context(), r.server.URL(), r.server.Credentials(), client.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Disable(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	r.pass(autorefresh.Pause)
	if k, _ := r.listedKey(id); k.State != client.StateDisabled {
		t.Errorf("shown as %s", k.State)
	}
	if err := other.Delete(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	r.pass(autorefresh.Pause)
	if _, listed := r.listedKey(id); listed || r.revealed(id) {
		t.Error("a key deleted elsewhere is still shown, or its secret")
	}
}
