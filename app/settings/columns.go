package settings

// Column is a column of the list of keys. The values are stable names.
type Column string

// The columns.
const (
	ColumnID      Column = "id"
	ColumnSecret  Column = "secret"
	ColumnState   Column = "state"
	ColumnCreated Column = "createdAt"
	ColumnUpdated Column = "updatedAt"
	ColumnExpires Column = "expiresAt"
	ColumnAge     Column = "age"
	ColumnActions Column = "actions"
)

// shownByDefault reports whether the column is shown unless the user chooses otherwise.
func (c Column) shownByDefault() bool {
	return c != ColumnUpdated && c != ColumnExpires && c != ColumnAge
}

// Optional reports whether the user can hide the column.
func (c Column) Optional() bool { return c != ColumnID && c != ColumnActions }

// Sortable reports whether the list can be sorted by the column.
func (c Column) Sortable() bool {
	switch c {
	case ColumnID, ColumnState, ColumnCreated, ColumnUpdated, ColumnExpires, ColumnAge:
		return true
	}
	return false
}

// Shows reports whether a column is shown.
func (t Table) Shows(c Column) bool {
	if shown, chosen := t.Shown[c]; chosen && c.Optional() {
		return shown
	}
	return c.shownByDefault()
}

// WithColumn returns t with an optional column shown or hidden.
func (t Table) WithColumn(c Column, shown bool) Table {
	t.Shown = with(t.Shown, c, shown)
	return t
}
