package keytable

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/chips"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

var (
	endsSoon = chips.Chip{Mark: chips.MarkClock, Tone: chips.ToneSoon, Exact: "Expires in 23 days, on a day", Text: "Expires in 23 days",
		Short: "23 days left", Brief: "23 d", Whole: "Expires in 23 days, on a day"}
	replaced = chips.Chip{Mark: chips.MarkInfo, Text: "Replacement under way", Short: "Replacing", Whole: "A replacement is under way"}
)

// rowIn returns a row of a width that shows a key with chips.
func rowIn(t *testing.T, table settings.Table, width float32, shown ...chips.Chip) (*Row, *rowRenderer) {
	look := NewLayout(table)
	d := RowData{Key: keys.Key{AccessKey: client.AccessKey{ID: "AK" + strings.Repeat("0", 30), State: client.StateEnabled}}}
	copy(d.Chips[:], shown)
	row := NewRow(&RowActions{}, tooltip.New(nil), look)
	rr := test.TempWidgetRenderer(t, row).(*rowRenderer)
	row.Resize(fyne.NewSize(width+scroll.Gutter, look.Pitch()-4))
	row.Set(d)
	return row, rr
}

// drawnChip is what a chip of a row is drawn with.
type drawnChip struct {
	ground *canvas.Rectangle
	words  *text.Text
	area   *tooltip.Area
	link   *control.Link
}

// chipsOf returns the chips of a row as they are drawn.
func chipsOf(r *Row) (all []drawnChip) {
	for _, o := range r.chips.Objects() {
		switch o := o.(type) {
		case *canvas.Rectangle: // the first of a chip's objects
			all = append(all, drawnChip{ground: o})
		case *text.Text:
			all[len(all)-1].words = o
		case *tooltip.Area:
			all[len(all)-1].area = o
		case *control.Link:
			all[len(all)-1].link = o
		}
	}
	return all
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
	d.Chips[0] = chips.Chip{}
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
				drawn := chipsOf(row)
				for i, c := range drawn {
					left, right := c.ground.Position().X, c.ground.Position().X+c.ground.Size().Width
					top, bottom := c.ground.Position().Y, c.ground.Position().Y+c.ground.Size().Height
					if left < cell.X || right > cell.X+cell.Width || bottom > row.Size().Height || top < above-3 {
						t.Fatalf("%s, %v wide, without the state %v: chip %d is at %v-%v, %v-%v in a cell at %v-%v below %v",
							density, width, hidden, i, left, right, top, bottom, cell.X, cell.X+cell.Width, above)
					}
					if before := drawn[max(0, i-1)].ground; i > 0 && left < before.Position().X+before.Size().Width && top < before.Position().Y+before.Size().Height {
						t.Fatalf("%s, %v wide: the chips overlap", density, width)
					}
				}
			}
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
	for i, c := range chipsOf(row) {
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
	for _, c := range chipsOf(r) {
		words = append(words, c.words.Line.Text)
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
		last := chipsOf(row)[1].ground
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
	row.Set(RowData{Key: row.Data.Key, Chips: chips.OfRow{endsSoon, stopped}})
	if says, lines := saidBy(row); lines != 2 || says[1] != stopped.Short {
		t.Errorf("where the brief one is vague, they say %q on %d lines", says, lines)
	}
}

// The table is this wide in a window as wide as the pictures of the console.
const usualWidth = float32(931)

func TestRowOfAUsualWindowSaysWhenAKeyMayBeDeleted(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	wait := chips.Chip{Mark: chips.MarkClock, Text: "Can be deleted from 2026-03-26", Short: "Keep till 2026-03-26"}
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
	for _, shown := range [][]chips.Chip{{endsSoon}, {endsSoon, replaced}} {
		row, _ := rowIn(t, settings.DefaultTable(), usualWidth, shown...)
		last := chipsOf(row)[len(shown)-1].ground
		above := row.state.Position().Y + ascent - row.frame.ground.Position().Y
		below := row.frame.border.Position().Y - last.Position().Y - last.Size().Height
		if above < 5 || below < 5 || above-below > 1.5 || below-above > 1.5 {
			t.Errorf("with %d chips, there are %v above and %v below", len(shown), above, below)
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
	drawn := chipsOf(row)
	plain, link := drawn[0], drawn[1].link
	if plain.link.Visible() || !plain.area.Visible() || drawn[1].area.Visible() {
		t.Error("a chip that leads nowhere can be clicked, or the tip of the other is covered")
	}
	if link.Size() != drawn[1].ground.Size() || link.Position() != drawn[1].ground.Position() || link.Cursor() != desktop.PointerCursor {
		t.Errorf("what can be clicked is at %v, %v", link.Position(), link.Size())
	}
	link.MouseDown(nil)
	link.Tapped(nil)
	if id := row.Data.ID; !slices.Equal(did, []string{"select " + id, "go on with " + id}) {
		t.Errorf("a click does %q", did)
	}
	row.Set(RowData{Key: row.Data.Key, Chips: chips.OfRow{endsSoon, replaced}})
	if link.Visible() {
		t.Error("it can still be clicked when it leads nowhere any more")
	}
}

func TestMoreUrgentChipIsTheFirst(t *testing.T) {
	l, _ := listOf(t, 1)
	urgent := chips.Chip{Mark: chips.MarkError, Tone: chips.ToneUrgent, Text: "Expired", Whole: "Expired yesterday"}
	l.Signs.Chips = func(keys.Key) []chips.Chip { return []chips.Chip{replaced, endsSoon, urgent} }
	if got := l.Signs.chips(l.Keys[0]); got != (chips.OfRow{urgent, endsSoon}) {
		t.Errorf("they are %v", got)
	}
}

func TestOnlyRowsWhoseChipsChangedAreDrawnAgain(t *testing.T) {
	l, _ := listOf(t, 8)
	byID := map[string][]chips.Chip{}
	l.Signs.Chips = func(k keys.Key) []chips.Chip { return byID[k.ID] }
	if got := l.drawn(l.Signs.Changed); got != nil {
		t.Errorf("rows %v are drawn for nothing", got)
	}
	byID[l.Keys[3].ID] = []chips.Chip{endsSoon, replaced, replaced}
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
		row, _ := rowIn(t, settings.DefaultTable(), 900, chips.Chip{Mark: chips.MarkClock, Short: short})
		if got, _ := saidBy(row); !slices.Equal(got, []string{short}) {
			t.Errorf("the chip says %q and not %q", got, short)
		}
		says := words.Expiry(key(left), level, now, true)
		if level == expiry.Over {
			says.Text = says.Short
		}
		row, _ = rowIn(t, settings.DefaultTable(), usualWidth, chips.Chip{Mark: chips.MarkClock, Text: says.Text, Short: says.Short})
		if got, _ := saidBy(row); !slices.Equal(got, []string{says.Text}) {
			t.Errorf("in a usual window the chip says %q and not %q", got, says.Text)
		}
	}
}
