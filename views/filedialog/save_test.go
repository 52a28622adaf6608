package filedialog

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/apptest/check"
	"accesskeys/client/route"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/marklist"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/toast"
	"accesskeys/views/kit/tooltip"
)

// open returns a window that does background work at once, and a home directory for its files.
func open(t *testing.T) (w *page.Window, home string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	home = t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	win := test.NewTempWindow(t, nil)
	win.Resize(fyne.NewSize(900, 600))
	w = &page.Window{Canvas: win.Canvas(), Tasks: background.New(t.Context(), route.Network{}.WaitLimit()),
		Typing: &control.Typing{OnShortcut: func(fyne.Shortcut) {}, OnTooLong: func(int) {}}}
	w.Tasks.Start = func(work func()) { work() }
	w.Tips = tooltip.New(w.Tasks)
	w.Toasts = toast.New(w.Tasks, w.Tips)
	w.Dialogs = dialog.New(w.Canvas, func() {})
	return w, home
}

// said returns the notice of the dialog, and the label of its button.
func said(w *page.Window) (wrong, verb string) {
	for _, o := range test.LaidOutObjects(w.Dialogs.Shown) {
		switch o := o.(type) {
		case *control.Button:
			verb = o.Text
		case fyne.Accessible:
			if text := o.AccessibilityLabel(); strings.Contains(text, "already exists") || strings.Contains(text, "Type a file name") {
				wrong = text
			}
		}
	}
	return wrong, verb
}

func typeKey(w *page.Window, key fyne.KeyName) {
	w.Canvas.Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func tapVerb(t *testing.T, w *page.Window) {
	t.Helper()
	var last *control.Button
	for _, o := range test.LaidOutObjects(w.Dialogs.Shown) {
		if b, ok := o.(*control.Button); ok {
			last = b
		}
	}
	test.Tap(last)
}

func TestFileIsSavedWhereTheUserChooses(t *testing.T) {
	w, home := open(t)
	check.Must(t, os.Mkdir(filepath.Join(home, "exports"), 0o700))
	Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("id\n"), nil })
	w.Canvas.FocusPrevious()   // to the folders
	typeKey(w, fyne.KeyReturn) // it is empty, so that the keyboard goes to the name
	typeKey(w, fyne.KeyReturn)
	got, err := os.ReadFile(filepath.Join(home, "exports", "keys.csv"))
	check.Must(t, err)
	check.Equal(t, "content", string(got), "id\n")
	if w.Dialogs.IsOpen() {
		t.Error("the dialog is still open")
	}
}

func TestFileGetsTheEndingThatTheUserLeavesOut(t *testing.T) {
	w, home := open(t)
	Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("id\n"), nil })
	w.Canvas.Focused().(*control.Entry).SetText("mine")
	typeKey(w, fyne.KeyReturn)
	if _, err := os.Stat(filepath.Join(home, "mine.csv")); err != nil {
		t.Error(err)
	}
}

func TestFileIsSavedInTheFolderThatTheUserTypes(t *testing.T) {
	for name, test := range map[string]struct {
		typed string
		again bool // Enter is pressed once more
		want  string
	}{
		"home":                     {"~/mine.csv", false, "mine.csv"},
		"a tilde in a name":        {"~mine.csv", false, "~mine.csv"},
		"a file in a folder":       {"exports/mine.csv", false, "exports/mine.csv"},
		"a folder":                 {"exports", true, "exports/keys.csv"},
		"a folder and a separator": {"~/exports/", true, "exports/keys.csv"},
	} {
		t.Run(name, func(t *testing.T) {
			w, home := open(t)
			check.Must(t, os.Mkdir(filepath.Join(home, "exports"), 0o700))
			Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("id\n"), nil })
			w.Canvas.Focused().(*control.Entry).SetText(test.typed)
			typeKey(w, fyne.KeyReturn)
			if w.Dialogs.IsOpen() != test.again {
				t.Fatalf("the dialog is open: %v", !test.again)
			}
			if test.again {
				typeKey(w, fyne.KeyReturn)
			}
			if _, err := os.Stat(filepath.Join(home, filepath.FromSlash(test.want))); err != nil {
				t.Error(err)
			}
		})
	}
}

