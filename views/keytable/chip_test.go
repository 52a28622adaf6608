package keytable

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

var (
	endsSoon = Chip{Mark: MarkClock, Tone: ToneSoon, Exact: "Expires in 23 days, on a day", Text: "Expires in 23 days", Short: "23 days left", Brief: "23 d",
		Whole: "Expires in 23 days, on a day"}
	replaced = Chip{Mark: MarkInfo, Text: "Replacement under way", Short: "Replacing", Whole: "A replacement is under way"}
)

// rowIn returns a row of a width that shows a key with chips.
func rowIn(t *testing.T, table settings.Table, width float32, chips ...Chip) (*Row, *rowRenderer) {
	look := NewLayout(table)
	d := RowData{Key: keys.Key{AccessKey: client.AccessKey{ID: "AK" + strings.Repeat("0", 30), State: client.StateEnabled}}}
	copy(d.Chips[:], chips)
	row := NewRow(&RowActions{}, tooltip.New(nil), look)
	rr := test.TempWidgetRenderer(t, row).(*rowRenderer)
	row.Resize(fyne.NewSize(width+scroll.Gutter, look.Pitch()-4))
	row.Set(d)
	return row, rr
}

func TestRowWithoutChipsHasNoObjectsForThem(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	row, rr := rowIn(t, settings.DefaultTable(), 1000)
	plain, at := len(rr.Objects()), row.state.Position()
	d := row.Data
	d.Chips[0] = endsSoon
	row.Set(d)
	if len(rr.Objects()) == plain || row.state.Position().Y >= at.Y {
		t.Errorf("with a chip there are %d objects, without %d; the state is at %v, without at %v", len(rr.Objects()), plain, row.state.Position(), at)
	}
	d.Chips[0] = Chip{}
	row.Set(d)
	if len(rr.Objects()) != plain || row.state.Position() != at {
		t.Errorf("once its chip is gone there are %d objects, not %d; the state is at %v, not %v", len(rr.Objects()), plain, row.state.Position(), at)
	}
}

func TestChipsStayInTheirCell(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	for _, density := range settings.Densities() {
		for _, hidden := range []bool{false, true} {
			table := settings.DefaultTable().WithColumn(settings.ColumnState, !hidden)
			table.Density = density
			column := map[bool]Column{false: ColumnState, true: ColumnActions}[hidden]
			for width := NewLayout(table).leastWidth(); width < 1400; width += 40 {
				row, _ := rowIn(t, table, width, endsSoon, replaced)
				cell := row.look.In(width).Spans[column]
				above := row.state.Position().Y + row.state.Size().Height
				if hidden {
					above = row.Links.More.Position().Y + row.Links.More.Size().Height
				}
				for i, c := range row.chips.views {
					left, right := c.ground.Position().X, c.ground.Position().X+c.ground.Size().Width
					top, bottom := c.ground.Position().Y, c.ground.Position().Y+c.ground.Size().Height
					if left < cell.X || right > cell.X+cell.Width || bottom > row.Size().Height || top < above-3 {
						t.Fatalf("%s, %v wide, without the state %v: chip %d is at %v-%v, %v-%v in a cell at %v-%v below %v",
							density, width, hidden, i, left, right, top, bottom, cell.X, cell.X+cell.Width, above)
					}
					if before := row.chips.views[max(0, i-1)].ground; i > 0 && left < before.Position().X+before.Size().Width && top < before.Position().Y+before.Size().Height {
						t.Fatalf("%s, %v wide: the chips overlap", density, width)
					}
				}
			}
		}
	}
}

func TestChipSaysAsMuchAsThereIsRoomFor(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	exact := chipWidth(endsSoon.Exact) + chipsGap
	for _, c := range []struct {
		width float32
		want  []string
	}{
		{exact + chipWidth(replaced.Text) + 1, []string{endsSoon.Exact, replaced.Text}},
		{exact + chipWidth(replaced.Text) - 1, []string{endsSoon.Exact, replaced.Short}},
		{chipWidth(endsSoon.Text) + chipsGap + chipWidth(replaced.Short) + 1, []string{endsSoon.Text, replaced.Short}},
		{chipWidth(endsSoon.Short) + chipsGap + chipWidth(replaced.Short) + 1, []string{endsSoon.Short, replaced.Short}},
		{chipWidth(endsSoon.Brief) + chipsGap + chipWidth(replaced.Short) + 1, []string{endsSoon.Brief, replaced.Short}},
		{chipWidth(endsSoon.Short) + chipsGap + chipWidth("") + 1, []string{endsSoon.Short, ""}},
		{30, []string{"", ""}},
	} {
		if got := fitWordings([]Chip{endsSoon, replaced}, c.width); !slices.Equal(got, c.want) {
			t.Errorf("in %v they say %q, not %q", c.width, got, c.want)
		}
	}
}

