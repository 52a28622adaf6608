package keytable

import (
	"fmt"
	"image/color"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// listOf returns a list of enabled keys in a window, and the functions that it has scheduled.
func listOf(t testing.TB, count int) (l *List, later *[]func()) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(style.New(nil))
	later = &[]func(){}
	l = NewList(NewLayout(settings.DefaultTable()), tooltip.New(nil), func(_ time.Duration, f func()) func() {
		*later = append(*later, f)
		return func() {}
	})
	l.OnFocus = func() {}
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(1000, 600))
	l.SetKeys(listed(count))
	return l, later
}

func listed(count int) []keys.Key {
	all := make([]keys.Key, count)
	for i := range all {
		all[i].ID, all[i].State = fmt.Sprintf("AK%030d", i), client.StateEnabled
		all[i].CreatedAt = time.Date(2026, 1, 1, 0, 0, i, 0, time.UTC)
	}
	return all
}

// drawn returns the indices of the rows that act redraws.
func (l *List) drawn(act func()) []int {
	sign := color.NRGBA{R: 1, G: 2, B: 3, A: 4}
	for _, row := range l.Pool.Rows {
		row.dot.FillColor = sign
	}
	act()
	var places []int
	for _, row := range l.Pool.Rows {
		if !l.Pool.Spare[row] && row.dot.FillColor != sign {
			places = append(places, row.place)
		}
	}
	slices.Sort(places)
	return places
}

func TestOnlyRowsThatChangedAreDrawnAgain(t *testing.T) {
	l, _ := listOf(t, 8)
	l.Pick(l.Keys[0].ID, 0)
	busy := slices.Clone(l.Keys)
	busy[3].Busy = keys.OpDisable
	sameInAnotherZone := slices.Clone(busy)
	sameInAnotherZone[2].CreatedAt = busy[2].CreatedAt.In(time.FixedZone("elsewhere", 3600))
	for _, c := range []struct {
		name string
		act  func()
		want []int
	}{
		{"the cursor moves", func() { l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) }, []int{0, 1}},
		{"the keyboard comes", l.FocusGained, []int{1}},
		{"a secret is shown", func() { l.Secrets.Show(l.Keys[4].ID, client.NewSecret("a secret")) }, []int{4}},
		{"it is hidden", l.Secrets.HideAll, []int{4}},
		{"a key is busy", func() { l.SetKeys(busy) }, []int{3}},
		{"another one is busy", func() { SetBusy(l, l.Keys[5].ID, keys.OpEnable) }, []int{5}},
		{"it is idle again", func() { SetBusy(l, l.Keys[5].ID, "") }, []int{5}},
		{"the list says the same", func() { l.SetKeys(sameInAnotherZone) }, nil},
		{"a row is chosen with Ctrl", func() { l.Pick(l.Keys[5].ID, fyne.KeyModifierShortcutDefault) }, []int{0, 1, 2, 3, 4, 5, 6, 7}}, // boxes
		{"one more is ticked", func() { l.Tick(l.Keys[6].ID, 0) }, []int{5, 6}},
	} {
		if got := l.drawn(c.act); !slices.Equal(got, c.want) {
			t.Errorf("%s: rows %v are drawn, not %v", c.name, got, c.want)
		}
	}
}

func TestRowWaitsForTheSecretThatItsLinkAskedFor(t *testing.T) {
	l, later := listOf(t, 4)
	l.Pick(l.Keys[0].ID, 0)
	l.Actions.OnToggleSecret = func(string) {}
	click := func(place int) {
		link := l.Pool.At(place, l.Keys[place].ID).Links.Show
		link.MouseDown(nil)
		test.Tap(link)
	}
	if got := l.drawn(func() { click(2) }); got != nil {
		t.Errorf("rows %v are drawn before the secret is there", got)
	}
	if got := l.drawn(func() { l.Secrets.Show(l.Keys[2].ID, client.NewSecret("a secret")) }); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("with the secret, rows %v are drawn", got)
	}
	*later = nil
	click(1)
	if got := l.drawn((*later)[0]); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("when the secret takes its time, rows %v are drawn", got)
	}
}

func TestFetchingIsShownOnlyWhereItIsSlow(t *testing.T) {
	l, later := listOf(t, 2)
	fetched := slices.Clone(l.Keys)
	fetched[1].Busy = keys.OpReveal
	*later = nil
	if got := l.drawn(func() { l.SetKeys(fetched) }); got != nil {
		t.Errorf("rows %v are drawn as it begins", got)
	}
	if got := l.drawn((*later)[0]); !slices.Equal(got, []int{1}) || l.RowData(1).Busy != keys.OpReveal {
		t.Errorf("rows %v are drawn when it is slow", got)
	}
	if got := l.drawn(func() { l.SetKeys(listed(2)) }); !slices.Equal(got, []int{1}) {
		t.Errorf("rows %v are drawn as it ends", got)
	}
}

func TestSecretLeavesTheRowThatIsScrolledOutOfSight(t *testing.T) {
	l, _ := listOf(t, 100)
	l.Secrets.Show(l.Keys[0].ID, client.NewSecret("a secret"))
	l.ScrollToOffset(3000)
	l.Secrets.HideAll()
	for _, row := range l.Pool.Rows {
		if !row.Data.Secret.IsZero() {
			t.Errorf("the row of %s still has it", row.Data.ID)
		}
	}
}

// The toolkit drops the renderer of a widget that it has not drawn for a minute, such as behind the lock page.
func TestTheListStaysScrolledWhileItIsNotDrawn(t *testing.T) {
	l, _ := listOf(t, 100)
	l.ScrollToOffset(1000)
	r := l.CreateRenderer()
	r.Layout(l.Size())
	if at := r.Objects()[0].(*container.Scroll).Offset.Y; at == 0 || at != l.GetScrollOffset() {
		t.Errorf("it is scrolled by %v, and says %v", at, l.GetScrollOffset())
	}
}
