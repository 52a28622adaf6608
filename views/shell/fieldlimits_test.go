package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/notes"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// field is one of the window's that can be typed in.
type field interface {
	fyne.Focusable
	fyne.Shortcutable
	AccessibilityLabel() string
}

func TestEveryFieldCleansAndLimits(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	n := r.signInForm().network()
	fields := map[field]*control.Entry{form.server(): form.server(), form.keyID(): form.keyID(), n.Ca: n.Ca, n.Cert: n.Cert, n.Key: n.Key,
		n.Address: n.Address, form.secret(): &form.secret().Entry}
	r2 := newRig(t, demo.Options{})
	r2.showPreferences()
	filter, found := r2.filter(), r2.filterEntry()
	fields[filter] = found
	for _, pin := range r2.pinFields() {
		fields[pin] = &pin.Entry
	}
	clipboard := test.NewClipboard()
	huge := "\u200b\n" + strings.Repeat("AK\u200b1234567", 2<<20/12) + "\x00"
	for f, e := range fields {
		clipboard.SetContent(huge)
		began := time.Now()
		f.TypedShortcut(&fyne.ShortcutSelectAll{})
		f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("%q took %v", f.AccessibilityLabel(), took)
		}
		if got := len([]rune(e.Text)); got != e.MaxLength {
			t.Errorf("%q holds %d characters, want %d", f.AccessibilityLabel(), got, e.MaxLength)
		}
		f.TypedRune('x')
		if got := len([]rune(e.Text)); got != e.MaxLength {
			t.Errorf("%q takes one more", f.AccessibilityLabel())
		}
		f.TypedShortcut(&fyne.ShortcutSelectAll{})
		clipboard.SetContent("\u202a AK1\ufeff\r\n")
		f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		f.TypedRune('\u0000')
		if secret, ok := f.(*control.SecretEntry); ok {
			if got := secret.Secret().Reveal(); got != "AK1" {
				t.Errorf("%q holds %q", f.AccessibilityLabel(), got)
			}
		} else if e.Text != "AK1" {
			t.Errorf("%q holds %q", f.AccessibilityLabel(), e.Text)
		}
	}
}

func TestTooLongIsSaidBesideTheFieldForAWhile(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.pressNew()
	f := r.noteField(askField)
	r.canvas().Focus(f)
	r.toastsGone()
	r.typeText(strings.Repeat("long label ", notes.LongestLabel))
	want := words.TooLong(notes.LongestLabel)
	if !readsIn(r.tips().Layer, want) || r.toldOf("Too long") {
		t.Errorf("it is not said beside the field; said %q", r.said())
	}
	r.pass(10 * time.Second)
	if readsIn(r.tips().Layer, want) {
		t.Error("it is said for ever")
	}
	typed := r.typedIn(askField)
	r.press(fyne.KeyReturn)
	r.wantSaid("Not saved. A label has at most 60 characters, and this one has")
	if r.typedIn(askField) != typed {
		t.Errorf("the field has %q", r.typedIn(askField))
	}
}

func TestOfTooLongALabelWhatFitsIsKeptAsTheSessionIsLeft(t *testing.T) {
	r := newRig(t, demo.Options{})
	ref := r.ref(r.pressNew())
	r.typeText(strings.Repeat("long label ", notes.LongestLabel))
	r.logOut(false)
	if got := r.app.Notes.Of(ref).Label; len(got) < notes.LongestLabel-2 {
		t.Errorf("%q is kept", got)
	}
}

func TestTooLongAFileNameIsSaidInTheDialog(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.openHistory()
	r.tapButton("Export…")
	r.press(fyne.KeyReturn) // as CSV
	name := r.entry("File name")
	r.canvas().Focus(name)
	r.typeText(strings.Repeat("a", 300))
	if !readsIn(r.dialogContent(), words.TooLong(255)) || r.toldOf("Too long") {
		t.Errorf("the dialog does not say so; said %q", r.said())
	}
	r.press(fyne.KeyBackspace)
	if readsIn(r.dialogContent(), words.TooLong(255)) {
		t.Error("it is said of a shorter name")
	}
}

func TestInvisibleCharactersInTheFilter(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	clipboard := test.NewClipboard()
	clipboard.SetContent(id[:4] + "\u200b" + id[4:] + "\ufeff\n")
	r.filter().TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if n := len(r.listed()); n != 1 {
		t.Errorf("%d keys are found", n)
	}
}
