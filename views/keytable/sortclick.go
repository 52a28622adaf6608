package keytable

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// Sorted returns t as a click on the title of a column changes it: sorted ascending first, then descending, then in the
// server's order.
func Sorted(t settings.Table, by settings.Column) settings.Table {
	switch {
	case t.SortBy != by:
		t.SortBy, t.Descending = by, false
	case !t.Descending:
		t.Descending = true
	default:
		t.SortBy, t.Descending = "", false
	}
	return t
}

// sortHint returns the tip that says what the next click on the title does.
func sortHint(sorted, descending bool) string {
	switch {
	case !sorted:
		return lang.L("Sort ascending")
	case !descending:
		return lang.L("Sort descending")
	}
	return lang.L("Cancel sorting")
}
