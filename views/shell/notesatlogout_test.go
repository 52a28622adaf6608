package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/notes"
	"accesskeys/client/demo"
)

func TestANoteThatIsNotSavedIsKeptAsTheLockedWindowLogsOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	ref := r.ref(id)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), "CI billing")
	r.typeInto(r.noteField(textField), "ask Anna")
	r.lock()
	r.logOut(false)
	if got := r.app.Notes.Of(ref); got.Label != "CI billing" || got.Text != "ask Anna" {
		t.Errorf("%+v is kept", got)
	}
}

func TestANoteThatCannotBeKeptIsToldOfAsTheSessionIsLeft(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	ref := r.ref(id)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), strings.Repeat("aB3", 10))
	r.lock()
	r.logOut(false)
	r.wantSaid("What you typed about " + id + " was not saved. It looks like a secret, and notes are not encrypted.")
	if got := r.app.Notes.Of(ref); !got.IsZero() {
		t.Errorf("%+v is kept", got)
	}
}

func TestALabelTypedLastGoesWithTheOtherNotes(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.note(r.ids()[0], notes.Note{Label: "label"})
	made := r.pressNew()
	ref := r.ref(made)
	r.typeInto(r.noteField(askField), "CI billing")
	r.askLogOut()
	r.tickBox("Also delete the labels and notes of 2 access keys")
	r.hold = true
	r.tapButton("Log Out")
	r.release()
	if got := r.app.Notes.Of(ref); !got.IsZero() {
		t.Errorf("%+v outlives the others", got)
	}
}
