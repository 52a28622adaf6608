package keytable

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
)

func TestAgeHasObjectsOnlyWithItsColumn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	row, rr := rowIn(t, settings.DefaultTable(), 1000)
	plain := len(rr.Objects())
	if row.age.text != nil {
		t.Error("a row without the column has an age")
	}
	row, rr = rowIn(t, settings.DefaultTable().WithColumn(settings.ColumnAge, true), 1200)
	d := row.Data
	d.Age = Age{Text: "412 days", Old: true, Whole: "Older than 365 days"}
	row.Set(d)
	cell := row.look.In(1200).Spans[ColumnAge]
	end := row.age.mark.Position().X + row.age.mark.Size().Width
	if len(rr.Objects()) == plain || !row.age.mark.Visible() || row.age.mark.Position().X < row.age.text.Position().X+row.age.text.Size().Width || end > cell.X+cell.Width {
		t.Errorf("the mark of an old key ends at %v, its cell at %v", end, cell.X+cell.Width)
	}
	d.Age.Old = false
	row.Set(d)
	if row.age.mark.Visible() || !row.age.text.Visible() {
		t.Error("a key that is not old has a mark")
	}
}

func TestAgeIsAskedForOnlyWithItsColumn(t *testing.T) {
	l, _ := listOf(t, 8)
	asked := 0
	l.Signs.Age = func(keys.Key) Age { asked++; return Age{Text: "1 day"} }
	l.Refresh()
	if asked != 0 {
		t.Errorf("asked %d times without the column", asked)
	}
	l.SetTable(l.Layout.Table.WithColumn(settings.ColumnAge, true))
	if asked == 0 || l.RowData(0).Age.Text != "1 day" {
		t.Error("with the column, it is not shown")
	}
}
