package keytable

import "slices"

// rowPool hands out rows again that the list has dropped. Each time the list is refreshed, the toolkit asks for a
// row to measure, and lets go of all spare rows. Of each it keeps what it drew for a minute: new ones would fill the
// memory.
type rowPool struct {
	make    func() *Row
	Rows    []*Row // all that were made
	updated map[*Row]bool
	Spare   map[*Row]bool
}

func newRowPool(make func() *Row) *rowPool {
	return &rowPool{make: make, updated: map[*Row]bool{}, Spare: map[*Row]bool{}}
}

// Get is a row that the list does not have.
func (p *rowPool) Get() *Row {
	for r := range p.Spare {
		delete(p.Spare, r)
		return r
	}
	r := p.make()
	p.Rows = append(p.Rows, r)
	return r
}

// Update makes a row show the key at a place in the list.
func (p *rowPool) Update(r *Row, place int, d RowData) {
	p.updated[r] = true
	r.place = place
	r.Set(d)
}

// Redraw draws the rows again that show something else than their places have now.
func (p *rowPool) Redraw(count int, now func(place int) RowData) {
	for _, r := range p.Rows {
		if !p.Spare[r] && r.place < count {
			r.Update(now(r.place))
		}
	}
}

// At is the row that shows the key at a place, or nil.
func (p *rowPool) At(place int, id string) *Row {
	for _, r := range p.Rows {
		if !p.Spare[r] && r.place == place && r.Data.ID == id {
			return r
		}
	}
	return nil
}

// Pointed reports whether the pointer is over a row.
func (p *rowPool) Pointed() bool {
	return slices.ContainsFunc(p.Rows, func(r *Row) bool { return r.hovered && !p.Spare[r] })
}

// During calls refresh, which refreshes the whole list: it updates each row that the list has afterwards.
func (p *rowPool) During(refresh func()) {
	clear(p.updated)
	refresh()
	if len(p.updated) == 0 {
		return // it has no size yet, or no keys
	}
	for _, r := range p.Rows {
		if p.updated[r] || p.Spare[r] {
			continue
		}
		p.Spare[r] = true
		if !r.Data.Secret.IsZero() {
			r.Set(RowData{Key: r.Data.Key})
		}
	}
}
