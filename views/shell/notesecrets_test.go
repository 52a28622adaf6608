package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/kit/tooltip"
)

func TestSecretsAreNotNoted(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.reveal()
	secret := r.server.SecretOf(id).Reveal()
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(textField), "Secret: "+secret)
	r.shortcut(saveNote())
	r.shortcut(saveNote())
	if !r.dialogOpen() || !readsIn(r.dialogContent(), "one of your secrets is in it") {
		t.Fatal("a known secret was not refused")
	}

	r.noteField(textField).SetText("")
	looks := strings.Repeat("aB3", 10)
	r.typeInto(r.noteField(textField), looks)
	r.shortcut(saveNote())
	if !r.dialogOpen() || !readsIn(r.dialogContent(), "This looks like a secret. Notes are not encrypted.") {
		t.Fatal("there was no warning")
	}
	if !r.noted(id).IsZero() {
		t.Fatal("it was saved without a second yes")
	}
	r.shortcut(saveNote())
	if r.dialogOpen() || r.noted(id).Text != looks {
		t.Errorf("after a second yes: %q", r.noted(id).Text)
	}
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(labelField), id)
	r.press(fyne.KeyReturn)
	if r.dialogOpen() || r.noted(id).Label != id {
		t.Error("a key ID, or what was said yes to before, was warned of")
	}
}

func TestWhatIsTooLongIsPutRightBeforeTheQuestionOfASecret(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	looks := strings.Repeat("aB3", 10)
	r.press(fyne.KeyF2)
	r.typeInto(r.noteField(placesField), looks)
	r.typeInto(r.noteField(labelField), strings.Repeat("CI ", 27)+"CI")
	for range 2 {
		r.shortcut(saveNote())
		if !readsIn(r.dialogContent(), "A label has at most 60 characters") || readsIn(r.dialogContent(), "looks like a secret") {
			t.Fatal("it does not say that the label is too long, or asks of the secret first")
		}
	}
	r.noteField(labelField).SetText("")
	r.typeInto(r.noteField(labelField), "CI")
	r.shortcut(saveNote())
	if !r.dialogOpen() || !readsIn(r.dialogContent(), "This looks like a secret.") {
		t.Fatal("there was no warning once the label was short")
	}
	r.shortcut(saveNote())
	if got := r.noted(id); r.dialogOpen() || got.Label != "CI" || strings.Join(got.Places, "\n") != looks {
		t.Errorf("after a second yes: %+v", got)
	}
}

func TestSecretIsNoLabel(t *testing.T) {
	r := newRig(t, demo.Options{})
	made := r.pressNew()
	looks := strings.Repeat("aB3", 10)
	r.typeInto(r.noteField(askField), looks)
	r.press(fyne.KeyReturn)
	const asks = "This looks like a secret. Labels are not encrypted. Press Enter again to keep it anyway."
	if !r.noted(made).IsZero() || !r.tipShown() || !r.reads(asks) || slices.Contains(r.said(), asks) {
		t.Fatalf("it does not ask at the field: it said %q", r.said())
	}
	r.press(fyne.KeyEscape, fyne.KeyReturn)
	if !r.noted(made).IsZero() || !r.reads(asks) {
		t.Error("it was kept although what the user was asked last was whether to discard it")
	}
	r.pass(tooltip.TellTime + time.Second)
	r.press(fyne.KeyReturn)
	if !r.noted(made).IsZero() || !r.reads(asks) {
		t.Error("it was kept once the question is not said any more")
	}
	r.press(fyne.KeyReturn)
	if r.noted(made).Label != looks {
		t.Error("a second yes did not keep it")
	}

	made = r.pressNew()
	r.typeInto(r.noteField(askField), looks)
	r.press(fyne.KeyReturn)
	r.selectKey(r.ids()[0], 0)
	if !r.noted(made).IsZero() {
		t.Error("it was kept as the user went on")
	}
	r.wantSaid("Press F2 on " + made + " to see what you typed.")
	r.selectKey(made, 0)
	r.press(fyne.KeyF2)
	if r.typedIn(labelField) != looks {
		t.Error("what was typed is lost")
	}
}
