package history

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

var someID = "AKjAqcpLO7u2dhVQgkc8Mo9cCYAqCt9v"

// listOf returns a list of events in a table of some width.
func listOf(t *testing.T, width float32, events ...history.Event) *list {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	l := newList(&page.Window{Tips: tooltip.New(nil)})
	l.label, l.base = func(keys.Ref) (string, bool) { return "", false }, func() string { return "http://one" }
	l.wide = width >= wideTable
	l.events, l.needs = events, l.measure(events)
	return l
}

// drawn returns the row of an event.
func drawn(t *testing.T, l *list, place int, width float32) *row {
	r := newRow(l)
	test.TempWidgetRenderer(t, r)
	r.set(place)
	r.Resize(fyne.NewSize(width+scroll.Gutter, r.MinSize().Height))
	return r
}

func TestTheKeysWholeIDIsShownAsInTheList(t *testing.T) {
	ref := keys.Ref{KeyID: someID}
	events := []history.Event{history.About(ref, history.Disable), history.About(ref, history.Show), {Action: history.Copy, KeyID: someID, Format: history.FormatSecret}}
	for _, width := range []float32{448, 619, 620, 728, 1100, 2500} {
		l := listOf(t, width, events...)
		for place, e := range events {
			r := drawn(t, l, place, width)
			if string(r.id.Value) != someID || !r.id.Visible() || r.about.Visible() {
				t.Errorf("%v wide, it shows %q %q", width, r.about.Line.Text, string(r.id.Value))
			}
			if r.what.Line.Text != words.EventName(e) || r.outcome.Line.Text != words.EventOutcome(e) {
				t.Errorf("%v wide, it cuts %q, %q", width, r.what.Line.Text, r.outcome.Line.Text)
			}
			if end := r.id.Position().X + text.NewMono(idLength, 1).Width(); end > width || l.wide && end > r.mark.Position().X {
				t.Errorf("%v wide, the ID ends at %v, the outcome begins at %v", width, end, r.mark.Position().X)
			}
		}
	}
}

func TestTheColumnsStayWhereTheyAreWithoutEvents(t *testing.T) {
	l := listOf(t, 1000, history.About(keys.Ref{KeyID: someID}, history.ReplaceAbandon))
	before := l.columnsIn(700)
	l.fill(nil, false)
	if now := l.columnsIn(700); !slices.Equal(now, before) {
		t.Errorf("the columns were %v, and are %v", before, now)
	}
}

func TestAnActionGetsTheRoomThatOutcomesLeave(t *testing.T) {
	abandoned := history.About(keys.Ref{KeyID: someID}, history.ReplaceAbandon)
	l := listOf(t, 728, abandoned)
	if r := drawn(t, l, 0, 728); r.what.Line.Text != words.EventName(abandoned) || string(r.id.Value) != someID {
		t.Errorf("it shows %q, %q", r.what.Line.Text, string(r.id.Value))
	}
}

func TestLongTextsBesideTheKeyLeaveItsEndInSight(t *testing.T) {
	other := history.Event{Action: history.Elsewhere, State: client.StateDisabled, KeyID: someID, Base: "http://" + strings.Repeat("long.", 12) + "example"}
	failed := history.Event{Action: history.Show, Outcome: history.Failed, Kind: string(client.KindUnreachable), KeyID: someID}
	for _, width := range []float32{448, 620, 728} {
		l := listOf(t, width, other, failed)
		for place := range l.events {
			r := drawn(t, l, place, width)
			id, from := string(r.id.Value), float32(0)
			if l.wide {
				from = l.columnsIn(width)[3].x
			}
			end := r.id.Position().X + r.id.MinSize().Width
			if !strings.HasSuffix(id, someID[len(someID)-6:]) || end > width || l.wide && end > from || len(id) < len(someID) && !strings.Contains(id, "…") {
				t.Errorf("%v wide: %q ends at %v, the next column begins at %v", width, id, end, from)
			}
		}
	}
}

func TestACutTextIsExplained(t *testing.T) {
	refused := history.Checked(keys.Ref{KeyID: someID}, string(keycheck.RefusedInactive), client.StateExpired)
	copied := history.Event{Action: history.Copy, KeyID: someID, Format: "env", Base: "http://" + strings.Repeat("long.", 12) + "example"}
	for _, width := range []float32{300, 448, 620, 728, 2500} {
		l := listOf(t, width, refused, copied)
		for place, e := range l.events {
			r := drawn(t, l, place, width)
			for _, c := range []struct {
				area         *tooltip.Area
				shown, whole string
			}{
				{r.areas.at, r.at.Line.Text, words.EventTime(e.At)},
				{r.areas.what, r.what.Line.Text, words.EventName(e)},
				{r.areas.about, r.about.Line.Text + string(r.id.Value), l.subject(e).String()},
				{r.areas.outcome, r.outcome.Line.Text, words.EventOutcome(e)},
			} {
				if cut := c.shown != c.whole; cut != c.area.Visible() || cut && (c.area.Message != c.whole || c.area.Size().Width < 50) {
					t.Errorf("%v wide, it shows %q of %q, and the tip %q: %v", width, c.shown, c.whole, c.area.Message, c.area.Visible())
				}
			}
		}
	}
	if r := drawn(t, listOf(t, 728, refused, copied), 0, 728); !r.areas.outcome.Visible() {
		t.Error("nothing is cut")
	}
}

func TestARowUnderThePointerIsAsWideAsTheMarkedOne(t *testing.T) {
	ref := keys.Ref{KeyID: someID}
	l := listOf(t, 728, history.About(ref, history.Show), history.About(ref, history.Show))
	marked, other := drawn(t, l, 0, 728), drawn(t, l, 1, 728)
	if other.ground.Visible() {
		t.Error("a row has a band without the pointer")
	}
	other.MouseIn(nil)
	if !other.ground.Visible() || other.ground.Size() != marked.ground.Size() || other.ground.Size().Width != 728 {
		t.Errorf("it is %v, the marked one %v", other.ground.Size(), marked.ground.Size())
	}
	other.MouseOut()
	other.areas.outcome.OnHover(true)
	if !other.ground.Visible() {
		t.Error("over a cut text, it has no band")
	}
}
