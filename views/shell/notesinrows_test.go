package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/notes"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
)

func TestANoteWithoutALabelShowsOnTheRow(t *testing.T) {
	for name, c := range map[string]struct {
		note         notes.Note
		shown, spoke string
	}{
		"a place":      {notes.Note{Places: []string{"CI > billing", "laptop"}, Text: "Ask Mei."}, "CI > billing", "Used by: CI > billing"},
		"text":         {notes.Note{Text: "Ask Mei.\nOr Bob."}, "Ask Mei.", "Note: Ask Mei."},
		"a long text":  {notes.Note{Text: strings.Repeat("ask ", 300)}, "ask ask", "Note: ask ask"},
		"with a label": {notes.Note{Label: "Billing", Places: []string{"CI > billing"}}, "Billing", "Billing, AK"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(client.StateDisabled, false)
			r.note(id, c.note)
			r.selectKey(id, 0)
			row := r.rowOf(id)
			if shown := readsIn(row, c.shown); !shown || !strings.Contains(row.AccessibilityLabel(), c.spoke) || len(row.AccessibilityLabel()) > 200 {
				t.Errorf("the row says %q and shows it: %v", row.AccessibilityLabel(), shown)
			}
			if list := r.list().AccessibilityLabel(); !strings.Contains(list, c.spoke) {
				t.Errorf("the list says %q", list)
			}
			if c.note.Label == "" {
				r.typeInto(r.filter(), strings.ToLower(c.shown))
				if got := r.ids(); !slices.Equal(got, []string{id}) {
					t.Errorf("what it shows finds %q", got)
				}
			}
		})
	}
}

func TestAllOfANoteIsFound(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.note(id, notes.Note{Label: "Billing", Places: []string{"CI runner"}, Text: "Rotate in May.\nAsk Li Wei."})
	for _, text := range []string{"billing", "runner", "wei", "ask li wei", "rotate billing"} {
		r.typeInto(r.filter(), text)
		if got := r.ids(); !slices.Equal(got, []string{id}) {
			t.Errorf("%q finds %q", text, got)
		}
		r.press(fyne.KeyEscape)
	}
}

// Only the row shows a note in place of a label: nothing else calls the key by it.
func TestMessagesDoNotNameAKeyByItsNote(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.note(id, notes.Note{Text: "Ask Mei."})
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.ToggleState())
	if want := []string{"Enabled " + id}; !slices.Equal(r.said(), want) {
		t.Errorf("says %q", r.said())
	}
	r.shortcut(keyshortcuts.ToggleState())
	if r.dialogReads("Ask Mei.") {
		t.Error("the question names the key by its note")
	}
}
