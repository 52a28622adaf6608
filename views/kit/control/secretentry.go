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

// SecretEntry is a field for a secret. The toolkit's own password field measures the secret, and keeps it in a cache
// for minutes. So this field gives the toolkit only bullets, and stores the secret itself.
type SecretEntry struct {
	Entry
	value []rune
	eye   *eye // nil if the secret is never shown

	OnDiscard func() // called when the user has emptied the field by Escape; may be nil
}

// NewSecretEntry returns an empty field for a secret.
func NewSecretEntry(t *Typing) *SecretEntry {
	e := &SecretEntry{}
	e.Password = true
	e.ActionItem = style.Gap(0, 0) // the toolkit's own button would only show the bullets
	e.Begin(e, t, longestSecret)
	return e
}

// Secret returns the secret that was typed.
func (e *SecretEntry) Secret() client.Secret { return client.NewSecret(string(e.value)) }

// IsEmpty reports whether nothing but spaces was typed.
func (e *SecretEntry) IsEmpty() bool {
	return !slices.ContainsFunc(e.value, func(r rune) bool { return !unicode.IsSpace(r) })
}

// Clear empties the field and overwrites the secret in memory.
func (e *SecretEntry) Clear() {
	clear(e.value)
	e.value = e.value[:0]
	e.SetText("")
	e.Mask()
}

// Discard empties a field as the user does.
func Discard(e *SecretEntry) {
	e.Clear()
	e.edited()
	if e.OnDiscard != nil {
		e.OnDiscard()
	}
}

// Insert inserts a text at the cursor.
func (e *SecretEntry) Insert(text string) {
	typed, cut := cleanSecret(text, e.roomLeft())
	if cut {
		e.typing.OnTooLong(longestSecret)
	}
	if len(typed) > 0 && !e.Disabled() {
		e.editBoth(typed, func() { insert(&e.Entry, strings.Repeat(string(bullet), len(typed))) })
		clear(typed)
	}
}

// TypedRune inserts a character at the cursor.
func (e *SecretEntry) TypedRune(r rune) {
	if e.Disabled() || unicode.IsControl(r) {
		return
	}
	if e.roomLeft() == 0 {
		e.typing.OnTooLong(longestSecret)
		return
	}
	e.editBoth([]rune{r}, func() { e.Entry.TypedRune(bullet) })
}

// TypedKey moves the cursor, deletes, and passes on the keys that Entry passes on.
func (e *SecretEntry) TypedKey(k *fyne.KeyEvent) {
	e.editBoth(nil, func() { e.Entry.TypedKey(k) })
}

// TypedShortcut pastes and selects. It ignores copying, cutting, undoing and redoing.
func (e *SecretEntry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		e.Insert(s.Clipboard.Content())
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
	default:
		e.editBoth(nil, func() { e.Entry.TypedShortcut(s) })
	}
}

// editBoth calls change, which changes the bullets, and changes the value in the same way: it inserts typed before the
// cursor, and deletes as many characters after it as bullets are removed.
func (e *SecretEntry) editBoth(typed []rune, change func()) {
	onEdited := e.OnEdited
	e.OnEdited = nil // Entry compares bullets, which may be the same although the value has changed
	change()
	e.OnEdited = onEdited
	at := e.CursorColumn - len(typed)
	removed := len(e.value) + len(typed) - len([]rune(e.Text))
	if at < 0 || removed < 0 || at+removed > len(e.value) {
		return // change has called Clear
	}
	longer := slices.Concat(e.value[:at], typed, e.value[at+removed:])
	clear(e.value)
	e.value = longer
	if len(typed) > 0 || removed > 0 {
		e.show()
		e.edited()
	}
}

// AccessibilityLabel returns what the field is for, and never the secret.
func (e *SecretEntry) AccessibilityLabel() string { return e.Name }
