package shell

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/text"
)

// noteField is the field for a note, or for the label of a new key.
type noteField interface {
	fyne.Focusable
	fyne.Accessible
	fyne.CanvasObject
	SetText(string)
}

const (
	labelField  = "What is it for?"
	placesField = "Used by (one place per line)"
	textField   = "Anything else, such as whom to ask"
	askField    = "What is it for? (Enter keeps, Esc skips)"
)

// noteField returns the field on screen with this accessible name.
func (r *rig) noteField(name string) noteField {
	r.t.Helper()
	f := r.findNoteField(name)
	if f == nil {
		r.t.Fatalf("there is no %q on screen", name)
	}
	return f
}

// findNoteField is noteField without a new layout, which would have the list show other rows.
func (r *rig) findNoteField(name string) (found noteField) {
	root := r.content()
	if top := r.canvas().Overlays().Top(); top != nil {
		root = top
	}
	walkVisible(root, func(o fyne.CanvasObject) {
		f, ok := o.(noteField)
		if !ok {
			return
		}
		if label := f.AccessibilityLabel(); label == name || strings.HasPrefix(label, name+": ") {
			found = f
		}
	})
	return found
}

// asksLabel reports whether a row has the field for the label of a new key.
func (r *rig) asksLabel() bool { return r.findNoteField(askField) != nil }

// typedIn returns the text in the field with this accessible name.
func (r *rig) typedIn(name string) string {
	r.t.Helper()
	return strings.TrimPrefix(strings.TrimPrefix(r.noteField(name).AccessibilityLabel(), name), ": ")
}

// ref returns the reference under which data about a key is stored.
func (r *rig) ref(id string) keys.Ref { return keys.RefOf(r.session().Keys(), id) }

// note saves a note about a key, as another window would.
func (r *rig) note(id string, n notes.Note) {
	r.t.Helper()
	if err := r.app.Notes.Change(r.ref(id), r.noted(id), n); err != nil {
		r.t.Fatal(err)
	}
}

func (r *rig) noted(id string) notes.Note { return r.app.Notes.Of(r.ref(id)) }

// notesFile returns the path of the file with the notes.
func (r *rig) notesFile() string { return filepath.Join(r.dir, "notes.json") }

// saveNote presses the shortcut that saves a note.
func saveNote() *desktop.CustomShortcut { return keyshortcuts.SaveNote() }

// demoAgain returns a rig for another run of the program, signed in to the same server.
func (r *rig) demoAgain() *rig {
	next := r.restarting()
	next.toDemo()
	next.start()
	return next
}

// showDense sets the density of the table.
func (r *rig) showDense(d settings.Density) {
	t := r.list().Layout.Table
	t.Density = d
	r.list().SetTable(t)
}

// readsAsFault reports whether a visible text is in red.
func readsAsFault(in fyne.CanvasObject) (red bool) {
	walkVisible(in, func(o fyne.CanvasObject) {
		if w, ok := o.(*text.Wrapped); ok && w.Importance == widget.DangerImportance {
			red = true
		}
	})
	return red
}
