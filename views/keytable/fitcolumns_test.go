package keytable

import (
	"testing"

	"accesskeys/app/settings"
)

func someNeeds() needs {
	return needs{
		full: [ColumnCount]float32{ColumnID: 264, columnSecret: 275, ColumnState: 94,
			ColumnCreated: 92, columnUpdated: 92, ColumnExpires: 92, ColumnAge: 85, ColumnActions: 110},
		least: [ColumnCount]float32{ColumnID: 150, columnSecret: 240, ColumnState: 94,
			ColumnCreated: 92, columnUpdated: 92, ColumnExpires: 92, ColumnAge: 85, ColumnActions: 110},
		stacked: 352,
	}
}

func (a Arrangement) shown() string {
	out := ""
	letters := [ColumnCount]string{ColumnID: "I", columnSecret: "S", ColumnState: "T",
		ColumnCreated: "C", columnUpdated: "U", ColumnExpires: "E", ColumnAge: "G", ColumnActions: "A"}
	for c, letter := range letters {
		if a.Shows(Column(c)) {
			out += letter
		}
	}
	return out
}

// The state is wider than in the console, which shows no chips.
func TestColumnsStandWhereTheConsoleHasThem(t *testing.T) {
	a := arrange(932+chipsWidth-101, someNeeds(), settings.DefaultTable())
	for c, want := range map[Column]float32{ColumnID: 0, columnSecret: 279, ColumnState: 558, ColumnCreated: 558 + chipsWidth, ColumnActions: 694 + chipsWidth} {
		if got := a.Spans[c].X; got < want-1 || got > want+1 {
			t.Errorf("column %s begins at %v; the console's at %v", c.Name(), got, want)
		}
	}
}

func TestSpareWidthGoesToAWholeSecretFirst(t *testing.T) {
	n := someNeeds()
	n.secret = 352
	console := float32(932 + chipsWidth - 101)
	for spare, want := range map[float32]float32{0: 279, 40: 319, 73: 352} {
		a := arrange(console+spare, n, settings.DefaultTable())
		if got := a.Spans[columnSecret].Width; got < want-1 || got > want+1 {
			t.Errorf("with %v to spare, the secret is %v wide, want %v", spare, got, want)
		}
	}
	a := arrange(console+200, n, settings.DefaultTable())
	if a.Spans[columnSecret].Width <= n.secret || a.Spans[ColumnState].Width <= chipsWidth {
		t.Errorf("with more, the columns are %v", a.Spans)
	}
}

func TestColumnsAreLeftOutInOrder(t *testing.T) {
	all := settings.DefaultTable().WithColumn(settings.ColumnUpdated, true).WithColumn(settings.ColumnExpires, true).WithColumn(settings.ColumnAge, true)
	for _, c := range []struct {
		width         float32
		shown         string
		stacked, menu bool
	}{
		{1200, "ISTCUEGA", false, false},
		{1103, "ISTCEGA", false, false},
		{1010, "ISTCGA", false, false},
		{919, "ISTGA", false, false},
		{827, "ISTA", false, false},
		{742, "ITA", true, false},
		{555, "ITA", true, true},
		{leastWidth(someNeeds()), "ITA", true, true},
	} {
		a := arrange(c.width, someNeeds(), all)
		if a.shown() != c.shown || a.stacked != c.stacked || a.menu != c.menu {
			t.Errorf("in %v: %s, stacked %v, menu %v", c.width, a.shown(), a.stacked, a.menu)
		}
		last := a.Spans[ColumnActions]
		if end := last.X + last.Width; end < c.width-1 || end > c.width+1 {
			t.Errorf("in %v the columns end at %v", c.width, end)
		}
	}
}

func TestChosenWidthsHoldWhileThereIsRoom(t *testing.T) {
	wide := settings.DefaultTable().WithWidth(settings.ColumnID, 400).WithWidth(settings.ColumnState, 20)
	a := arrange(1200, someNeeds(), wide)
	if a.Spans[ColumnID].Width != 400 || a.Spans[ColumnState].Width != 94 {
		t.Errorf("the ID is %v wide, the state %v", a.Spans[ColumnID].Width, a.Spans[ColumnState].Width)
	}
	if a = arrange(900, someNeeds(), wide); a.shown() != "ISTCA" || a.Spans[ColumnID].Width >= 400 {
		t.Errorf("without room: %s, the ID %v wide", a.shown(), a.Spans[ColumnID].Width)
	}
	fixed := settings.DefaultTable()
	for c := range ColumnCount {
		fixed = fixed.WithWidth(c.Name(), 100)
	}
	if a = arrange(1200, someNeeds(), fixed); a.Spans[ColumnActions].X+a.Spans[ColumnActions].Width != 1200 {
		t.Error("columns of chosen widths do not fill the table")
	}
}

func TestColumnWithoutRoomLeavesTheOthersAsTheyWere(t *testing.T) {
	n := someNeeds()
	n.oneLine = 150
	before := arrange(910, n, settings.DefaultTable())
	if after := arrange(910, n, settings.DefaultTable().WithColumn(settings.ColumnUpdated, true)); after != before || before.Spans[ColumnCreated].Width < n.oneLine {
		t.Errorf("the columns were %v, and are %v", before.Spans, after.Spans)
	}
}