func TestChipHasWordsInACompactRowBesideAnother(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	table := settings.DefaultTable()
	table.Density = settings.DensityCompact
	row, _ := rowIn(t, table, 932, endsSoon, replaced)
	if words, lines := saidBy(row); words[0] == "" || lines != 1 {
		t.Errorf("they say %q on %d lines", words, lines)
	}
	for i, c := range row.chips.views {
		if bottom := c.ground.Position().Y + c.ground.Size().Height; bottom > row.Size().Height-1 {
			t.Errorf("chip %d ends at %v in a row that is %v high", i, bottom, row.Size().Height)
		}
	}
}

func TestChipIsExactInAWideTable(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	row, _ := rowIn(t, settings.DefaultTable(), 1400, endsSoon)
	if words, _ := saidBy(row); words[0] != endsSoon.Exact {
		t.Errorf("it says %q", words)
	}
}

func TestChipLeavesOutTheDateBesideTheColumnThatShowsIt(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	row, _ := rowIn(t, settings.DefaultTable().WithColumn(settings.ColumnExpires, true), 1600, endsSoon)
	if words, _ := saidBy(row); words[0] != endsSoon.Text || !row.look.At.Shows(ColumnExpires) {
		t.Errorf("it says %q", words)
	}
}

// saidBy returns the words of a row's chips, from the top.
func saidBy(r *Row) (words []string, lines int) {
	at := map[float32]bool{}
	for _, c := range r.chips.views[:len(r.chips.shown)] {
		words = append(words, c.text.Line.Text)
		at[c.ground.Position().Y] = true
	}
	return words, len(at)
}

func TestChipsHaveWordsWhereTheRowIsHighEnough(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	for width := float32(760); width <= 1221; width += 20 {
		row, _ := rowIn(t, settings.DefaultTable(), width, endsSoon, replaced)
		if words, lines := saidBy(row); slices.Contains(words, "") || lines > 1 && slices.Contains(words, endsSoon.Brief) {
			t.Errorf("%v wide, they say %q on %d lines", width, words, lines)
		}
		last := row.chips.views[1].ground
		if bottom := last.Position().Y + last.Size().Height; bottom > row.Size().Height-1 {
			t.Errorf("%v wide, the last ends at %v in a row that is %v high", width, bottom, row.Size().Height)
		}
	}
	wide, _ := rowIn(t, settings.DefaultTable().WithWidth(settings.ColumnState, 500), 1400, endsSoon, replaced)
	if words, lines := saidBy(wide); lines != 1 {
		t.Errorf("with room for both beside each other, %q are on %d lines", words, lines)
	}
}

func TestChipsShareALineInAUsualWindow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	row, _ := rowIn(t, settings.DefaultTable(), usualWidth, endsSoon, replaced)
	if says, lines := saidBy(row); lines != 1 || !slices.Equal(says, []string{endsSoon.Brief, replaced.Short}) {
		t.Errorf("they say %q on %d lines", says, lines)
	}
	stopped := replaced
	stopped.Text, stopped.Short, stopped.Brief, stopped.Vague = "Replacement stopped", "Replacing stopped", "Replacing", true
	row.Set(RowData{Key: row.Data.Key, Chips: [MostChips]Chip{endsSoon, stopped}})
	if says, lines := saidBy(row); lines != 2 || says[1] != stopped.Short {
		t.Errorf("where the brief one is vague, they say %q on %d lines", says, lines)
	}
}

// The table is this wide in a window as wide as the pictures of the console.
const usualWidth = float32(931)

func TestRowOfAUsualWindowSaysWhenAKeyMayBeDeleted(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	wait := Chip{Mark: MarkClock, Text: "Can be deleted from 2026-03-26", Short: "Keep till 2026-03-26"}
	row, _ := rowIn(t, settings.DefaultTable(), usualWidth, endsSoon, wait)
	if says, _ := saidBy(row); says[0] != endsSoon.Text || says[1] != wait.Short {
		t.Errorf("the chips say %q", says)
	}
	if at := row.look.At; at.Spans[ColumnCreated].Width < row.look.needs.oneLine {
		t.Errorf("the column of the dates is %v wide, and a date takes %v", at.Spans[ColumnCreated].Width, row.look.needs.oneLine)
	}
}

func TestChipsAreNotCloseToTheRowsLines(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	const ascent = 4 // between the top of a line and its letters
	for _, chips := range [][]Chip{{endsSoon}, {endsSoon, replaced}} {
		row, _ := rowIn(t, settings.DefaultTable(), usualWidth, chips...)
		last := row.chips.views[len(chips)-1].ground
		above := row.state.Position().Y + ascent - row.frame.ground.Position().Y
		below := row.frame.border.Position().Y - last.Position().Y - last.Size().Height
		if above < 5 || below < 5 || above-below > 1.5 || below-above > 1.5 {
			t.Errorf("with %d chips, there are %v above and %v below", len(chips), above, below)
		}
	}
}

