package keyspage

// onClick opens the details of a key at the second click of a double click on its row.
func (m *menus) onClick(id string) {
	if m.win.Presses.IsDouble() {
		m.showDetails(id)
	}
}
