package shell

import (
	"cmp"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

// What is typed after an error replaces what was wrong, and nothing else.
func TestWhatIsWrongIsSelected(t *testing.T) {
	const id, server = "key ID", "server"
	for name, c := range map[string]struct {
		server, id string // "" is right
		faults     demo.Faults
		selected   string // or else Sign In has the keyboard
	}{
		"unknown ID":      {id: "AKnobody", selected: id},
		"no ID":           {id: "not/an/ID", selected: id},
		"no address":      {server: "ftp://x", selected: server},
		"ID as address":   {server: "AKHxEU5vJw2eQ8rT0bD1", selected: server},
		"nobody listens":  {server: "http://127.0.0.1:1", selected: server},
		"web page":        {faults: demo.Faults{HTML: true}, selected: server},
		"server error":    {faults: demo.Faults{Status: 503}},
		"too many":        {faults: demo.Faults{Status: 429}},
		"right forbidden": {faults: demo.Faults{Status: 403}},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			form, creds := r.form(), r.server.Credentials()
			r.server.SetFaults(c.faults)
			form.fill(cmp.Or(c.server, r.server.URL()), cmp.Or(c.id, creds.KeyID), creds.Secret.Reveal())
			r.canvas().Focus(form.secret())
			r.press(fyne.KeyReturn)
			if !form.notice().Visible() {
				t.Fatal("it does not say why")
			}
			field := map[string]*control.Entry{id: form.keyID(), server: form.server()}[c.selected]
			if field == nil {
				if r.canvas().Focused() != fyne.Focusable(form.submit()) {
					t.Errorf("the keyboard is on %s", describe(r.canvas().Focused()))
				}
				return
			}
			if got := field.SelectedText(); r.canvas().Focused() != fyne.Focusable(field) || got != field.Text {
				t.Errorf("the keyboard is on %s, and %q is selected", describe(r.canvas().Focused()), got)
			}
			before := field.Text
			click := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, field.Size().Height/2)}, Button: desktop.MouseButtonPrimary}
			field.MouseDown(click)
			field.MouseUp(click)
			field.TypedRune('x')
			if len(field.Text) != len(before)+1 {
				t.Errorf("after a click, %q became %q", before, field.Text)
			}
		})
	}
}

func TestSwappedIDAndSecretAreSwappedByAButton(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form, creds := r.form(), r.server.Credentials()
	id, secret := "AKHxEU5vJw2eQ8rT0bD1", "q3J+x/8Zt0vB5nM2kL7w"
	form.fill(r.server.URL(), " "+secret, id)
	form.signIn()
	if !slices.ContainsFunc(r.tabStops(), func(f fyne.Focusable) bool { b, ok := f.(*control.Button); return ok && b.Text == "Swap Them" }) {
		t.Fatalf("the keyboard does not reach it: %q", r.texts())
	}
	r.tapButton("Swap Them")
	if form.keyID().Text != id || form.secret().Secret().Reveal() != secret || form.secret().Shown() {
		t.Errorf("the ID is %q", form.keyID().Text)
	}
	if form.notice().Visible() || r.hasButton("Swap Them") || r.canvas().Focused() != fyne.Focusable(form.submit()) {
		t.Errorf("it says %q, with the keyboard on %s", form.notice().Text, describe(r.canvas().Focused()))
	}
	r.canvas().Focus(form.keyID())
	r.shortcut(&fyne.ShortcutUndo{})
	if form.keyID().Text != id {
		t.Errorf("Ctrl+Z shows %q", form.keyID().Text)
	}
	form.fill(r.server.URL(), secret, id)
	form.signIn()
	r.typeInto(form.keyID(), creds.KeyID)
	if r.hasButton("Swap Them") {
		t.Error("it is offered after the ID was edited")
	}
}

func TestButtonsOfTheFormAreEquallyFarApart(t *testing.T) {
	r := newAccountsRig(t, 1)
	r.chooseAvatar("Add Account…")
	r.signInForm().fill(r.server.URL(), "q3J+x/8Zt0vB5nM2kL7w", "AKHxEU5vJw2eQ8rT0bD1")
	r.signInForm().signIn()
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	gap := func(left, right string) float32 {
		l := r.button(left)
		return place(r.button(right)).X - place(l).X - l.Size().Width
	}
	if first, second := gap("Swap Them", "Cancel"), gap("Cancel", "Sign In"); first != second {
		t.Errorf("the gaps are %v and %v", first, second)
	}
}

func TestLockingClearsASecretInTheFieldOfTheID(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	form.fill(r.server.URL(), "q3J+x/8Zt0vB5nM2kL7w", "AKHxEU5vJw2eQ8rT0bD1")
	form.signIn()
	r.lock()
	if form.keyID().Text != "" || !form.secret().IsEmpty() {
		t.Errorf("the field of the ID has %q", form.keyID().Text)
	}
	if r.hasButton("Swap Them") {
		t.Error("it is offered to swap them")
	}
}