// Pressing Enter twice does not confirm the question.
func TestFileIsReplacedOnlyAfterConfirmation(t *testing.T) {
	w, home := open(t)
	path := filepath.Join(home, "keys.csv")
	check.Must(t, os.WriteFile(path, []byte("old"), 0o600))
	Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("new"), nil })
	for range 2 {
		typeKey(w, fyne.KeyReturn)
		wrong, verb := said(w)
		if !strings.Contains(wrong, "keys.csv") || !strings.Contains(wrong, "Replace (Ctrl+Enter)") || verb != "Replace" {
			t.Fatalf("it says %q, and offers %q", wrong, verb)
		}
	}
	w.Canvas.Focused().TypedRune('2')
	if wrong, verb := said(w); wrong != "" || verb != "Save" {
		t.Errorf("of another name it says %q, and offers %q", wrong, verb)
	}
	w.Canvas.Focused().(*control.Entry).SetText("keys.csv")
	typeKey(w, fyne.KeyReturn)
	tapVerb(t, w)
	got, err := os.ReadFile(path)
	check.Must(t, err)
	check.Equal(t, "content", string(got), "new")
}

func TestShortcutInTheNameReplacesOnlyWhatTheUserWasAskedAbout(t *testing.T) {
	w, home := open(t)
	path := filepath.Join(home, "keys.csv")
	check.Must(t, os.WriteFile(path, []byte("old"), 0o600))
	Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("new"), nil })
	for _, want := range []string{"old", "new"} {
		w.Canvas.Focused().(fyne.Shortcutable).TypedShortcut(press.Command(fyne.KeyReturn, 0))
		got, err := os.ReadFile(path)
		check.Must(t, err)
		check.Equal(t, "content", string(got), want)
	}
	if w.Dialogs.IsOpen() {
		t.Error("the dialog is still open")
	}
}

func TestFileNameIsRequired(t *testing.T) {
	w, _ := open(t)
	Save(w, "Export", " ", func() ([]byte, error) { return nil, nil })
	typeKey(w, fyne.KeyReturn)
	if wrong, _ := said(w); wrong == "" {
		t.Error("it does not say that there is no name")
	}
}

func TestOnlyOneControlLooksFocused(t *testing.T) {
	w, home := open(t)
	check.Must(t, os.Mkdir(filepath.Join(home, "run"), 0o700))
	Save(w, "Export List", "keys.csv", nil)
	frames := func() (n int) {
		for _, o := range test.LaidOutObjects(w.Dialogs.Shown) {
			if p, ok := o.(*surface.Panel); ok && p.Visible() && p.Rect.StrokeWidth == focusRing {
				n++
			}
		}
		return n
	}
	if n := frames(); n != 0 {
		t.Errorf("%d entries look focused while the name is", n)
	}
	for range 5 {
		if _, name := w.Canvas.Focused().(*control.Entry); !name {
			break
		}
		w.Canvas.(interface{ FocusPrevious() }).FocusPrevious()
	}
	if n := frames(); n != 1 {
		t.Errorf("%d entries look focused while the list is", n)
	}
}

// listed returns what the folder's list shows.
func listed(w *page.Window) (names []string) {
	for _, o := range test.LaidOutObjects(w.Dialogs.Shown) {
		if name, ok := o.(*text.Text); ok && name.Visible() && strings.HasSuffix(name.AccessibilityLabel(), "thing") {
			names = append(names, name.AccessibilityLabel())
		}
	}
	return names
}

func TestHiddenEntriesAreListedToOpenAndForAHiddenName(t *testing.T) {
	w, home := open(t)
	for _, name := range []string{".hidden thing", "thing"} {
		check.Must(t, os.Mkdir(filepath.Join(home, name), 0o700))
	}
	all := []string{"thing", ".hidden thing"}
	Open(w, "Choose", home, func(string) {})
	check.EqualSlices(t, "to open", listed(w), all...)
	w.Dialogs.Dismiss()
	Save(w, "Export", "keys.csv", nil)
	check.EqualSlices(t, "to save", listed(w), "thing")
	name := w.Canvas.Focused().(*control.Entry)
	name.TypedRune('.') // in place of the whole name
	check.EqualSlices(t, "for a hidden name", listed(w), all...)
	typeKey(w, fyne.KeyBackspace)
	check.EqualSlices(t, "for another name", listed(w), "thing")
}

func listOf(t *testing.T, w *page.Window) *marklist.List {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.Dialogs.Shown) {
		if l, ok := o.(*marklist.List); ok {
			return l
		}
	}
	t.Fatal("there is no list")
	return nil
}

func TestClickedFileIsTheOneThatIsSaved(t *testing.T) {
	w, home := open(t)
	check.Must(t, os.Mkdir(filepath.Join(home, "folder"), 0o700))
	for _, name := range []string{"a.csv", "b.csv", "c.csv"} {
		check.Must(t, os.WriteFile(filepath.Join(home, name), []byte("old"), 0o600))
	}
	Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("new"), nil })
	field := w.Canvas.Focused().(*control.Entry)
	listOf(t, w).Select(2)
	check.Equal(t, "name after a click", field.Text, "b.csv")
	typeKey(w, fyne.KeyDown)
	check.Equal(t, "name on another file", field.Text, "b.csv")
	typeKey(w, fyne.KeyReturn)
	check.Equal(t, "name after Enter", field.Text, "c.csv")
	typeKey(w, fyne.KeyHome)
	check.Equal(t, "name on a folder", field.Text, "c.csv")
	tapVerb(t, w)
	if wrong, verb := said(w); !strings.Contains(wrong, "c.csv") || verb != "Replace" {
		t.Errorf("it says %q, and offers %q", wrong, verb)
	}
	listOf(t, w).Select(1)
	if wrong, verb := said(w); wrong != "" || verb != "Save" {
		t.Errorf("after another file, it says %q, and offers %q", wrong, verb)
	}
}

