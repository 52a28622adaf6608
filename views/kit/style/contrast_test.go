package style

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// WCAG 2.2 requires a contrast of 4.5:1 between text and its background (1.4.3), and of 3:1 between anything else that
// carries meaning and its background (1.4.11). Lines that only divide, and frames around what its text already tells,
// may be fainter.
const (
	textContrast    = 4.5
	nonTextContrast = 3.0
)

type pair struct{ ink, ground fyne.ThemeColorName }

// on pairs every ink with every background.
func on(inks, grounds []fyne.ThemeColorName) []pair {
	var all []pair
	for _, ink := range inks {
		for _, ground := range grounds {
			all = append(all, pair{ink, ground})
		}
	}
	return all
}

type names = []fyne.ThemeColorName

// rowGrounds has the backgrounds of a row: plain, under the pointer, selected, and new.
var rowGrounds = names{ColorCard, ColorRowHover, ColorRowChosen, ColorRowNew}

func textPairs() []pair {
	var all []pair
	// A row: ID and secret, the secondary texts, and the links.
	all = append(all, on(names{theme.ColorNameForeground, ColorSecondary, ColorLink, ColorLinkHover}, rowGrounds)...)
	// The page and the bar, the side tabs, and the table's head.
	all = append(all, on(names{theme.ColorNameForeground, ColorSecondary, ColorLink}, names{theme.ColorNameBackground, ColorCard, ColorTableHead})...)
	// Labels: plain, of low importance, in danger, disabled; on page, card, dialog and message.
	all = append(all, on(names{theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameError, theme.ColorNameDisabled, ColorDanger},
		names{theme.ColorNameBackground, ColorCard, theme.ColorNameOverlayBackground})...)
	// Fields and drop-down lists, with selected text and with the focus.
	all = append(all, on(names{theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameDisabled}, names{theme.ColorNameInputBackground})...)
	all = append(all, on(names{theme.ColorNameForeground}, names{theme.ColorNameSelection, theme.ColorNameFocus, theme.ColorNameHover})...)
	// Buttons, and a menu's items.
	all = append(all, on(names{ColorOnPrimary}, names{ColorPrimaryFill, ColorPrimaryHover, ColorDangerFill})...)
	all = append(all, on(names{theme.ColorNameDisabled}, names{theme.ColorNameDisabledButton})...)
	all = append(all, on(names{ColorLink, theme.ColorNameForeground, theme.ColorNameDisabled}, names{theme.ColorNameHover, theme.ColorNameOverlayBackground})...)
	// Chips, whose words are in the text's own colour.
	all = append(all, on(names{theme.ColorNameForeground}, names{ColorChip, ColorChipSoon, ColorChipUrgent})...)
	// The letters on marks.
	for name := range lightMarks() {
		if name != ColorOnMark {
			all = append(all, pair{ColorOnMark, name})
		}
	}
	// Tooltips, and the keys on the sheet of shortcuts.
	return append(all, pair{ColorOnTip, ColorTip}, pair{theme.ColorNameForeground, ColorTableHead})
}

func nonTextPairs() []pair {
	dots := names{ColorDotGreen, ColorDotOrange, ColorDotRed, ColorDotGrey}
	all := on(dots, rowGrounds)
	// The focus ring, the edge of a selected row, and the mark of the selected tab.
	all = append(all, on(names{theme.ColorNamePrimary}, append(names{theme.ColorNameBackground, theme.ColorNameOverlayBackground}, rowGrounds...))...)
	// Tick boxes. The frame of a field may be fainter, because its name and its text tell what it is.
	all = append(all, on(names{theme.ColorNameInputBorder, theme.ColorNamePrimary},
		names{theme.ColorNameBackground, ColorCard, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground})...)
	// The frames of boxes of rows and of the table's head: empty, and ticked or under the pointer; and the marks in ticked ones.
	all = append(all, on(names{ColorBox, theme.ColorNamePrimary}, append(names{ColorTableHead}, rowGrounds...))...)
	all = append(all, pair{ColorOnPrimary, ColorPrimaryFill}, pair{ColorBox, ColorCard})
	// The marks of chips.
	all = append(all, pair{ColorSecondary, ColorChip}, pair{ColorDotOrange, ColorChipSoon}, pair{ColorDotRed, ColorChipUrgent})
	// The sign in the bar above the table, and its edge while it is highlighted.
	all = append(all, on(names{theme.ColorNameWarning}, names{ColorTableHead, ColorCard})...)
	// The signs before messages and questions.
	return append(all, on(names{ColorDotGreen, ColorDanger, ColorLink, theme.ColorNameWarning}, names{theme.ColorNameOverlayBackground})...)
}

func TestColoursStandOut(t *testing.T) {
	palette := New(nil)
	for variant, name := range map[fyne.ThemeVariant]string{theme.VariantLight: "light", theme.VariantDark: "dark"} {
		worst := map[float64]string{}
		check := func(pairs []pair, least float64) {
			lowest := math.Inf(1)
			for _, p := range pairs {
				got := contrast(palette.Color(p.ink, variant), palette.Color(p.ground, variant))
				if got < least {
					t.Errorf("%s: %s on %s is %.2f:1, not %.1f:1", name, p.ink, p.ground, got, least)
				}
				if got < lowest {
					lowest = got
					worst[least] = fmt.Sprintf("%.2f:1, %s on %s", got, p.ink, p.ground)
				}
			}
		}
		check(textPairs(), textContrast)
		check(nonTextPairs(), nonTextContrast)
		t.Logf("%s: the faintest text is %s; the faintest of the rest is %s", name, worst[textContrast], worst[nonTextContrast])
	}
}

func TestContrastMatchesWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b uint32
		want float64
	}{{0x000000, 0xffffff, 21}, {0xffffff, 0xffffff, 1}, {0x777777, 0xffffff, 4.48}, {0x1677ff, 0xffffff, 4.10}} {
		if got := contrast(rgb(c.a), rgb(c.b)); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%06x on %06x is %.2f, not %.2f", c.a, c.b, got, c.want)
		}
	}
}

// contrast returns the ratio of two opaque colours, as WCAG defines it.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// A shown secret is told from its ID by what is behind it.
func TestSecretIsReadableOnItsGround(t *testing.T) {
	palette := New(nil)
	for variant, name := range map[fyne.ThemeVariant]string{theme.VariantLight: "light", theme.VariantDark: "dark"} {
		for _, row := range rowGrounds {
			behind := palette.Color(row, variant)
			ground := over(palette.Color(ColorSecret, variant), behind)
			if got := contrast(palette.Color(theme.ColorNameForeground, variant), ground); got < textContrast {
				t.Errorf("%s: on %s it is %.2f:1", name, row, got)
			}
			if got := contrast(ground, behind); got < 1.15 {
				t.Errorf("%s: its ground on %s is %.2f:1", name, row, got)
			}
		}
	}
}

// over returns the colour of an opaque ground with a translucent colour on it.
func over(top, ground color.Color) color.Color {
	r, g, b, a := top.RGBA()
	mix := func(top, ground uint32) uint16 { return uint16(top + ground*(0xffff-a)/0xffff) }
	gr, gg, gb, _ := ground.RGBA()
	return color.RGBA64{mix(r, gr), mix(g, gg), mix(b, gb), 0xffff}
}
