package keytable

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/chips"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
)

func TestRowsOfEveryWidthHaveALinkToTheirMenu(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	look := NewLayout(settings.DefaultTable())
	for _, key := range []keys.Key{{AccessKey: client.AccessKey{State: client.StateEnabled}}, {AccessKey: client.AccessKey{State: client.StateExpired}},
		{AccessKey: client.AccessKey{State: client.StateDeleted}}, {AccessKey: client.AccessKey{State: client.StateEnabled}, Pending: keys.OpDisable}} {
		for width := look.leastWidth(); width < 1400; width += 60 {
			row := NewRow(&RowActions{}, tooltip.New(nil), look)
			test.TempWidgetRenderer(t, row)
			row.Resize(fyne.NewSize(width+scroll.Gutter, look.Pitch()-4))
			row.Set(RowData{Key: key})
			more := row.Links.More
			if !more.Visible() || more.Position().X+more.Size().Width > width {
				t.Errorf("%v wide, %s, %q: visible: %v, from %v, %v wide", width, key.State, key.Pending, more.Visible(), more.Position().X, more.Size().Width)
			}
			for _, o := range []fyne.CanvasObject{row.Links.State, row.Links.Delete, row.busy, row.state} {
				if o.Visible() && o.Position().X < more.Position().X && o.Position().X+o.Size().Width > more.Position().X+1 {
					t.Errorf("%v wide, %s, %q: it is over something", width, key.State, key.Pending)
				}
			}
		}
	}
}

func TestMaskIsOneLineThatEndsAtTheLinks(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	for _, density := range settings.Densities() {
		table := settings.DefaultTable()
		table.Density = density
		for width := NewLayout(table).leastWidth(); width < 1600; width += 40 {
			row, _ := rowIn(t, table, width)
			want := min(row.look.secretChars(row.look.At), 32)
			if row.look.At.stacked && density != settings.DensityCompact {
				want = 32 // the links are on the first line if there is no room beside it
			}
			if n := len(row.secret.Value); n != want || n < 16 || slices.Contains(row.secret.Value, '…') {
				t.Errorf("%s, %v wide: it has %d characters, and there is room for %d", density, width, n, want)
			}
		}
	}
}

// Disabling the app's own key locks the user out, so it is marked in every window.
func TestTheAppsOwnKeyIsMarkedAtEveryWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	for _, density := range []settings.Density{settings.DensityMiddle, settings.DensityLarger, settings.DensityCompact} {
		for _, label := range []string{"", "CI billing", strings.Repeat("wide ", 12)} {
			t.Run(string(density)+" "+label, func(t *testing.T) { checkOwnMark(t, density, label) })
		}
	}
}

func checkOwnMark(t *testing.T, density settings.Density, label string) {
	table := settings.DefaultTable()
	table.Density = density
	for width := NewLayout(table).leastWidth(); width < 1400; width += 60 {
		row, _ := rowIn(t, table, width)
		d, look := row.Data, row.look
		d.Own, d.Label = true, label
		row.Set(d)
		cell := look.In(width).Spans[ColumnID]
		from, to := row.ownRemark.Position(), row.ownRemark.Position().Add(row.ownRemark.Size())
		if label == "" && row.label.Visible() {
			if got := row.label.Line.Text; !strings.HasPrefix(got, "This app's key") || density == settings.DensityCompact && !strings.Contains(got, " (…") {
				t.Errorf("%v wide, it is named %q", width, got)
			}
			continue
		}
		if !row.ownRemark.Visible() || from.X < cell.X || to.X > cell.X+cell.Width || from.Y+to.Y < 0 || from.Y+to.Y > 2*row.Size().Height {
			t.Errorf("%v wide: %v, from %v to %v in a cell from %v, %v wide", width, row.ownRemark.Visible(), from, to, cell.X, cell.Width)
		}
		if at := look.In(width); at.stacked && density != settings.DensityCompact && row.id.Width() < look.mono*idLength {
			t.Errorf("%v wide, the ID takes two lines", width)
		}
		if row.label != nil && row.label.Visible() && from.Y == row.label.Position().Y && from.X < row.label.Position().X+row.label.Size().Width {
			t.Errorf("%v wide, it is over the label", width)
		}
	}
}

func TestAShownSecretFitsIntoItsRowAtEveryWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	for _, density := range []settings.Density{settings.DensityMiddle, settings.DensityLarger} {
		for _, label := range []string{"", "CI billing"} {
			for _, own := range []bool{false, true} {
				for _, length := range []int{32, 40} {
					t.Run(fmt.Sprint(density, label, own, length), func(t *testing.T) { checkShownSecret(t, density, label, own, length) })
				}
			}
		}
	}
}

func checkShownSecret(t *testing.T, density settings.Density, label string, own bool, length int) {
	table := settings.DefaultTable()
	table.Density = density
	for width := NewLayout(table).leastWidth(); width < 1400; width += 60 {
		row, _ := rowIn(t, table, width)
		d := row.Data
		d.Own, d.Label, d.Secret = own, label, client.NewSecret(strings.Repeat("s", length))
		row.Set(d)
		for _, o := range []fyne.CanvasObject{row.id, row.label, row.secret, row.ownRemark} {
			if o == fyne.CanvasObject((*text.Text)(nil)) || !o.Visible() {
				continue
			}
			top, bottom := o.Position().Y, o.Position().Y+o.Size().Height
			if top < -2 || bottom > row.Size().Height+2 { // a row reaches into the padding
				t.Errorf("%v wide: %T from %v to %v in a row %v high", width, o, top, bottom, row.Size().Height)
			}
		}
	}
}

// What a row shows beside its key is on the same line in all rows.
func TestActionsAreBesideTheFirstLineOfEveryRow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	for _, density := range settings.Densities() {
		table := settings.DefaultTable()
		table.Density = density
		for width := NewLayout(table).leastWidth(); width < 1400; width += 40 {
			for name, d := range map[string]RowData{
				"plain":           {},
				"with a chip":     {Chips: chips.OfRow{endsSoon}},
				"with two chips":  {Chips: chips.OfRow{endsSoon, endsSoon}},
				"labelled":        {Label: "CI billing"},
				"labelled, chips": {Label: "CI billing", Chips: chips.OfRow{endsSoon, endsSoon}},
				"the app's own":   {Key: keys.Key{Own: true}},
			} {
				row, _ := rowIn(t, table, width)
				d.AccessKey = row.Data.AccessKey
				row.Set(d)
				at := row.look.In(width)
				want := row.Size().Height / 2
				if at.stacked {
					want = middle(row.id)
					if row.label != nil && row.label.Visible() {
						want = middle(row.label)
					}
				}
				for _, o := range []fyne.CanvasObject{row.Links.Delete, row.Links.More} {
					chipsHere := !row.chips.Empty() && !at.Shows(ColumnState)
					if got := middle(o); o.Visible() && !chipsHere && math.Abs(float64(got-want)) > 1 {
						t.Errorf("%s, %s, %v wide: the middle of the actions is at %v, not %v", density, name, width, got, want)
					}
				}
				if got := middle(row.state); at.stacked && at.Shows(ColumnState) && len(chipsOf(row)) < 2 && density != settings.DensityCompact && math.Abs(float64(got-want)) > 1 {
					t.Errorf("%s, %s, %v wide: the middle of the state is at %v, not %v", density, name, width, got, want)
				}
			}
		}
	}
}

func middle(o fyne.CanvasObject) float32 { return o.Position().Y + o.Size().Height/2 }
