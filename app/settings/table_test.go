package settings

import (
	"testing"

	"accesskeys/app/apptest/check"
)

func TestTableOutlivesTheProcess(t *testing.T) {
	dir := t.TempDir()
	first := opened(dir)
	chosen := DefaultTable().WithColumn(ColumnUpdated, true).WithColumn(ColumnState, false).WithWidth(ColumnID, 300)
	chosen.SortBy, chosen.Density, chosen.ShowDeleted = ColumnID, DensityCompact, true
	first.ChangeTable(DefaultTable(), chosen)
	check.Must(t, first.Save())
	then := opened(dir).Get().Table
	check.Equal(t, "sorted by", then.SortBy, ColumnID)
	check.Equal(t, "density", then.Density, DensityCompact)
	check.Equal(t, "deleted", then.ShowDeleted, true)
	check.Equal(t, "width", then.Widths[ColumnID], 300)
	check.Equal(t, "an added column", then.Shows(ColumnUpdated), true)
	check.Equal(t, "a column left out", then.Shows(ColumnState), false)
	check.Equal(t, "the rest", then.Shows(ColumnCreated) && !then.Shows(ColumnExpires), true)
}

func TestSortedByCyclesThroughTheOrders(t *testing.T) {
	table := DefaultTable()
	for _, want := range []Table{{SortBy: ColumnID}, {SortBy: ColumnID, Descending: true}, {}, {SortBy: ColumnID}} {
		table = table.SortedBy(ColumnID)
		check.Equal(t, "sorted by", table.SortBy, want.SortBy)
		check.Equal(t, "descending", table.Descending, want.Descending)
	}
	check.Equal(t, "another column begins ascending", table.SortedBy(ColumnState).Descending, false)
}

func TestOddTableOfAFile(t *testing.T) {
	odd := Table{SortBy: "colour", Density: "vast", Shown: map[Column]bool{ColumnID: false, "colour": true}}.valid()
	check.Equal(t, "density", odd.Density, DensityMiddle)
	check.Equal(t, "sort", odd.SortBy, "")
	check.Equal(t, "the ID stays", odd.Shows(ColumnID), true)
}
