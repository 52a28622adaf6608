// Package shortcut has the table of a window's shortcuts, which is both for running them and for showing them to the
// user.
package shortcut

import (
	"iter"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/press"
)

// Shortcut is what any of Keys does.
type Shortcut struct {
	Keys []*desktop.CustomShortcut
	What string
	Do   func() // nil if the focused control does it
}

// Group is several shortcuts under a title.
type Group struct {
	Title      string
	NeedsFocus bool // the shortcuts work only while what the title names has the focus
	Shortcuts  []Shortcut
}

// Table is every shortcut of a window.
type Table []Group

// Find returns the shortcut of keys, and whether there is one.
func (t Table) Find(keys *desktop.CustomShortcut) (found Shortcut, ok bool) {
	for s, k := range t.all() {
		if *k == *keys {
			return s, true
		}
	}
	return Shortcut{}, false
}

// Registered returns the shortcuts that must be registered with the toolkit, in its own types. It does not take a key
// alone, or with Shift only, for a shortcut.
func (t Table) Registered() []fyne.Shortcut {
	var all []fyne.Shortcut
	for _, k := range t.all() {
		if k.Modifier&^fyne.KeyModifierShift != 0 {
			all = append(all, press.ToolkitShortcut(k))
		}
	}
	return all
}

// all iterates over the shortcuts of all groups except those with NeedsFocus, once for each of their keys.
func (t Table) all() iter.Seq2[Shortcut, *desktop.CustomShortcut] {
	return func(yield func(Shortcut, *desktop.CustomShortcut) bool) {
		for _, group := range t {
			if group.NeedsFocus {
				continue
			}
			for _, s := range group.Shortcuts {
				for _, k := range s.Keys {
					if !yield(s, k) {
						return
					}
				}
			}
		}
	}
}