// Otherwise the rows would move away from under the pointer, and the second click of a double click would meet another file.
func TestHiddenEntriesStayUntilTheUserTypes(t *testing.T) {
	w, home := open(t)
	check.Must(t, os.Mkdir(filepath.Join(home, ".folder"), 0o700))
	for _, name := range []string{"a.csv", "b.csv"} {
		check.Must(t, os.WriteFile(filepath.Join(home, name), nil, 0o600))
	}
	Save(w, "Export", ".keys.csv", nil)
	field, list := w.Canvas.Focused().(*control.Entry), listOf(t, w)
	for range 2 {
		list.Select(2)
		check.Equal(t, "name", field.Text, "b.csv")
		check.Equal(t, "entries", list.Count, 3)
	}
	w.Canvas.Focus(field)
	field.TypedRune('2')
	check.Equal(t, "entries after typing", list.Count, 2)
	check.Equal(t, "marked", list.AccessibilityLabel(), "Export: b.csv")
}

func TestQuestionAboutReplacingEndsWithTheFolder(t *testing.T) {
	w, home := open(t)
	folder := filepath.Join(home, "folder")
	check.Must(t, os.Mkdir(folder, 0o700))
	for _, in := range []string{home, folder} {
		check.Must(t, os.WriteFile(filepath.Join(in, "keys.csv"), []byte("old"), 0o600))
	}
	Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("new"), nil })
	typeKey(w, fyne.KeyReturn)
	w.Canvas.Focus(listOf(t, w))
	typeKey(w, fyne.KeyReturn) // into the folder
	tapVerb(t, w)
	got, err := os.ReadFile(filepath.Join(folder, "keys.csv"))
	check.Must(t, err)
	check.Equal(t, "content", string(got), "old")
}

// markShown reports whether an entry of the list looks chosen.
func markShown(w *page.Window) (shown bool) {
	for _, o := range test.LaidOutObjects(w.Dialogs.Shown) {
		p, ok := o.(*surface.Panel)
		shown = shown || ok && p.Fill == style.ColorRowChosen && p.Visible()
	}
	return shown
}

func TestNoFileLooksChosenWhileTheNameIsTyped(t *testing.T) {
	w, home := open(t)
	check.Must(t, os.WriteFile(filepath.Join(home, "other.csv"), nil, 0o600))
	Save(w, "Export", "keys.csv", nil)
	if markShown(w) {
		t.Error("another file looks chosen")
	}
	w.Canvas.Focus(listOf(t, w))
	if !markShown(w) {
		t.Error("the list does not show where the keyboard is")
	}
	w.Dialogs.Dismiss()
	Open(w, "Open", home, nil)
	w.Canvas.Unfocus()
	if !markShown(w) {
		t.Error("the file that Open opens does not look chosen")
	}
}

func TestEnterSavesAfterAClickOnParentFolder(t *testing.T) {
	w, home := open(t)
	up := func() {
		t.Helper()
		for _, o := range test.LaidOutObjects(w.Dialogs.Shown) {
			if b, ok := o.(*control.Button); ok && b.Text == "Parent Folder" {
				test.TapCanvas(w.Canvas, fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(5, 5))
				return
			}
		}
		t.Fatal("there is no Parent Folder")
	}
	check.Must(t, os.Mkdir(filepath.Join(home, "folder"), 0o700))
	Save(w, "Export", "keys.csv", func() ([]byte, error) { return []byte("new"), nil })
	w.Canvas.Focus(listOf(t, w))
	typeKey(w, fyne.KeyReturn) // into the folder, which is empty
	if e, ok := w.Canvas.Focused().(*control.Entry); !ok || e.Text != "keys.csv" {
		t.Errorf("an empty folder leaves the keyboard on %T", w.Canvas.Focused())
	}
	up()
	typeKey(w, fyne.KeyReturn)
	if _, err := os.Stat(filepath.Join(home, "keys.csv")); err != nil {
		t.Error(err)
	}
	Open(w, "Open", filepath.Join(home, "folder"), nil)
	up()
	check.Equal(t, "focus", w.Canvas.Focused(), fyne.Focusable(listOf(t, w)))
}
