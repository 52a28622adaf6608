package keytable

import (
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/settings"
)

func TestSortedCyclesThroughTheOrders(t *testing.T) {
	table := settings.DefaultTable()
	for _, want := range []settings.Table{
		{SortBy: settings.ColumnID}, {SortBy: settings.ColumnID, Descending: true}, {}, {SortBy: settings.ColumnID},
	} {
		table = Sorted(table, settings.ColumnID)
		check.Equal(t, "sorted by", table.SortBy, want.SortBy)
		check.Equal(t, "descending", table.Descending, want.Descending)
	}
	check.Equal(t, "another column begins ascending", Sorted(table, settings.ColumnState).Descending, false)
}
