package settings

// WithWidth returns t with the given width of a column. A width of 0 means that the column is as wide as its content.
func (t Table) WithWidth(c Column, width int) Table {
	t.Widths = with(t.Widths, c, width)
	if width <= 0 {
		delete(t.Widths, c)
	}
	return t
}
