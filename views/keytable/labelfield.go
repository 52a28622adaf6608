package keytable

// What follows is for the field on a row in which its key's label is asked for.

// RedrawFields has the rows of a list show what FieldOf returns by now.
func RedrawFields(l *List) { l.redraws.now() }

// ScrollToKey scrolls a list no more than it takes to see a key's row.
func ScrollToKey(l *List, id string) {
	if i, ok := l.Place[id]; ok {
		scrolling{l}.show(i)
	}
}

// HasFocus reports whether a list has the keyboard.
func HasFocus(l *List) bool { return l.focused }
