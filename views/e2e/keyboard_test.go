package e2e

import (
	"image"
	"testing"

	"accesskeys/client/demo"
)

// rowsArea is in the first rows of the table.
var rowsArea = image.Rect(300, 300, 900, 420)

// preferencesTab is where the name of that tab is, in another colour while it is chosen.
var preferencesTab = image.Rect(26, 148, 100, 166)

func TestShortcutsWorkOnEveryLayout(t *testing.T) {
	t.Parallel()
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
		copied(last, "the keyboard to follow "+name, "End")
		copied(first, "the keyboard to follow "+name, "Home")
		r.settled()
		before, err := r.window.Part(preferencesTab)
		must(t, err)
		preferences := "ctrl+comma"
		if name == "fr" {
			preferences = "ctrl+m" // which has the comma
		}
		r.press(preferences)
		must(t, r.window.Changed(preferencesTab, before, patience))
		r.settled()
		lists := count(s, "GET", "/management/accesskeys")
		r.press("ctrl+r")
		r.wait("the list to be read again on "+name, func() bool { return count(s, "GET", "/management/accesskeys") > lists })
		r.settled()
		if now := count(s, "GET", "/management/accesskeys"); now != lists+1 {
			t.Errorf("%s: Ctrl+R reads the list %d times", name, now-lists)
		}
		r.press("Escape", "Escape") // the first dismisses what is said of that, the second shows the keys
	}
	r.settled()
	before, err := r.window.Part(rowsArea)
	must(t, err)
	r.press("ctrl+q") // selects all: the key has an A
	must(t, r.window.Changed(rowsArea, before, patience))
	layout("il") // and not before the press was understood by the layout that it was made on
	copied(first, "the keyboard to follow il", "Home")
	r.press("ctrl+q")
	r.waitEnd()
}