func TestAClickOnAChipThatLeadsSomewhereGoesThere(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	leading := replaced
	leading.Leads = true
	row, _ := rowIn(t, settings.DefaultTable(), usualWidth, endsSoon, leading)
	var did []string
	row.actions.OnSelect = func(id string, _ fyne.KeyModifier) { did = append(did, "select "+id) }
	row.actions.OnChip = func(id string) { did = append(did, "go on with "+id) }
	plain, link := row.chips.views[0], row.chips.views[1].link
	if plain.link.Visible() || !plain.area.Visible() || row.chips.views[1].area.Visible() {
		t.Error("a chip that leads nowhere can be clicked, or the tip of the other is covered")
	}
	if link.Size() != row.chips.views[1].ground.Size() || link.Position() != row.chips.views[1].ground.Position() || link.Cursor() != desktop.PointerCursor {
		t.Errorf("what can be clicked is at %v, %v", link.Position(), link.Size())
	}
	link.MouseDown(nil)
	link.Tapped(nil)
	if id := row.Data.ID; !slices.Equal(did, []string{"select " + id, "go on with " + id}) {
		t.Errorf("a click does %q", did)
	}
	row.Set(RowData{Key: row.Data.Key, Chips: [MostChips]Chip{endsSoon, replaced}})
	if link.Visible() {
		t.Error("it can still be clicked when it leads nowhere any more")
	}
}

func TestMoreUrgentChipIsTheFirst(t *testing.T) {
	l, _ := listOf(t, 1)
	urgent := Chip{Mark: MarkError, Tone: ToneUrgent, Text: "Expired", Whole: "Expired yesterday"}
	l.Signs.Chips = func(keys.Key) []Chip { return []Chip{replaced, endsSoon, urgent} }
	if got := l.Signs.chips(l.Keys[0]); got != [MostChips]Chip{urgent, endsSoon} {
		t.Errorf("they are %v", got)
	}
}

func TestOnlyRowsWhoseChipsChangedAreDrawnAgain(t *testing.T) {
	l, _ := listOf(t, 8)
	chips := map[string][]Chip{}
	l.Signs.Chips = func(k keys.Key) []Chip { return chips[k.ID] }
	if got := l.drawn(l.Signs.Changed); got != nil {
		t.Errorf("rows %v are drawn for nothing", got)
	}
	chips[l.Keys[3].ID] = []Chip{endsSoon, replaced, replaced}
	if got := l.drawn(l.Signs.Changed); !slices.Equal(got, []int{3}) {
		t.Errorf("rows %v are drawn", got)
	}
	l.Pick(l.Keys[3].ID, 0)
	if got := l.AccessibilityLabel(); !strings.HasSuffix(got, ", "+endsSoon.Whole+", "+replaced.Whole) {
		t.Errorf("read out: %q", got)
	}
	if got := l.Pool.At(3, l.Keys[3].ID).AccessibilityLabel(); !strings.HasSuffix(got, ", "+endsSoon.Whole+", "+replaced.Whole) {
		t.Errorf("of the row, read out: %q", got)
	}
}

func TestShortWordsOfExpiryFitTheColumnOfTheState(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	now := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	key := func(left time.Duration) keys.Key {
		return keys.Key{AccessKey: client.AccessKey{State: client.StateEnabled, ValidUntil: now.Add(left)}}
	}
	for left, level := range map[time.Duration]expiry.Level{90 * 24 * time.Hour: expiry.Soon, 6 * 24 * time.Hour: expiry.Near, 23 * time.Hour: expiry.Near,
		59 * time.Minute: expiry.Near, time.Second: expiry.Near, -time.Hour: expiry.Over} {
		short := words.Expiry(key(left), level, now, true).Short
		row, _ := rowIn(t, settings.DefaultTable(), 900, Chip{Mark: MarkClock, Short: short})
		if got, _ := saidBy(row); !slices.Equal(got, []string{short}) {
			t.Errorf("the chip says %q and not %q", got, short)
		}
		says := words.Expiry(key(left), level, now, true)
		if level == expiry.Over {
			says.Text = says.Short
		}
		row, _ = rowIn(t, settings.DefaultTable(), usualWidth, Chip{Mark: MarkClock, Text: says.Text, Short: says.Short})
		if got, _ := saidBy(row); !slices.Equal(got, []string{says.Text}) {
			t.Errorf("in a usual window the chip says %q and not %q", got, says.Text)
		}
	}
}

func TestTipOfAChipThatLeadsSomewhereGoesWhenTheChipChanges(t *testing.T) {
	test.NewTempApp(t)
	tips := tooltip.New(nil)
	c := newChipView(tips, (&Row{}).link(nil), func(bool) {})
	leads := replaced
	leads.Leads = true
	c.set(leads, &Row{})
	tips.Present(c.link, leads.Whole)
	if len(tips.Layer.Objects) == 0 {
		t.Fatal("there is no tip")
	}
	c.set(leads, &Row{})
	if len(tips.Layer.Objects) == 0 {
		t.Error("the tip goes although the chip says the same")
	}
	leads.Whole = "Another replacement is under way"
	c.set(leads, &Row{})
	if len(tips.Layer.Objects) > 0 {
		t.Error("the tip stays, and says what the chip said before")
	}
}
