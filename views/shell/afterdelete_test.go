package shell

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
)

func TestAfterADeleteTheNextKeyIsCurrent(t *testing.T) {
	for name, last := range map[string]bool{"in the middle": false, "the last": true} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 8})
			at := slices.IndexFunc(r.listed(), func(k keys.Key) bool { return k.State == client.StateEnabled && !k.Own })
			want := r.listed()[at+1].ID
			if last {
				at = len(r.listed()) - 1
				want = r.listed()[at-1].ID
			}
			id := r.listed()[at].ID
			r.selectKey(id, 0)
			r.press(fyne.KeyDelete)
			r.tapButton("Delete")
			if _, listed := r.listedKey(id); listed || r.cursor() != want {
				t.Errorf("%s is listed: %v; the cursor is on %s, not %s", id, listed, r.cursor(), want)
			}
			if !keytable.HasFocus(r.list()) {
				t.Error("the list does not have the keyboard")
			}
		})
	}
}

func TestAfterADeleteOfSeveralTheNextKeyIsCurrent(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 12})
	ids := r.enabled(3)
	last := slices.IndexFunc(r.listed(), func(k keys.Key) bool { return k.ID == ids[2] })
	want := r.listed()[last+1].ID
	r.batch(keys.OpDelete, ids)
	r.answerDialog()
	if r.cursor() != want {
		t.Errorf("the cursor is on %q, not %q", r.cursor(), want)
	}
}

func TestWhatIsPressedAtOnceAfterADeleteIsNotMeantForTheNextKey(t *testing.T) {
	for name, press := range map[string]func(*rig){
		"Enter":  func(r *rig) { r.press(fyne.KeyReturn) },
		"Delete": func(r *rig) { r.press(fyne.KeyDelete) },
		"Ctrl+E": func(r *rig) { r.shortcut(keyshortcuts.ToggleState()) },
		"Ctrl+C": func(r *rig) { r.shortcut(&fyne.ShortcutCopy{}) },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 8})
			r.selectKey(r.enabled(1)[0], 0)
			r.press(fyne.KeyDelete)
			r.tapButton("Delete")
			next := r.cursor()
			before := r.doing(next)
			r.pass(100 * time.Millisecond)
			press(r)
			if now := r.doing(next); now != before {
				t.Errorf("at once, %s is under way, after %s", now, before)
			}
			r.pass(500 * time.Millisecond)
			press(r)
			if r.doing(next) == before {
				t.Error("a moment later it does nothing")
			}
		})
	}
}

// doing returns a summary of everything that a press may do to a key, for comparison.
func (r *rig) doing(id string) string {
	k, _ := r.listedKey(id)
	return fmt.Sprint(k.State, k.Busy, r.dialogOpen(), r.revealed(id), r.clip.secret.IsZero())
}

func TestKeyDeletedElsewhereLeavesNoneCurrent(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 8})
	id := r.enabled(1)[0]
	r.selectKey(id, 0)
	r.elsewhere(keys.OpDelete, id)
	r.reload()
	if _, listed := r.listedKey(id); listed || r.cursor() != "" {
		t.Errorf("listed: %v; the cursor is on %q", listed, r.cursor())
	}
}

func TestAfterADeleteThatTheListNeverShowedTheNextKeyIsCurrent(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 8})
	ids := r.enabled(2)
	id, want := ids[0], r.listed()[slices.IndexFunc(r.listed(), func(k keys.Key) bool { return k.ID == ids[0] })+1].ID
	r.selectKey(id, 0)
	r.press(fyne.KeyDelete)
	r.drawnLate(func() { r.tapButton("Delete") })
	if _, listed := r.listedKey(id); listed || r.cursor() != want {
		t.Errorf("%s is listed: %v; the cursor is on %q, not %q", id, listed, r.cursor(), want)
	}
}
