package shell

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/words"
)

func TestLabelStandsAboveTheID(t *testing.T) {
	r := newRig(t, demo.Options{})
	id, other := r.ids()[1], r.ids()[2]
	r.note(id, notes.Note{Label: "CI billing", Places: []string{"CI > billing"}})
	if !r.reads("CI billing, "+id) || r.reads("billing, "+other) {
		t.Errorf("it shows %q", r.texts())
	}
	for _, find := range []string{"ci bill", "> billing"} {
		r.typeInto(r.filter(), find)
		if got := r.ids(); len(got) != 1 || got[0] != id {
			t.Errorf("%q finds %q", find, got)
		}
		r.press(fyne.KeyEscape)
	}
	r.note(other, notes.Note{Label: "Anna's laptop"})
	r.header().OnSort(keytable.ColumnID)
	if got := r.ids(); got[0] != other || got[1] != id {
		t.Errorf("sorted: %q", got)
	}
	r.note(id, notes.Note{})
	if readsIn(r.rowOf(id), "CI billing") || !readsIn(r.rowOf(other), "Anna's laptop") {
		t.Error("a label that is gone is still there")
	}
}

func TestMessagesNameKeysByLabel(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.note(id, notes.Note{Label: "CI billing"})
	r.toggleState(id)
	r.list().Actions.Tools.OnCopyID([]string{id})
	want := words.KeyName("CI billing", id)
	if said := r.said(); len(said) != 2 || said[0] != "Enabled "+want || said[1] != "Copied the ID of "+want {
		t.Errorf("said %q", said)
	}
}

func TestF2EditsANote(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyF2)
	if !r.reads("Only on this computer") && !readsIn(r.dialogContent(), "Only on this computer") {
		t.Error("it does not say where notes are")
	}
	if !readsIn(r.dialogContent(), press.Chord(keyshortcuts.SaveNote())+" saves.") {
		t.Error("it does not say how to save from a field in which Enter begins a line")
	}
	r.typeInto(r.noteField(labelField), "CI billing")
	r.typeInto(r.noteField(placesField), "CI > billing")
	r.press(fyne.KeyReturn)
	r.typeInto(r.canvas().Focused(), "laptop")
	r.typeInto(r.noteField(textField), "Ask Mei.")
	r.shortcut(saveNote())
	if r.dialogOpen() {
		t.Fatal("it is not closed")
	}
	want := notes.Note{Label: "CI billing", Places: []string{"CI > billing", "laptop"}, Text: "Ask Mei."}
	if got := r.noted(id); !got.Equal(want) {
		t.Errorf("noted %q", got)
	}
	r.press(fyne.KeyF2)
	for _, c := range "CI shipping" {
		r.canvas().Focused().TypedRune(c)
	} // in place of the label, which is selected
	r.press(fyne.KeyReturn)
	if got := r.noted(id).Label; got != "CI shipping" {
		t.Errorf("the label is %q", got)
	}
	r.note(id, want)
	r.shortcut(keyshortcuts.Details())
	for _, fact := range []string{"CI billing", "CI > billing\nlaptop", "Ask Mei."} {
		if !readsIn(r.dialogContent(), fact) {
			t.Errorf("the details lack %q", fact)
		}
	}
	r.press(fyne.KeyEscape)

	next := r.demoAgain()
	if got := next.noted(id); !got.Equal(want) {
		t.Errorf("the next run reads %q", got)
	}
}

func TestTooLongALabelIsKeptUntilItIsShortened(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyF2)
	long := strings.Repeat("CI job, ", 10) + "end"
	fyne.CurrentApp().Clipboard().SetContent(long)
	r.noteField(labelField).(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	tooLong := "A label has at most 60 characters, and this one has 83. Shorten it."
	if !readsIn(r.dialogContent(), tooLong) {
		t.Fatal("the dialog does not say that it is too long")
	}
	r.press(fyne.KeyReturn, fyne.KeyReturn)
	if !r.dialogOpen() || !r.noted(id).IsZero() || r.typedIn(labelField) != long {
		t.Fatalf("kept is %q, and the field has %q", r.noted(id).Label, r.typedIn(labelField))
	}
	for range 30 {
		r.press(fyne.KeyBackspace)
	}
	if readsIn(r.dialogContent(), "Shorten it") {
		t.Error("it is said of a shorter label")
	}
	r.press(fyne.KeyReturn)
	if r.dialogOpen() || r.noted(id).Label != long[:53] {
		t.Errorf("kept is %q", r.noted(id).Label)
	}
}

