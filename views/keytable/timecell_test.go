package keytable

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"accesskeys/app/settings"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

func TestDatesStandOnOneLineWhereTheyFit(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	cell := newTimeCell(ColumnCreated, control.NewTips(nil))
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
	l := NewLayout(settings.DefaultTable())
	seen := map[int]bool{}
	for width := l.leastWidth(); width < 1400; width += 10 {
		seen[lines(l, width)] = true
	}
	if !seen[1] || !seen[2] || lines(l, 1400) != 1 {
		t.Errorf("dates stand on %v lines, and in a wide window on %d", seen, lines(l, 1400))
	}
}
