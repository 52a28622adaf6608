package keytable

import (
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/chips"
	"accesskeys/views/kit/style"
)

// A row on which the cursor is has a ring, which what it shows must not touch.
func TestThreeLinesLeaveAirAboveAndBelow(t *testing.T) {
	const least = 4
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	secret := client.NewSecret("AgpqyjQ" + strings.Repeat("g", 25))
	for _, density := range []settings.Density{settings.DensityMiddle, settings.DensityLarger} {
		table := settings.DefaultTable()
		table.Density = density
		for width := NewLayout(table).leastWidth(); width < 1200; width += 44 {
			for name, d := range map[string]RowData{
				"plain":           {},
				"shown":           {Secret: secret},
				"labelled":        {Label: "Agency job"},
				"labelled, shown": {Label: "Agency job", Secret: secret},
				"own":             {Key: keys.Key{Own: true}},
				"two chips":       {Chips: chips.OfRow{endsSoon, replaced}},
				"label and chips": {Label: "Agency job", Chips: chips.OfRow{endsSoon, replaced}},
			} {
				row, _ := rowIn(t, table, width)
				d.AccessKey = row.Data.AccessKey
				row.Set(d)
				top, bottom := inkOf(row)
				if over, under := top-1, int(row.Size().Height)-1-bottom; over < least || under < least {
					t.Errorf("%s, %v wide, %s: %d px are free above and %d below", density, width, name, over, under)
				}
			}
		}
	}
}

func TestAnIDThatWrapsLeavesTheLinesAroundItInTheRow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	for _, density := range settings.Densities() {
		table := settings.DefaultTable()
		table.Density, table.Widths = density, map[settings.Column]int{settings.ColumnID: 150}
		for name, d := range map[string]RowData{
			"own":           {Key: keys.Key{Own: true}},
			"labelled":      {Label: "Agency job"},
			"labelled, own": {Label: "Agency job", Key: keys.Key{Own: true}},
		} {
			row, _ := rowIn(t, table, 1000)
			d.AccessKey = row.Data.AccessKey
			row.Set(d)
			top, bottom := inkOf(row)
			if over, under := top-1, int(row.Size().Height)-1-bottom; over < 1 || under < 1 {
				t.Errorf("%s, %s: %d px are free above and %d below", density, name, over, under)
			}
		}
	}
}

func TestThreeLinesAreInTheMiddleOfANarrowRow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	row, _ := rowIn(t, settings.DefaultTable(), NewLayout(settings.DefaultTable()).leastWidth())
	for _, d := range []RowData{{}, {Label: "Agency job"}, {Key: keys.Key{Own: true}}, {Secret: client.NewSecret("AgpqyjQ" + strings.Repeat("g", 25))}} {
		d.AccessKey = row.Data.AccessKey
		row.Set(d)
		top, bottom := inkOf(row)
		if over, under := top, int(row.Size().Height)-bottom; over-under > 2 || under-over > 2 {
			t.Errorf("%q, %v: %d px are free above and %d below", d.Label, d.Secret, over, under)
		}
	}
}

// inkOf returns the first row of pixels of a row in which something is drawn, and that after the last.
func inkOf(r *Row) (top, bottom int) {
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	r.frame.border.Raster.Hide()
	size := r.Size()
	c.SetContent(container.NewWithoutLayout(r))
	c.Resize(size)
	r.Resize(size)
	drawn := c.Capture()
	area := drawn.Bounds()
	bottom = area.Max.Y
	for top = area.Min.Y; top < bottom && !hasInk(drawn, top); top++ {
	}
	for ; bottom > top && !hasInk(drawn, bottom-1); bottom-- {
	}
	return top, bottom
}

func hasInk(i image.Image, y int) bool {
	for x := i.Bounds().Min.X; x < i.Bounds().Max.X; x++ {
		if _, _, _, alpha := i.At(x, y).RGBA(); alpha > 0x4000 {
			return true
		}
	}
	return false
}
