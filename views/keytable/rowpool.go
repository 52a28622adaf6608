package keytable

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// rowPool hands out again the rows that the list has dropped. At each refresh of the list, the toolkit asks for a row
// to measure, and drops all spare rows. It caches what it drew of each row for a minute, so that new rows would fill
// the memory.
//
// The toolkit now and then keeps a spare row nevertheless, and shows it later: its own pool does not find what was put
// there on another processor. Therefore it is given holders of rows, and a holder loses its row to the next that needs
// one.
type rowPool struct {
	make    func() *Row
	Rows    []*Row                   // all rows that were made
	updated map[*Row]bool            // the rows that Update was called for since Refresh began
	Spare   map[*Row]bool            // the rows that the list has dropped
	holders map[*Row]*fyne.Container // the holder that each row is in
}

func newRowPool(make func() *Row) *rowPool {
	return &rowPool{make: make, updated: map[*Row]bool{}, Spare: map[*Row]bool{}, holders: map[*Row]*fyne.Container{}}
}

// Get returns a holder with a spare row, or with a new one.
func (p *rowPool) Get() *fyne.Container {
	h := container.NewStack()
	p.fill(h)
	return h
}

func (p *rowPool) fill(h *fyne.Container) {
	r := p.spare()
	if before := p.holders[r]; before != nil {
		before.RemoveAll()
	}
	p.holders[r] = h
	h.Add(r)
}

func (p *rowPool) spare() *Row {
	for r := range p.Spare {
		delete(p.Spare, r)
		return r
	}
	p.Rows = append(p.Rows, p.make())
	return p.Rows[len(p.Rows)-1]
}

// Update makes the row in a holder show the key at an index of the list.
func (p *rowPool) Update(h *fyne.Container, place int, d RowData) {
	if len(h.Objects) == 0 {
		p.fill(h)
	}
	r := h.Objects[0].(*Row)
	delete(p.Spare, r)
	p.updated[r] = true
	r.place = place
	r.Set(d)
}

// Redraw redraws the rows whose data has changed. now returns the data for an index.
func (p *rowPool) Redraw(count int, now func(place int) RowData) {
	for _, r := range p.Rows {
		if !p.Spare[r] && r.place < count {
			r.Update(now(r.place))
		}
	}
}

// At returns the row that shows the key id at an index, or nil.
func (p *rowPool) At(place int, id string) *Row {
	for _, r := range p.Rows {
		if !p.Spare[r] && r.place == place && r.Data.ID == id {
			return r
		}
	}
	return nil
}

// Hovered returns the row that the pointer is over, or nil.
func (p *rowPool) Hovered() *Row {
	if i := slices.IndexFunc(p.Rows, func(r *Row) bool { return r.Hovered && !p.Spare[r] }); i >= 0 {
		return p.Rows[i]
	}
	return nil
}

// Refresh calls refresh, which refreshes the whole list, and makes the rows spare that refresh does not update.
func (p *rowPool) Refresh(refresh func()) {
	clear(p.updated)
	refresh()
	if len(p.updated) == 0 {
		return // the list has no size yet, or no keys
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
