// Package shortcut has what keys do in a window: to be done, and to be shown on a sheet.
package shortcut

import (
	"iter"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/press"
)

// Shortcut is what pressing any of some keys does.
type Shortcut struct {
	Keys []*desktop.CustomShortcut
	What string
	Do   func() // nil where what has the keyboard does it
}

// Group is some of them under a title.
type Group struct {
	Title     string
	Within    bool // they are only for what the title names, while that has the keyboard
	Shortcuts []Shortcut
}

// Table is every shortcut of a window.
type Table []Group

// Find returns what pressing keys does, and whether that is anything.
func (t Table) Find(keys *desktop.CustomShortcut) (found Shortcut, ok bool) {
	for s, k := range t.all() {
		if *k == *keys {
			return s, true
		}
	}
	return Shortcut{}, false
}

// Registered is those that the toolkit must be asked for, as it names them. A key alone, or with Shift, is none to
// it.
func (t Table) Registered() []fyne.Shortcut {
	var all []fyne.Shortcut
	for _, k := range t.all() {
		if k.Modifier&^fyne.KeyModifierShift != 0 {
			all = append(all, press.AsTold(k))
		}
	}
	return all
}

// all goes through the shortcuts that are not for one thing alone, once for each of their keys.
func (t Table) all() iter.Seq2[Shortcut, *desktop.CustomShortcut] {
	return func(yield func(Shortcut, *desktop.CustomShortcut) bool) {
		for _, group := range t {
			if group.Within {
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
