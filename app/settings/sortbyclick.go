package settings

// SortedBy returns t as a click on the title of a column changes it: sorted ascending first, then descending, then in the
// server's order.
func (t Table) SortedBy(c Column) Table {
	switch {
	case t.SortBy != c:
		t.SortBy, t.Descending = c, false
	case !t.Descending:
		t.Descending = true
	default:
		t.SortBy, t.Descending = "", false
	}
	return t
}
