package filedialog

import (
	"os"
	"path/filepath"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/views/kit/control"
)

func TestSaveOpensTheFolderThatWasClicked(t *testing.T) {
	w, home := open(t)
	folder := filepath.Join(home, "exports")
	check.Must(t, os.Mkdir(folder, 0o700))
	save := func() { Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("id\n"), nil }) }
	save()
	listOf(t, w).Select(0)
	tapVerb(t, w)
	if !w.Dialogs.IsOpen() {
		t.Fatal("it saves")
	}
	tapVerb(t, w)
	if _, err := os.Stat(filepath.Join(folder, "keys.csv")); err != nil {
		t.Fatal(err)
	}

	save() // begins where the last file was saved
	name := w.Canvas.Focused().(*control.Entry)
	name.SetText("again.csv")
	tapVerb(t, w)
	if _, err := os.Stat(filepath.Join(folder, "again.csv")); err != nil {
		t.Error(err)
	}
}

func TestSaveOpensNoFolderOnceTheNameIsTyped(t *testing.T) {
	w, home := open(t)
	check.Must(t, os.Mkdir(filepath.Join(home, "exports"), 0o700))
	Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("id\n"), nil })
	name := w.Canvas.Focused()
	listOf(t, w).Select(0)
	w.Canvas.Focus(name)
	tapVerb(t, w)
	if _, err := os.Stat(filepath.Join(home, "keys.csv")); err != nil {
		t.Error(err)
	}
}
