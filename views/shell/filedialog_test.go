package shell

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestACertificateFileIsChosenByKeyboard(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	if err := os.Mkdir(filepath.Join(home, "certs"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ca.pem", "me.pem"} {
		if err := os.WriteFile(filepath.Join(home, "certs", name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	form.advanced().Open(true)
	browse := r.buttonWithHint("Browse for: Client certificate file")
	r.canvas().Focus(browse)

	r.press(fyne.KeySpace)
	if !r.dialogOpen() || !readsIn(r.dialogContent(), home) {
		t.Fatal("no folder is shown")
	}
	r.press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn) // into the folder, and to its second file
	if got := form.network().Cert.Text; got != filepath.Join(home, "certs", "me.pem") || r.dialogOpen() {
		t.Errorf("chosen is %q", got)
	}
	if r.canvas().Focused() != form.network().Cert {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}

	r.canvas().Focus(browse)
	r.press(fyne.KeySpace)
	if !readsIn(r.dialogContent(), filepath.Join(home, "certs")) {
		t.Error("it does not begin where the file is")
	}
	r.press(fyne.KeyLeft)
	r.canvas().Focused().TypedRune('c')
	r.press(fyne.KeyEscape)
	if r.dialogOpen() || form.network().Cert.Text != filepath.Join(home, "certs", "me.pem") {
		t.Errorf("after Escape the field has %q", form.network().Cert.Text)
	}
}

func TestBrowsingEndsWithTheLockPage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.openAccount()
	r.hold = true
	r.buttonWithHint("Browse for: Client certificate file").Tapped(nil)
	r.lock()
	r.release()
	if !r.locked() || r.dialogOpen() {
		t.Error("a list of files lies over the lock page")
	}
}

func TestFolderThatCannotBeReadIsSaid(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	home := filepath.Join(t.TempDir(), "gone")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	r.form().advanced().Open(true)
	r.buttonWithHint("Browse for: Client certificate file").Tapped(nil)
	if !r.dialogOpen() || !readsIn(r.dialogContent(), "This folder can't be read. Choose another one.") {
		t.Fatal("it is not said that the folder cannot be read")
	}
	r.press(fyne.KeyLeft)
	if !readsIn(r.dialogContent(), filepath.Dir(home)) {
		t.Error("its parent folder is not shown")
	}
}
