package settings

import (
	"maps"
	"slices"
)

// Column is something that the list shows of each key. The values are stable names.
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

// ShownAtFirst reports whether the column is shown until the user chooses.
func (c Column) ShownAtFirst() bool {
	return c != ColumnUpdated && c != ColumnExpires && c != ColumnAge
}

// Optional reports whether a user may do without the column.
func (c Column) Optional() bool { return c != ColumnID && c != ColumnActions }

// Sortable reports whether the list can be sorted by the column.
func (c Column) Sortable() bool {
	switch c {
	case ColumnID, ColumnState, ColumnCreated, ColumnUpdated, ColumnExpires, ColumnAge:
		return true
	}
	return false
}

// Density is how much room a row takes. The values are stable names.
type Density string

// The densities.
const (
	DensityLarger  Density = "larger"
	DensityMiddle  Density = "middle"
	DensityCompact Density = "compact"
)

// Densities are those to choose from.
func Densities() []Density { return []Density{DensityLarger, DensityMiddle, DensityCompact} }

// Table is how a user has the list of keys shown. Its values are not changed in place: With makes others.
type Table struct {
	SortBy      Column          `json:"sortBy,omitempty"` // "" is the server's order
	Descending  bool            `json:"descending,omitempty"`
	ShowDeleted bool            `json:"showDeleted,omitempty"`
	Density     Density         `json:"density"`
	Shown       map[Column]bool `json:"columns,omitempty"` // where it differs from what is shown at first
	Widths      map[Column]int  `json:"widths,omitempty"`  // chosen, in device-independent pixels; others fit
}

// DefaultTable is what holds until the user chooses otherwise: the console's look.
func DefaultTable() Table { return Table{Density: DensityMiddle} }

// Shows reports whether a column is shown.
func (t Table) Shows(c Column) bool {
	if shown, chosen := t.Shown[c]; chosen && c.Optional() {
		return shown
	}
	return c.ShownAtFirst()
}

// WithColumn returns t with an optional column shown or not.
func (t Table) WithColumn(c Column, shown bool) Table {
	t.Shown = with(t.Shown, c, shown)
	return t
}

// WithWidth returns t with a column as wide as chosen, or as what it shows needs where width is 0.
func (t Table) WithWidth(c Column, width int) Table {
	t.Widths = with(t.Widths, c, width)
	if width <= 0 {
		delete(t.Widths, c)
	}
	return t
}

// SameKeys reports whether t and other show the same keys in the same order.
func (t Table) SameKeys(other Table) bool {
	return t.SortBy == other.SortBy && t.Descending == other.Descending && t.ShowDeleted == other.ShowDeleted
}

// with returns a copy of m in which key has value.
func with[K comparable, V any](m map[K]V, key K, value V) map[K]V {
	m = maps.Clone(m)
	if m == nil {
		m = map[K]V{}
	}
	m[key] = value
	return m
}

// valid returns t with the default in place of what is no choice, as in a file from elsewhere.
func (t Table) valid() Table {
	if !slices.Contains(Densities(), t.Density) {
		t.Density = DensityMiddle
	}
	if t.SortBy != "" && !t.SortBy.Sortable() {
		t.SortBy, t.Descending = "", false
	}
	if len(t.Widths) == 0 {
		t.Widths = nil // as it comes back from the disk
	}
	return t
}

// ChangeTable changes how the list is shown, from now on: what differs between was and now. The rest stays as another
// process has set it. It does not wait for the disk: see Save.
func (s *File) ChangeTable(was, now Table) {
	s.Change(func(v *Settings) { v.Table = v.Table.changed(was, now).valid() })
}

// changed returns t with what differs between was and now as it is in now.
func (t Table) changed(was, now Table) Table {
	if was.SortBy != now.SortBy || was.Descending != now.Descending {
		t.SortBy, t.Descending = now.SortBy, now.Descending
	}
	if was.ShowDeleted != now.ShowDeleted {
		t.ShowDeleted = now.ShowDeleted
	}
	if was.Density != now.Density {
		t.Density = now.Density
	}
	t.Shown, t.Widths = changed(t.Shown, was.Shown, now.Shown), changed(t.Widths, was.Widths, now.Widths)
	return t
}

// changed returns a copy of m in which what differs between was and now is as in now.
func changed[K, V comparable](m, was, now map[K]V) map[K]V {
	m = maps.Clone(m)
	for key := range was {
		if _, stays := now[key]; !stays {
			delete(m, key)
		}
	}
	for key, value := range now {
		if before, had := was[key]; !had || before != value {
			m = with(m, key, value)
		}
	}
	return m
}
