package keytable

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

func TestDatesStandOnOneLineWhereTheyFit(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	cell := newTimeCell(ColumnCreated, tooltip.New(nil))
	cell.Set(time.Date(2026, 11, 28, 12, 34, 56, 0, time.Local), "", style.ColorLink)
	lines := func(l *Layout, width float32) int {
		cell.layout(l.In(width).Spans[ColumnCreated], 50, l.needs.oneLine)
		switch {
		case !cell.Date.Visible():
			return 0
		case cell.Clock.Line.Text == "":
			return 1
		}
		return 2
	}
	table := settings.DefaultTable()
	middle := NewLayout(table)
	table.Density = settings.DensityCompact
	compact := NewLayout(table)
	seen := map[int]bool{}
	for width := middle.leastWidth(); width < 1400; width += 10 {
		seen[lines(middle, width)] = true
		if lines(compact, width) == 2 {
			t.Errorf("in compact rows %v wide, a date stands on two lines", width)
		}
	}
	if !seen[1] || !seen[2] || lines(middle, 1400) != 1 {
		t.Errorf("in higher rows, dates stand on %v lines, and in a wide window on %d", seen, lines(middle, 1400))
	}
}
