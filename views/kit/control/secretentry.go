package control

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/views/kit/style"
)

const bullet = '•'

// SecretEntry is a field for a secret. The toolkit's own password field measures what is typed, and caches
// that by the text, for minutes: so this one shows it nothing but bullets, and keeps what they stand for.
type SecretEntry struct {
	Entry
	value []rune
	eye   *eye // nil where what is typed is never shown
}

// NewSecretEntry returns an empty field for a secret.
func NewSecretEntry(t *Typing) *SecretEntry {
	e := &SecretEntry{}
	e.Password = true
	e.ActionItem = style.Gap(0, 0) // the toolkit's own would show the bullets' bullets
	e.Begin(e, t, longestSecret)
	return e
}

// Secret is what was typed.
func (e *SecretEntry) Secret() client.Secret { return client.NewSecret(string(e.value)) }

// Empty tells whether nothing was typed.
func (e *SecretEntry) Empty() bool { return len(e.value) == 0 }

// Clear overwrites what was typed.
func (e *SecretEntry) Clear() {
	clear(e.value)
	e.value = e.value[:0]
	e.SetText("")
	e.Mask()
}

// Insert puts a text at the cursor.
func (e *SecretEntry) Insert(text string) {
	typed, cut := cleanedSecret(text, e.room())
	if cut {
		e.typing.OnTooLong(longestSecret)
	}
	if len(typed) > 0 && !e.Disabled() {
		e.alter(typed, func() { e.insert(strings.Repeat(string(bullet), len(typed))) })
		clear(typed)
	}
}

// TypedRune types a character.
func (e *SecretEntry) TypedRune(r rune) {
	if e.Disabled() || unicode.IsControl(r) {
		return
	}
	if e.room() == 0 {
		e.typing.OnTooLong(longestSecret)
		return
	}
	e.alter([]rune{r}, func() { e.Entry.TypedRune(bullet) })
}

// TypedKey moves the cursor, and deletes.
func (e *SecretEntry) TypedKey(k *fyne.KeyEvent) {
	e.alter(nil, func() { e.Entry.TypedKey(k) })
}

// TypedShortcut pastes; there is nothing to be copied, nor to be undone.
func (e *SecretEntry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		e.typing.OnUsed()
		e.Insert(s.Clipboard.Content())
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
	default:
		e.alter(nil, func() { e.Entry.TypedShortcut(s) })
	}
}

// alter does to the value what change does to the bullets: it puts what was typed before the cursor, and
// takes away what has gone there.
func (e *SecretEntry) alter(typed []rune, change func()) {
	told := e.OnEdited
	e.OnEdited = nil // the bullets may be the same with another value
	change()
	e.OnEdited = told
	at := e.CursorColumn - len(typed)
	gone := len(e.value) + len(typed) - len([]rune(e.Text))
	if at < 0 || gone < 0 || at+gone > len(e.value) {
		return // cleared by what a key did
	}
	longer := slices.Concat(e.value[:at], typed, e.value[at+gone:])
	clear(e.value)
	e.value = longer
	if len(typed) > 0 || gone > 0 {
		e.show()
		e.edited()
	}
}

// AccessibilityLabel is what the field is for, and never what was typed.
func (e *SecretEntry) AccessibilityLabel() string { return e.Name }
