package views

import (
	"testing"

	"accesskeys/app"
)

func someNeeds() needs {
	return needs{
		full:    [columnCount]float32{264, 275, 94, 92, 92, 92, 110},
		least:   [columnCount]float32{150, 240, 94, 92, 92, 92, 110},
		stacked: 352,
	}
}

func (a arrangement) shown() string {
	out := ""
	for c, letter := range "ISTCUEA" {
		if a.shows(column(c)) {
			out += string(letter)
		}
	}
	return out
}

func TestColumnsStandWhereTheConsoleHasThem(t *testing.T) {
	a := arrange(932, someNeeds(), app.DefaultTable())
	for c, want := range map[column]float32{columnID: 0, columnSecret: 279, columnState: 558, columnCreated: 659, columnActions: 795} {
		if got := a.spans[c].x; got < want-1 || got > want+1 {
			t.Errorf("column %s begins at %v; the console's at %v", c.name(), got, want)
		}
	}
}

func TestColumnsAreLeftOutInOrder(t *testing.T) {
	all := app.DefaultTable().WithColumn(app.ColumnUpdated, true).WithColumn(app.ColumnExpires, true)
	for _, c := range []struct {
		width         float32
		shown         string
		stacked, menu bool
	}{
		{1100, "ISTCUEA", false, false},
		{1018, "ISTCEA", false, false},
		{926, "ISTCA", false, false},
		{834, "ISTA", false, false},
		{742, "ITA", true, false},
		{555, "ITA", true, true},
		{leastWidth(someNeeds()), "ITA", true, true},
	} {
		a := arrange(c.width, someNeeds(), all)
		if a.shown() != c.shown || a.stacked != c.stacked || a.menu != c.menu {
			t.Errorf("in %v: %s, stacked %v, menu %v", c.width, a.shown(), a.stacked, a.menu)
		}
		last := a.spans[columnActions]
		if end := last.x + last.width; end < c.width-1 || end > c.width+1 {
			t.Errorf("in %v the columns end at %v", c.width, end)
		}
	}
}

func TestChosenWidthsHoldWhileThereIsRoom(t *testing.T) {
	wide := app.DefaultTable().WithWidth(app.ColumnID, 400).WithWidth(app.ColumnState, 20)
	a := arrange(1200, someNeeds(), wide)
	if a.spans[columnID].width != 400 || a.spans[columnState].width != 94 {
		t.Errorf("the ID is %v wide, the state %v", a.spans[columnID].width, a.spans[columnState].width)
	}
	if a = arrange(900, someNeeds(), wide); a.shown() != "ISTCA" || a.spans[columnID].width >= 400 {
		t.Errorf("without room: %s, the ID %v wide", a.shown(), a.spans[columnID].width)
	}
	fixed := app.DefaultTable()
	for c := range columnCount {
		fixed = fixed.WithWidth(c.name(), 100)
	}
	if a = arrange(1200, someNeeds(), fixed); a.spans[columnActions].x+a.spans[columnActions].width != 1200 {
		t.Error("columns of chosen widths do not fill the table")
	}
}
