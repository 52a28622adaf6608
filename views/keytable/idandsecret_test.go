package keytable

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/assets"
	"accesskeys/client"
	"accesskeys/views/chips"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// A new key is copied first of all, while its row still asks for the label.
func TestTheFieldOfANewKeyLeavesItsIDAndItsLinks(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		speak(t, locale)
		test.NewTempApp(t).Settings().SetTheme(style.New(nil))
		for _, table := range tables() {
			compact := table.Density == settings.DensityCompact
			for width := NewLayout(table).leastWidth(); width < 1400; width += 22 {
				for _, secret := range []client.Secret{{}, client.NewSecret(strings.Repeat("s", 32))} {
					row, _ := rowIn(t, table, width)
					at := row.look.At
					if compact && at.stacked && !secret.IsZero() {
						continue // the field goes before
					}
					field := canvas.NewRectangle(color.Black)
					field.SetMinSize(fyne.NewSize(10, control.ButtonHeight))
					d := row.Data
					d.Secret = secret
					row.Set(d)
					usual := row.Links.Copy.Position()
					d.Field = field
					row.Set(d)
					if now := row.Links.Copy.Position(); now != usual && (!at.stacked || now.X != usual.X && secret.IsZero()) {
						t.Errorf("%s, %v wide: Copy is at %v, and not at %v as usual", table.Density, width, now, usual)
					}
					seen := []fyne.CanvasObject{field, row.id, row.Links.Show, row.Links.Copy}
					if !secret.IsZero() || !at.stacked {
						seen = append(seen, row.secret)
					}
					checkApart(t, row, seen)
					if field.Size().Width < 60 {
						t.Errorf("%s, %v wide: the field is %v wide", table.Density, width, field.Size().Width)
					}
					if id := string(row.id.Value); id != d.ID && id != words.IDEnd(d.ID) || isCut(row.id) {
						t.Errorf("%s, %v wide: the ID is %q", table.Density, width, id)
					} else if id != d.ID && secret.IsZero() && at.stacked && !compact {
						t.Errorf("%s, %v wide: there is room for the ID", table.Density, width)
					}
					if isCut(row.secret) && !secret.IsZero() && at.stacked {
						t.Errorf("%s, %v wide: the secret is cut", table.Density, width)
					}
				}
			}
		}
	}
}

func TestAKeysIDIsSeenWithItsSecret(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		speak(t, locale)
		test.NewTempApp(t).Settings().SetTheme(style.New(nil))
		for _, table := range tables() {
			for name, d := range map[string]RowData{
				"plain":         {},
				"labelled":      {Label: "CI billing"},
				"own":           {Key: keys.Key{Own: true}},
				"own, labelled": {Key: keys.Key{Own: true}, Label: strings.Repeat("wide ", 12)},
			} {
				for width := NewLayout(table).leastWidth(); width < 1400; width += 22 {
					row, _ := rowIn(t, table, width)
					d.AccessKey = row.Data.AccessKey
					d.Secret = client.Secret{}
					row.Set(d)
					masked := row.Links.Copy.Position()
					d.Secret = client.NewSecret(strings.Repeat("s", 32))
					row.Set(d)
					seen := []fyne.CanvasObject{row.secret, row.Links.Show, row.Links.Copy}
					for _, o := range []fyne.CanvasObject{row.id, row.label, row.ownRemark} {
						if o.Visible() {
							seen = append(seen, o)
						}
					}
					checkApart(t, row, seen)
					compact := table.Density == settings.DensityCompact
					if at := row.look.At; at.stacked && (isCut(row.secret) || !compact && (!row.id.Visible() || string(row.id.Value) != d.ID || isCut(row.id))) {
						t.Errorf("%s, %s, %v wide: it shows %q and %q", table.Density, name, width, string(row.id.Value), string(row.secret.Value))
					}
					if (name != "plain" || !compact) && masked != row.Links.Copy.Position() {
						t.Errorf("%s, %s, %v wide: Copy moves from %v to %v", table.Density, name, width, masked, row.Links.Copy.Position())
					}
				}
			}
		}
	}
}

// Who presses Copy in row after row of a narrow window finds it at the same place.
func TestTheLinksAreAtTheSamePlaceInAllRowsOfThreeLines(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		speak(t, locale)
		test.NewTempApp(t).Settings().SetTheme(style.New(nil))
		row, _ := rowIn(t, settings.DefaultTable(), NewLayout(settings.DefaultTable()).leastWidth())
		want := row.Links.Copy.Position()
		for _, d := range []RowData{{Label: "CI billing"}, {Key: keys.Key{Own: true}}, {Account: "work"}, {StandIn: words.StandIn{Shown: "deploys"}},
			{Chips: chips.OfRow{endsSoon, replaced}}, {Secret: client.NewSecret(strings.Repeat("s", 32))}} {
			d.AccessKey = row.Data.AccessKey
			row.Set(d)
			if now := row.Links.Copy.Position(); now != want {
				t.Errorf("%s, %+v: Copy is at %v, and not at %v", locale, d, now, want)
			}
		}
	}
}

// speak changes the language for a test.
func speak(t *testing.T, locale string) {
	t.Helper()
	read := func() {
		if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(read) // after the environment is what it was
	for _, name := range []string{"LANGUAGE", "LANG", "LC_ALL"} {
		t.Setenv(name, locale)
	}
	read()
}

// tables returns the settings of a table in each density.
func tables() []settings.Table {
	var all []settings.Table
	for _, density := range settings.Densities() {
		table := settings.DefaultTable()
		table.Density = density
		all = append(all, table)
	}
	return all
}

func isCut(m *text.Mono) bool {
	shown := int(math.Round(float64(m.Width()/m.Cell.Width))) * int(math.Round(float64(m.MinSize().Height/m.Cell.Height)))
	return len(m.Value) > shown
}

// endOf returns where what is drawn of an object ends.
func endOf(o fyne.CanvasObject) fyne.Position {
	size := o.MinSize().Max(o.Size())
	if m, ok := o.(*text.Mono); ok {
		size.Width = min(size.Width, m.Cell.Width*float32(len(m.Value)))
	}
	return o.Position().Add(size)
}

// checkApart checks that objects of a row are visible in its column with the ID or the secret, and not over each other.
func checkApart(t *testing.T, row *Row, objects []fyne.CanvasObject) {
	t.Helper()
	for i, o := range objects {
		at, end := o.Position(), endOf(o)
		column := row.look.At.Spans[ColumnID]
		if !row.look.At.stacked && slices.Contains([]fyne.CanvasObject{row.secret, row.Links.Show, row.Links.Copy}, o) {
			column = row.look.At.Spans[columnSecret]
		}
		if !o.Visible() || at.X < column.X || end.X > column.X+column.Width+1 || at.Y < -2 || end.Y > row.Size().Height+2 {
			t.Errorf("%s, %v wide: %T is visible: %v, from %v to %v in %v", row.look.Table.Density, row.Size().Width, o, o.Visible(), at, end, column)
		}
		for _, other := range objects[:i] {
			from, to := other.Position(), endOf(other)
			across := min(to.X, end.X) - max(from.X, at.X)
			if down := min(to.Y, end.Y) - max(from.Y, at.Y); across > 1 && down > 8 { // the boxes of links are higher than a line
				t.Errorf("%s, %v wide: %T and %T are over each other by %v, %v", row.look.Table.Density, row.Size().Width, other, o, across, down)
			}
		}
	}
}