func TestSavingLeadsToTheFieldThatIsTooLong(t *testing.T) {
	for field, text := range map[string]string{
		labelField: strings.Repeat("CI job, ", 10), placesField: strings.Repeat("CI job, ", 20), textField: strings.Repeat("CI job, ", 300),
	} {
		r := newRig(t, demo.Options{})
		r.chooseEnabled()
		r.press(fyne.KeyF2)
		r.typeInto(r.noteField(field), text)
		other := textField
		if field == other {
			other = labelField
		}
		r.canvas().Focus(r.noteField(other))
		r.shortcut(saveNote())
		if r.canvas().Focused() != fyne.Focusable(r.noteField(field)) || !readsIn(r.dialogContent(), "Not saved.") {
			t.Errorf("%q does not have the keyboard: %q", field, r.dialogText())
		}
	}
}

func TestTooLongALabelStaysInSightInTheSmallestWindow(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(480, 360))
	r.chooseEnabled()
	r.press(fyne.KeyF2)
	r.typeText(strings.Repeat("CI job ", 10))
	inSight := func() bool {
		y := absolute(r.noteField(labelField)).Y
		return y > 40 && y < 300 // below the title
	}
	if !readsIn(r.dialogContent(), "Shorten it") || !inSight() {
		t.Error("the label is out of sight while it is typed")
	}
	r.press(fyne.KeyReturn)
	if !readsIn(r.dialogContent(), "Shorten it") || !inSight() {
		t.Error("the label is out of sight while the dialog says that it is not saved")
	}
	r.press(fyne.KeyBackspace)
	if !inSight() {
		t.Error("the label is out of sight while it is shortened")
	}
}

func TestFieldOfANoteStaysInSight(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 1221, Height: 740}} {
		for at := range 3 {
			r := newRig(t, demo.Options{})
			r.setSize(size)
			r.chooseEnabled()
			r.press(fyne.KeyF2)
			for range at {
				r.press(fyne.KeyTab)
			}
			field := r.canvas().Focused().(noteField)
			r.typeInto(field, "CI billing")
			r.press(fyne.KeyEscape)
			if !readsIn(r.dialogContent(), "Press Esc again to discard what you typed.") || readsAsFault(r.dialogContent()) || !r.seenInDialog(field) {
				t.Errorf("%v: after Esc, field %d is out of sight, or it does not ask", size, at)
			}
			for _, by := range []float32{-1000, 1000} {
				r.scrollDialog(by)
				field.TypedRune('x')
				if !r.seenInDialog(field) {
					t.Errorf("%v: field %d is typed into out of sight", size, at)
				}
			}
		}
	}
}

func TestEscapeAsksBeforeDiscardingANote(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyF2, fyne.KeyEscape)
	if r.dialogOpen() {
		t.Fatal("Escape did not close what nothing was typed into")
	}
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), "CI")
	size := r.dialogContent().Size()
	r.press(fyne.KeyEscape)
	if !r.dialogOpen() || !readsIn(r.dialogContent(), "Press Esc again") {
		t.Fatal("Escape did not ask")
	}
	if asks := r.dialogContent().Size(); asks != size {
		t.Errorf("the dialog is %v large, and as it asks %v", size, asks)
	}
	r.press(fyne.KeyEscape)
	if r.dialogOpen() || !r.noted(id).IsZero() {
		t.Error("a second Escape did not discard it")
	}
	r.press(fyne.KeyF2)
	if text := r.typedIn(labelField); text != "" {
		t.Errorf("%q came back", text)
	}
}

