package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestEnterHeldDownTogglesTheSecretOnce(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.reveal()
	for range 5 {
		r.repeat(fyne.KeyReturn)
		if !r.revealed(id) {
			t.Fatal("the secret was hidden again, though Enter was never let go")
		}
	}
	r.press(fyne.KeyReturn)
	if r.revealed(id) {
		t.Error("pressed again, Enter does not hide it")
	}
}

func TestEnterHeldDownInTheFilterShowsNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.typeInto(r.filter(), id[:4])
	r.press(fyne.KeyReturn)
	r.repeat(fyne.KeyReturn)
	if r.shownSecrets() > 0 {
		t.Error("the Enter that left the filter shows a secret")
	}
}

func TestEnterHeldDownInAConfirmationPressesNothingElse(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete, fyne.KeyRight, fyne.KeyReturn)
	for range 3 {
		r.repeat(fyne.KeyReturn)
	}
	if got := r.asked("DELETE", id); got != 1 {
		t.Errorf("%d deletes", got)
	}
	if r.shownSecrets() > 0 {
		t.Error("a secret is shown")
	}
}
