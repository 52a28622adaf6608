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
	r.note(id, notes.Note{Label: "=CI billing"})
	r.toggleSecret(id)
	secret := r.shownSecret(id).Reveal()
	r.typeInto(r.filter(), id)
	for _, c := range []struct{ item, pattern, label string }{
		{"Export List as CSV…", "access-keys-*.csv", "'=CI billing"},
		{"Export List as JSON…", "access-keys-*.json", "\"=CI billing\""},
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
		if !strings.Contains(got, id) || !strings.Contains(got, c.label) {
			t.Errorf("%s: %q has no key that is shown", c.item, got)
		}
		if strings.Contains(got, other) || strings.Contains(got, secret) {
			t.Errorf("%s: %q has more than is shown", c.item, got)
		}
	}
}
