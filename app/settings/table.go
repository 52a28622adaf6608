package settings

import (
	"maps"
	"slices"
)

// Table is how a user has the list of keys shown. Its values are not changed in place: With makes others.
type Table struct {
	SortBy      Column          `json:"sortBy,omitempty"` // "" is the server's order
	Descending  bool            `json:"descending,omitempty"`
	ShowDeleted bool            `json:"showDeleted,omitempty"`
	Density     Density         `json:"density"`
	Shown       map[Column]bool `json:"columns,omitempty"` // where it differs from what is shown at first
	Widths      map[Column]int  `json:"widths,omitempty"`  // chosen, in device-independent pixels; others fit
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
		t.Density = defaultDensity
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
