package settings

import "maps"

// Table holds how the list of keys is shown. Its maps are never modified in place: WithColumn and WithWidth copy them.
type Table struct {
	SortBy      Column          `json:"sortBy,omitempty"` // "" means the server's order
	Descending  bool            `json:"descending,omitempty"`
	ShowDeleted bool            `json:"showDeleted,omitempty"`
	Density     Density         `json:"density"`
	Shown       map[Column]bool `json:"columns,omitempty"` // the columns that the user chose to show or hide
	Widths      map[Column]int  `json:"widths,omitempty"`  // the chosen widths in device-independent pixels
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

// valid returns t with defaults in place of invalid values. It is for settings that come from a file.
func (t Table) valid() Table {
	t.Density = oneOf(Densities(), t.Density, defaultDensity)
	if t.SortBy != "" && !t.SortBy.Sortable() {
		t.SortBy, t.Descending = "", false
	}
	if len(t.Widths) == 0 {
		t.Widths = nil // as when it is read from the file
	}
	return t
}

// ChangeTable changes how the list is shown. It applies only the differences between was and now, so that the rest keeps
// the values that another process may have set. It does not write the file; see Save.
func (s *File) ChangeTable(was, now Table) {
	s.Change(func(v *Settings) { v.Table = v.Table.changed(was, now).valid() })
}

// changed returns t with the differences between was and now applied.
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

// changed returns a copy of m with the differences between was and now applied.
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
