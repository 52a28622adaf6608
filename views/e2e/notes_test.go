package e2e

import (
	"bytes"
	"strings"
	"testing"

	"accesskeys/client/demo"
)

func TestLabelIsAskedForKeptAndChanged(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	before := len(s.Keys())
	r.press("ctrl+n")
	r.wait("a new key", func() bool { return len(s.Keys()) == before+1 })
	r.settled()
	r.typeIn("Backup of billing")
	r.press("Return")
	noted := func(text string) func() bool {
		return func() bool { return strings.Contains(d.files()["/config/access-keys/notes.json"], text) }
	}
	r.wait("the label on disk", noted(`"label": "Backup of billing"`))
	r.settled() // the field is gone, and the table has the keyboard

	r.press("F2")
	r.settled()
	r.press("Tab")
	r.typeIn("cron > backup")
	r.press("Tab")
	r.typeIn("Ask Mei.")
	r.press("ctrl+Return")
	r.wait("the note on disk", noted(`"note": "Ask Mei."`))
	r.wait("the place on disk", noted(`"cron \u003e backup"`))

	labelled := r.settled()
	r.press("ctrl+f")
	r.typeIn("nowhere") // nothing is found
	filtered := r.settled()
	if bytes.Equal(filtered.Pix, labelled.Pix) {
		t.Error("the filter finds everything")
	}
	r.press("ctrl+a")
	r.typeIn("cron")
	r.press("Down", "ctrl+shift+c")
	r.wait("the key to be found by its place", func() bool { return d.clipboard() == s.Keys()[before].ID })

	r.press("ctrl+q")
	r.waitEnd()
	for _, text := range []string{"Backup", "cron", "Mei"} {
		if strings.Contains(r.log.String(), text) {
			t.Errorf("the log has %q of a note", text)
		}
	}
}