func TestFailedNoteStaysOnScreen(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	block(t, r.dir)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), "CI")
	r.press(fyne.KeyReturn)
	if !r.dialogOpen() || !readsIn(r.dialogContent(), "Not saved.") || r.typedIn(labelField) != "CI" {
		t.Fatal("what was typed is gone, or there is no reason")
	}
	r.lock()
	r.unlockPlain()
	r.selectKey(id, 0)
	r.press(fyne.KeyF2)
	if r.typedIn(labelField) != "CI" || !readsIn(r.dialogContent(), "not saved yet") {
		t.Error("locking lost what was typed")
	}
	unblock(t, r.dir)
	r.press(fyne.KeyReturn)
	if r.dialogOpen() || r.noted(id).Label != "CI" {
		t.Error("it was not saved in the end")
	}
}

// block makes writing to a directory fail.
func block(t *testing.T, dir string) {
	t.Helper()
	if err := os.Rename(dir, dir+"-away"); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
}

func unblock(t *testing.T, dir string) {
	t.Helper()
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
}

func TestDamagedNotesAreTold(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.note(r.ids()[0], notes.Note{Label: "CI"})
	if err := os.WriteFile(r.notesFile(), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	next := r.demoAgain()
	if !strings.Contains(strings.Join(next.said(), "\n"), "is damaged") {
		t.Errorf("said %q", next.said())
	}
}

func TestLogOutAsksBeforeDeletingNotes(t *testing.T) {
	for _, drop := range []bool{false, true} {
		r := newRig(t, demo.Options{})
		r.askLogOut()
		if readsIn(r.dialogContent(), "labels and notes") {
			t.Error("it asks about notes where there are none")
		}
		r.closeDialog()
		id := r.ids()[0]
		ref := r.ref(id)
		r.note(id, notes.Note{Label: "CI"})
		r.askLogOut()
		if drop {
			onScreen(r, "choice", func(c *control.Check) bool { return strings.Contains(c.Text, "labels and notes") }).SetChecked(true)
		}
		r.tapButton("Log Out")
		if kept := !r.app.Notes.Of(ref).IsZero(); kept == drop {
			t.Errorf("ticked: %v, kept: %v", drop, kept)
		}
	}
}

func TestNotesAreKeptWhenKeysAreGone(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	ref := r.ref(id)
	r.note(id, notes.Note{Label: "CI"})
	r.deleteKey(id)
	r.tapButton("Delete")
	r.server.SetFaults(demo.Faults{Truncate: true})
	r.reload()
	r.find()
	if got := r.app.Notes.Of(ref).Label; got != "CI" {
		t.Errorf("the label is %q", got)
	}
}

func TestDialogsOfSeveralKeysNameThemByLabel(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 8})
	ids := r.enabled(3)
	own := r.session().KeyID()
	for _, id := range append(ids, own) {
		r.note(id, notes.Note{Label: "label of " + id[:4], Places: []string{"CI > billing"}})
	}
	r.batch(keys.OpDelete, append(ids, own))
	if !readsIn(r.dialogContent(), "label of "+ids[0][:4]) || !readsIn(r.dialogContent(), words.KeyName("label of "+own[:4], own)) {
		t.Error("the question does not name the keys")
	}
	r.closeDialog()
	r.server.SetFaults(demo.Faults{Match: mutations, Status: 500})
	r.batch(keys.OpDisable, ids)
	r.tapButton("Disable")
	r.tapButton("Copy List")
	if text := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(text, "label of "+ids[0][:4]+", "+ids[0]) {
		t.Errorf("the report says %q", text)
	}
	if !readsIn(r.dialogContent(), "label of "+ids[0][:4]) {
		t.Error("the report does not name the keys")
	}
}

func TestDeletingNamesLabelAndPlaces(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.note(id, notes.Note{Label: "CI billing", Places: []string{"CI > billing"}})
	for _, ask := range []func(string){r.deleteKey, r.toggleState} {
		ask(id)
		if !readsIn(r.dialogContent(), "CI billing") || !readsIn(r.dialogContent(), "CI > billing") {
			t.Error("the question does not name the key")
		}
		r.closeDialog()
	}
}

func TestLockPageShowsNothingOfNotes(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.note(r.session().KeyID(), notes.Note{Label: "CI billing"})
	r.press(fyne.KeyF2)
	r.lock()
	if r.reads("CI billing") || r.dialogOpen() {
		t.Errorf("it shows %q", r.texts())
	}
}
