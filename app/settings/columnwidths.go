package settings

// WithWidth returns t with a column as wide as chosen, or as what it shows needs where width is 0.
func (t Table) WithWidth(c Column, width int) Table {
	t.Widths = with(t.Widths, c, width)
	if width <= 0 {
		delete(t.Widths, c)
	}
	return t
}
