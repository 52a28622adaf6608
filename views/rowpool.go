package views

// rowPool hands rows that the list has let go of out again. Each time the list is refreshed, the toolkit asks for a
// row to measure, and lets go of all spare rows. Of each it keeps what it drew for a minute: new ones would fill the
// memory.
type rowPool struct {
	make    func() *row
	rows    []*row // all that were made
	updated map[*row]bool
	spare   map[*row]bool
}

func newRowPool(make func() *row) *rowPool {
	return &rowPool{make: make, updated: map[*row]bool{}, spare: map[*row]bool{}}
}

// Get is a row that the list does not have.
func (p *rowPool) Get() *row {
	for r := range p.spare {
		delete(p.spare, r)
		return r
	}
	r := p.make()
	p.rows = append(p.rows, r)
	return r
}

// Update makes a row show a key.
func (p *rowPool) Update(r *row, d rowData) {
	p.updated[r] = true
	r.Set(d)
}

// During calls refresh, which refreshes the whole list: it updates each row that the list has afterwards.
func (p *rowPool) During(refresh func()) {
	clear(p.updated)
	refresh()
	if len(p.updated) == 0 {
		return // it has no size yet, or no keys
	}
	for _, r := range p.rows {
		if p.updated[r] || p.spare[r] {
			continue
		}
		p.spare[r] = true
		if !r.data.Secret.IsZero() {
			r.Set(rowData{Key: r.data.Key})
		}
	}
}
