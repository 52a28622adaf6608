package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/style"
)

// openSecretEntry returns a field that has the focus in a window.
func openSecretEntry(t *testing.T) *SecretEntry {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	e := NewSecretEntry(&Typing{OnShortcut: func(fyne.Shortcut) {}, OnTooLong: func(int) {}})
	w := test.NewTempWindow(t, e)
	w.Canvas().Focus(e)
	return e
}

func TestSecretEntryFollowsEveryEdit(t *testing.T) {
	clipboard := test.NewClipboard()
	key := func(names ...fyne.KeyName) func(*SecretEntry) {
		return func(e *SecretEntry) {
			for _, n := range names {
				e.TypedKey(&fyne.KeyEvent{Name: n})
			}
		}
	}
	typed := func(s string) func(*SecretEntry) { return func(e *SecretEntry) { e.Insert(s) } }
	paste := func(s string) func(*SecretEntry) {
		return func(e *SecretEntry) {
			clipboard.SetContent(s)
			e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		}
	}
	all := func(e *SecretEntry) { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }
	shift := func(e *SecretEntry) { e.KeyDown(&fyne.KeyEvent{Name: "LeftShift"}) }
	undo := func(e *SecretEntry) { e.TypedShortcut(&fyne.ShortcutUndo{}) }

	for name, tt := range map[string]struct {
		do   []func(*SecretEntry)
		want string
	}{
		"typing":               {[]func(*SecretEntry){typed("sécret密")}, "sécret密"},
		"in the middle":        {[]func(*SecretEntry){typed("ac"), key(fyne.KeyLeft), typed("b")}, "abc"},
		"backspace":            {[]func(*SecretEntry){typed("abx"), key(fyne.KeyBackspace), typed("c")}, "abc"},
		"backspace at the end": {[]func(*SecretEntry){key(fyne.KeyBackspace), typed("a"), key(fyne.KeyHome, fyne.KeyBackspace)}, "a"},
		"delete":               {[]func(*SecretEntry){typed("xab"), key(fyne.KeyHome, fyne.KeyDelete, fyne.KeyEnd, fyne.KeyDelete)}, "ab"},
		"typing over all":      {[]func(*SecretEntry){typed("old"), all, typed("new")}, "new"},
		"deleting all":         {[]func(*SecretEntry){typed("old"), all, key(fyne.KeyDelete)}, ""},
		"pasting over all":     {[]func(*SecretEntry){typed("old"), all, paste("pasted\n")}, "pasted"},
		"over a selection":     {[]func(*SecretEntry){typed("abXYc"), key(fyne.KeyLeft), shift, key(fyne.KeyLeft, fyne.KeyLeft), typed("-")}, "ab-c"},
		"deleting a selection": {[]func(*SecretEntry){typed("abXYc"), key(fyne.KeyLeft), shift, key(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyBackspace)}, "abc"},
		"undo does nothing":    {[]func(*SecretEntry){typed("abc"), key(fyne.KeyBackspace), undo}, "ab"},
	} {
		t.Run(name, func(t *testing.T) {
			e := openSecretEntry(t)
			for _, do := range tt.do {
				do(e)
			}
			if got := e.Secret().Reveal(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if n := len([]rune(e.Text)); n != len(e.value) {
				t.Errorf("%d bullets for %d characters", n, len(e.value))
			}
		})
	}
}

func TestWhatIsTypedIntoAClearedFieldIsNotSelected(t *testing.T) {
	e := openSecretEntry(t)
	e.Insert("old")
	e.SelectAll()
	e.Clear()
	for _, c := range "new" {
		e.TypedRune(c)
	}
	if got := e.Secret().Reveal(); got != "new" {
		t.Errorf("got %q", got)
	}
}

func TestATextOfTheProgramIsNotSelected(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	e := NewEntry(&Typing{}, 100)
	test.NewTempWindow(t, e).Canvas().Focus(e)
	changes := 0
	e.OnChanged = func(string) { changes++ }
	e.SetText("old text")
	e.SelectAll()
	e.SetText("new")
	if got := e.SelectedText(); got != "" || e.Text != "new" || changes != 2 {
		t.Errorf("%q is selected in %q, and it has changed %d times", got, e.Text, changes)
	}
}

func TestSecretEntryGivesNothingAway(t *testing.T) {
	e := openSecretEntry(t)
	e.Insert("secret")
	for _, r := range e.Text {
		if r != bullet {
			t.Fatalf("the toolkit got %q", e.Text)
		}
	}
	clipboard := test.NewClipboard()
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	if clipboard.Content() != "" || e.Secret().Reveal() != "secret" {
		t.Error("it can be copied or cut")
	}
	kept := e.value
	e.Clear()
	for _, r := range kept {
		if r != 0 {
			t.Fatal("what was typed is not overwritten")
		}
	}
}
