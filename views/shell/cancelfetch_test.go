package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/background"
)

func TestAFetchThatWasAskedForAgainCanBeCancelledAgain(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.cursor()
	r.hold = true
	for range 2 {
		r.toggleSecret(id) // shows
		r.toggleSecret(id) // cancels
	}
	r.release()
	if r.revealed(id) {
		t.Error("the secret is shown")
	}
}

func TestFetchingASecretCanBeCancelled(t *testing.T) {
	enter := func(r *rig, _ string) { r.press(fyne.KeyReturn) }
	copies := func(r *rig, _ string) { r.shortcut(&fyne.ShortcutCopy{}) }
	escape := func(r *rig, _ string) { r.press(fyne.KeyEscape) }
	link := func(r *rig, id string) { r.clickLink(id, false) }
	for name, tt := range map[string]struct {
		ask, cancel func(*rig, string)
		after       time.Duration
	}{
		"show, Escape":              {enter, escape, 0},
		"show, Escape, slow":        {enter, escape, time.Second},
		"show, Enter":               {enter, enter, 0},
		"show, Enter, slow":         {enter, enter, time.Second},
		"show, the link":            {link, link, time.Second},
		"copy, Escape":              {copies, escape, 0},
		"copy, Enter, slow":         {copies, enter, time.Second},
		"copy, the link, slow":      {copies, link, time.Second},
		"show, the menu, slow":      {enter, func(r *rig, id string) { r.openRowMenu(id); r.pick("Cancel Fetching, Enter") }, time.Second},
		"show and copy, Escape":     {func(r *rig, id string) { enter(r, id); copies(r, id) }, escape, time.Second},
		"show and copy, the link":   {func(r *rig, id string) { link(r, id); copies(r, id) }, link, time.Second},
		"show, Escape, moved along": {enter, func(r *rig, id string) { r.press(fyne.KeyDown); escape(r, id) }, time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.chooseEnabled()
			r.toastsGone()
			before := len(r.recorded())
			r.hold = true
			tt.ask(r, id)
			r.pass(tt.after)
			if says := r.rowOf(id).Links.Show.Label.Text; (says == "Cancel") != (tt.after > background.SlowAfter) {
				t.Errorf("after %s, the link says %q", tt.after, says)
			}
			tt.cancel(r, id)
			r.release()
			if r.revealed(id) || r.clip.Held() {
				t.Errorf("shown: %v, copied: %v", r.revealed(id), r.clip.Held())
			}
			if n := r.asked("GET", id); n != 0 {
				t.Error("the server was asked all the same")
			}
			if said := r.said(); len(said) > 0 {
				t.Errorf("it says %q", said)
			}
			for _, e := range r.recorded()[before:] {
				if e != "show failed cancelled" && e != "copy secretfailed cancelled" {
					t.Errorf("recorded is %q", e)
				}
			}
			if says := r.rowOf(id).Links.Show.Label.Text; says != "Show" {
				t.Errorf("the link says %q after that", says)
			}
			r.pass(time.Second)
			if r.toggleSecret(id); !r.revealed(id) {
				t.Error("it cannot be shown after that")
			}
		})
	}
}

func TestASecretThatIsWantedAgainAfterAllIsFetchedAgain(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.hold = true
	for range 3 {
		r.press(fyne.KeyReturn)
	}
	r.release()
	if !r.revealed(id) {
		t.Error("the secret is not shown")
	}
}

func TestEscapeDoesAsBeforeWhileNothingIsFetched(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyReturn)
	r.shortcut(keyshortcuts.Select())
	r.press(fyne.KeyEscape)
	if !r.revealed(id) || r.list().Selection.AnyMarked() {
		t.Error("the secret is hidden, or the selection is still there")
	}
}

func TestWhatIsAskedForTwiceIsDoneAndRecordedOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	before := len(r.recorded())
	r.hold = true
	r.shortcut(&fyne.ShortcutCopy{})
	r.shortcut(&fyne.ShortcutCopy{})
	r.press(fyne.KeyReturn)
	r.release()
	if got := r.recorded()[before:]; len(got) != 2 || !r.revealed(id) {
		t.Errorf("recorded is %q; shown: %v", got, r.revealed(id))
	}
}
