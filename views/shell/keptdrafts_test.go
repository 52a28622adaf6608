package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// rejectedWhileTyping returns a rig whose sign-in is rejected while the label "prod" of a key is being replaced.
func rejectedWhileTyping(t *testing.T, servers int) (r *rig, key keys.Ref) {
	t.Helper()
	r = newAccountsRig(t, servers)
	id := r.ids()[1]
	key = r.ref(id)
	r.note(id, notes.Note{Label: "prod"})
	r.setPIN("2468")
	r.openKeys()
	r.selectKey(id, 0)
	r.press(fyne.KeyF2)
	r.typeOn("half ty")
	r.reject(&client.Error{Kind: client.KindUnauthorized})
	r.wantSaid("isn't saved yet. Sign in again to see it.")
	return r, key
}

func TestADraftStaysADraftWhenTheSessionIsRejected(t *testing.T) {
	r, key := rejectedWhileTyping(t, 1)
	r.tapButton("Try Saved Key Again")
	r.unlock(client.NewSecret("2468"))
	r.wantSaid("isn't saved yet. Press F2 on the key to see it.")
	r.selectKey(key.KeyID, 0)
	r.press(fyne.KeyF2)
	if got := r.typedIn(labelField); got != "half ty" || r.app.Notes.Of(key).Label != "prod" {
		t.Fatalf("the dialog has %q, and the label is %q", got, r.app.Notes.Of(key).Label)
	}
	r.press(fyne.KeyReturn)
	if got := r.app.Notes.Of(key).Label; got != "half ty" {
		t.Errorf("the label is %q", got)
	}
}

func TestALabelTypedInARowStaysADraftWhenTheSessionIsRejected(t *testing.T) {
	r := newRig(t, demo.Options{})
	made := r.pressNew()
	r.typeInto(r.noteField(askField), "CI")
	r.reject(&client.Error{Kind: client.KindUnauthorized})
	r.signInTo(r.server.URL())
	r.selectKey(made, 0)
	r.press(fyne.KeyF2)
	if got := r.typedIn(labelField); got != "CI" || !r.noted(made).IsZero() {
		t.Errorf("the dialog has %q, and the note is %+v", got, r.noted(made))
	}
}

func TestADraftOfARejectedSessionIsSavedWhenTheUserGoesOnToAnotherAccount(t *testing.T) {
	r, key := rejectedWhileTyping(t, 2)
	r.goTo(0)
	r.wantSaid(") was saved.")
	if got := r.app.Notes.Of(key).Label; got != "half ty" {
		t.Errorf("the label is %q", got)
	}
}

func TestQuittingAsksBeforeItDiscardsADraftOfARejectedSession(t *testing.T) {
	for name, then := range map[string]func(*rig){
		"on the form":       func(*rig) {},
		"asked for the PIN": func(r *rig) { r.tapButton("Try Saved Key Again") },
	} {
		t.Run(name, func(t *testing.T) {
			r, key := rejectedWhileTyping(t, 1)
			then(r)
			r.shortcut(shortcutQuit())
			if r.quit || !r.toldOf(quitDiscards) && !r.reads(quitDiscards) {
				t.Fatalf("it has quit: %v; it says %q", r.quit, r.said())
			}
			r.shortcut(shortcutQuit())
			if got := r.app.Notes.Of(key).Label; !r.quit || got != "prod" {
				t.Errorf("it has quit: %v; the label is %q", r.quit, got)
			}
		})
	}
}
