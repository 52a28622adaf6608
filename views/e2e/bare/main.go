// Bare shows a window with only a label, or with only a table of as many keys as the flag -keys says. The benchmarks
// compare the application with it. The table's rows are in the same place as the application's.
package main

import (
	"flag"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	keys := flag.Int("keys", 0, "show a table of so many keys instead of a label")
	async := flag.Bool("async", false, "change the table from another goroutine, as a program must that waits for something")
	flag.Parse()
	w := app.New().NewWindow("bare")
	w.SetPadded(false)
	w.SetContent(widget.NewLabel("bare"))
	if *keys > 0 {
		t := newTable(*keys, *async)
		w.SetContent(t.object)
		w.Canvas().SetOnTypedKey(t.typed)
	}
	w.Resize(fyne.NewSize(1221, 700))
	w.ShowAndRun()
}

// Columns of the table.
const (
	idColumn = iota + 1
	createdColumn
	secretColumn
	showColumn
	stateColumn
	lastColumn
)

var widths = []float32{262, 150, 125, 144, 209, 130, 127}

const (
	above     = 220 // height of what the application has above its table
	rowHeight = 54
)

// table is a table of keys, with a link in each row that shows the secret.
type table struct {
	object fyne.CanvasObject
	table  *widget.Table
	keys   []key
	change func(func()) // calls a function that changes the table
}

type key struct{ shown, disabled bool }

func newTable(keys int, async bool) *table {
	t := &table{keys: make([]key, keys), change: func(f func()) { f() }}
	if async {
		t.change = func(f func()) { go fyne.Do(f) }
	}
	t.table = widget.NewTable(func() (int, int) { return len(t.keys), lastColumn + 1 }, newCell, t.set)
	t.table.ShowHeaderRow = true
	t.table.UpdateHeader = func(at widget.TableCellID, o fyne.CanvasObject) {
		o.(*widget.Label).SetText(fmt.Sprintf("Column %d", at.Col))
	}
	for i, width := range widths {
		t.table.SetColumnWidth(i, width)
	}
	for i := range min(keys, 20) {
		t.table.SetRowHeight(i, rowHeight)
	}
	space := canvas.NewRectangle(nil)
	space.SetMinSize(fyne.NewSize(0, above))
	t.object = container.NewBorder(space, nil, nil, nil, t.table)
	return t
}

func newCell() fyne.CanvasObject {
	link := widget.NewHyperlink("Show", nil)
	link.Hide()
	return container.NewStack(widget.NewLabel(""), link)
}

func (t *table) set(at widget.TableCellID, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	label, link := parts[0].(*widget.Label), parts[1].(*widget.Hyperlink)
	if at.Col == showColumn {
		label.Hide()
		link.Show()
		link.OnTapped = func() { t.change(func() { t.toggle(at.Row) }) }
		return
	}
	link.Hide()
	label.Show()
	label.SetText(t.text(at))
}

func (t *table) text(at widget.TableCellID) string {
	k := t.keys[at.Row]
	switch {
	case at.Col == idColumn:
		return fmt.Sprintf("AKID%012d", at.Row)
	case at.Col == createdColumn:
		return "2026-11-28 12:00"
	case at.Col == secretColumn && k.shown:
		return fmt.Sprintf("secret of %08d", at.Row)
	case at.Col == secretColumn:
		return "****************"
	case at.Col == stateColumn && k.disabled:
		return "Disabled"
	case at.Col == stateColumn:
		return "Enabled"
	}
	return fmt.Sprint(at.Row)
}

func (t *table) toggle(row int) {
	t.keys[row].shown = !t.keys[row].shown
	t.table.RefreshItem(widget.TableCellID{Row: row, Col: secretColumn})
}

// typed handles F5 like a reload after which the first key has changed.
func (t *table) typed(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF5 {
		t.change(func() {
			t.keys[0].disabled = !t.keys[0].disabled
			t.table.Refresh()
		})
	}
}
