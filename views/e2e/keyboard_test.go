package e2e

import (
	"testing"

	"accesskeys/client/demo"
)

func TestShortcutsWorkOnEveryLayout(t *testing.T) {
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	layout := func(name ...string) {
		t.Helper()
		if out, err := d.command("setxkbmap", name...).CombinedOutput(); err != nil {
			t.Fatalf("setxkbmap %v: %v: %s", name, err, out)
		}
	}
	shown := listed(s)
	first, last := shown[0].ID, shown[len(shown)-1].ID
	copied := func(id, how string, keys ...string) {
		t.Helper()
		r.wait(how, func() bool {
			r.press(append(keys, "ctrl+shift+c")...)
			return d.clipboard() == id
		})
	}
	copied(last, "End of the keypad without Num Lock", "KP_End")
	copied(first, "Home of the keypad without Num Lock", "KP_Home")

	// A key is pressed by its place on the US layout.
	for _, name := range []string{"ru", "ua", "ara", "th", "gr", "il", "bg", "fr"} {
		layout(name)
		before := r.settled()
		preferences := "ctrl+comma"
		if name == "fr" {
			preferences = "ctrl+m" // which has the comma
		}
		r.press(preferences)
		must(t, r.window.Changed(before.Rect, before, patience))
		r.settled()
		created := len(s.Keys())
		r.press("ctrl+n")
		r.wait("one new key on "+name, func() bool { return len(s.Keys()) == created+1 })
		r.settled()
		if now := len(s.Keys()); now != created+1 {
			t.Errorf("%s: Ctrl+N made %d keys", name, now-created)
		}
	}
	layout("fr")
	r.press("ctrl+q") // selects all: the key has an A
	layout("il")
	r.settled()
	r.press("ctrl+q")
	r.waitEnd()
}
