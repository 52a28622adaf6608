package app

import "testing"

func TestSortGoesRound(t *testing.T) {
	table := DefaultTable()
	for _, want := range []Table{
		{SortBy: ColumnID}, {SortBy: ColumnID, Descending: true}, {}, {SortBy: ColumnID},
	} {
		table = table.WithSort(ColumnID)
		equal(t, "sorted by", table.SortBy, want.SortBy)
		equal(t, "descending", table.Descending, want.Descending)
	}
	equal(t, "another column begins anew", table.WithSort(ColumnState).Descending, false)
}

func TestTableOutlivesTheProcess(t *testing.T) {
	dir := t.TempDir()
	first := opened(dir)
	chosen := DefaultTable().WithSort(ColumnID).WithColumn(ColumnUpdated, true).WithColumn(ColumnState, false).WithWidth(ColumnID, 300)
	chosen.Density, chosen.ShowDeleted = DensityCompact, true
	first.SetTable(chosen)
	must(t, first.Save())
	then := opened(dir).Get().Table
	equal(t, "sorted by", then.SortBy, ColumnID)
	equal(t, "density", then.Density, DensityCompact)
	equal(t, "deleted", then.ShowDeleted, true)
	equal(t, "width", then.Widths[ColumnID], 300)
	equal(t, "an added column", then.Shows(ColumnUpdated), true)
	equal(t, "a column left out", then.Shows(ColumnState), false)
	equal(t, "the rest", then.Shows(ColumnCreated) && !then.Shows(ColumnExpires), true)
}

func TestOddTableOfAFile(t *testing.T) {
	odd := Table{SortBy: "colour", Density: "vast", Shown: map[Column]bool{ColumnID: false, "colour": true}}.valid()
	equal(t, "density", odd.Density, DensityMiddle)
	equal(t, "sort", odd.SortBy, "")
	equal(t, "the ID stays", odd.Shows(ColumnID), true)
}
