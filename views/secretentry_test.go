package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// openSecretEntry is a field in a window, with the keyboard.
func openSecretEntry(t *testing.T) *secretEntry {
	test.NewTempApp(t).Settings().SetTheme(newConsoleTheme(nil))
	e := newSecretEntry()
	e.OnKey, e.OnShortcut, e.OnUsed, e.OnCut = func(*fyne.KeyEvent) {}, func(fyne.Shortcut) {}, func() {}, func() {}
	w := test.NewTempWindow(t, e)
	w.Canvas().Focus(e)
	return e
}

func TestSecretEntryFollowsEveryEdit(t *testing.T) {
	clipboard := test.NewClipboard()
	key := func(names ...fyne.KeyName) func(*secretEntry) {
		return func(e *secretEntry) {
			for _, n := range names {
				e.TypedKey(&fyne.KeyEvent{Name: n})
			}
		}
	}
	typed := func(s string) func(*secretEntry) { return func(e *secretEntry) { e.Insert(s) } }
	paste := func(s string) func(*secretEntry) {
		return func(e *secretEntry) {
			clipboard.SetContent(s)
			e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		}
	}
	all := func(e *secretEntry) { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }
	shift := func(e *secretEntry) { e.KeyDown(&fyne.KeyEvent{Name: "LeftShift"}) }
	undo := func(e *secretEntry) { e.TypedShortcut(&fyne.ShortcutUndo{}) }

	for name, tt := range map[string]struct {
		do   []func(*secretEntry)
		want string
	}{
		"typing":               {[]func(*secretEntry){typed("sécret密")}, "sécret密"},
		"in the middle":        {[]func(*secretEntry){typed("ac"), key(fyne.KeyLeft), typed("b")}, "abc"},
		"backspace":            {[]func(*secretEntry){typed("abx"), key(fyne.KeyBackspace), typed("c")}, "abc"},
		"backspace at the end": {[]func(*secretEntry){key(fyne.KeyBackspace), typed("a"), key(fyne.KeyHome, fyne.KeyBackspace)}, "a"},
		"delete":               {[]func(*secretEntry){typed("xab"), key(fyne.KeyHome, fyne.KeyDelete, fyne.KeyEnd, fyne.KeyDelete)}, "ab"},
		"typing over all":      {[]func(*secretEntry){typed("old"), all, typed("new")}, "new"},
		"deleting all":         {[]func(*secretEntry){typed("old"), all, key(fyne.KeyDelete)}, ""},
		"pasting over all":     {[]func(*secretEntry){typed("old"), all, paste("pasted\n")}, "pasted"},
		"over a selection":     {[]func(*secretEntry){typed("abXYc"), key(fyne.KeyLeft), shift, key(fyne.KeyLeft, fyne.KeyLeft), typed("-")}, "ab-c"},
		"deleting a selection": {[]func(*secretEntry){typed("abXYc"), key(fyne.KeyLeft), shift, key(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyBackspace)}, "abc"},
		"undo does nothing":    {[]func(*secretEntry){typed("abc"), key(fyne.KeyBackspace), undo}, "ab"},
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
