package shell

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/notes"
	"accesskeys/client/demo"
)

func TestTheListIsExportedAsItIsShown(t *testing.T) {
	r := newRig(t, demo.Options{})
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	id, other := r.ids()[1], r.ids()[0]
	r.note(id, notes.Note{Label: "=CI billing", Places: []string{"@laptop", "CI > billing"}, Text: "=ask Ann"})
	r.toggleSecret(id)
	secret := r.shownSecret(id).Reveal()
	r.typeInto(r.filter(), id)
	for _, c := range []struct{ item, pattern, label, places, text string }{
		{"Export List as CSV…", "access-keys-*.csv", ",'=CI billing,", ",\"'@laptop\nCI > billing\",", ",'=ask Ann\n"},
		{"Export List as JSON…", "access-keys-*.json", `"label": "=CI billing"`, `"used_by": ["@laptop","CI > billing"]`, `"note": "=ask Ann"`},
	} {
		r.choose("Column Settings and Export", c.item)
		r.press(fyne.KeyReturn) // under the name that is offered
		found, err := filepath.Glob(filepath.Join(home, c.pattern))
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: saved is %v, %v: %q", c.item, found, err, r.texts())
		}
		content, err := os.ReadFile(found[0])
		if err != nil {
			t.Fatal(err)
		}
		got := string(content)
		for _, want := range []string{id, c.label, c.places, c.text} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q does not have %q", c.item, got, want)
			}
		}
		if strings.Contains(got, other) || strings.Contains(got, secret) {
			t.Errorf("%s: %q has more than is shown", c.item, got)
		}
	}
}
