// Package style has the theme, with its colours and sizes, and functions that measure and place texts and objects. It
// is not called theme because the toolkit has a package of that name.
package style

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours that Fyne has no name for.
const (
	ColorNothing    fyne.ThemeColorName = "nothing" // transparent
	ColorCard       fyne.ThemeColorName = "card"
	ColorCardShadow fyne.ThemeColorName = "cardShadow"
	ColorShadow     fyne.ThemeColorName = "raisedShadow" // the shadow of dialogs and menus, and what darkens the window
	ColorTableHead  fyne.ThemeColorName = "tableHead"
	ColorRowLine    fyne.ThemeColorName = "rowLine"
	ColorRowHover   fyne.ThemeColorName = "rowHover"
	ColorRowChosen  fyne.ThemeColorName = "rowChosen"
	ColorRowNew     fyne.ThemeColorName = "rowNew"
	ColorSecret     fyne.ThemeColorName = "secret" // behind a shown secret, over the background of its row
	ColorBorder     fyne.ThemeColorName = "border"
	ColorBox        fyne.ThemeColorName = "box"        // the frame of a row's box that is not ticked
	ColorEdge       fyne.ThemeColorName = "raisedEdge" // the border of dialogs and menus
	ColorSecondary  fyne.ThemeColorName = "secondary"
	ColorLink       fyne.ThemeColorName = "link"
	ColorLinkHover  fyne.ThemeColorName = "linkHover"
	ColorDanger     fyne.ThemeColorName = "danger"
	// ColorDangerFill is the background of a button that destroys something; ColorDanger is for text.
	ColorDangerFill fyne.ThemeColorName = "dangerFill"
	ColorOnPrimary  fyne.ThemeColorName = "onPrimary"
	// ColorPrimaryFill is the background of the primary button. White text is readable on it, but not on Ant Design's
	// primary colour, which is for marks and rings.
	ColorPrimaryFill  fyne.ThemeColorName = "primaryFill"
	ColorPrimaryHover fyne.ThemeColorName = "primaryHover"
	ColorDotGreen     fyne.ThemeColorName = "dotGreen"
	ColorDotOrange    fyne.ThemeColorName = "dotOrange"
	ColorDotRed       fyne.ThemeColorName = "dotRed"
	ColorDotGrey      fyne.ThemeColorName = "dotGrey"
	ColorChip         fyne.ThemeColorName = "chip" // the backgrounds of chips, by how much they stand out
	ColorChipSoon     fyne.ThemeColorName = "chipSoon"
	ColorChipUrgent   fyne.ThemeColorName = "chipUrgent"
	ColorTip          fyne.ThemeColorName = "tip"
	ColorOnTip        fyne.ThemeColorName = "onTip"
)

// Text sizes of the console.
const (
	SizeText    = float32(13)
	SizeCaption = float32(12)
	SizeMono    = float32(13)
	SizeHeading = float32(16)
)

const (
	LineWidth  = float32(1)
	LineHeight = float32(18) // of text of SizeText
	LinkGap    = float32(12) // between two links beside each other

	InnerPadding = float32(6) // makes a field 32 high, like a button
)

// Palette maps names to the colours of a theme in one variant.
type Palette map[fyne.ThemeColorName]color.Color

// Theme is Fyne's own theme with the colours of Ant Design, which the web console is drawn with. Where such a colour is
// too faint for users with poor sight, Theme has the same hue some steps darker or lighter: text has a contrast of
// 4.5:1 to its background, and anything else that carries meaning, such as a ring, a dot or a field's border, of 3:1.
type Theme struct {
	fyne.Theme
	fixed       *fyne.ThemeVariant // the variant to use; nil follows the system
	Light, Dark Palette
	baselines   map[drawnAs]offsets // that were measured, for the UI thread
}

// New returns the theme in the variant fixed, or in that of the system if fixed is nil.
func New(fixed *fyne.ThemeVariant) fyne.Theme {
	return &Theme{Theme: theme.DefaultTheme(), fixed: fixed, Light: LightPalette().withMarks(lightMarks()), Dark: DarkPalette().withMarks(darkMarks()),
		baselines: map[drawnAs]offsets{}}
}

// variant returns the fixed variant, or else that of the system.
func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	if t.fixed != nil {
		return *t.fixed
	}
	return system
}

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	variant := t.variant(system)
	p := t.Light
	if variant == theme.VariantDark {
		p = t.Dark
	}
	if c, ok := p[name]; ok {
		return c
	}
	return t.Theme.Color(name, variant)
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return SizeText
	case theme.SizeNameCaptionText:
		return SizeCaption
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameCardRadius,
		theme.SizeNameMenuRadius, theme.SizeNamePopupRadius, theme.SizeNameDialogRadius:
		return 6
	case theme.SizeNameInputBorder:
		return 1
	case theme.SizeNameInnerPadding:
		return InnerPadding
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return t.Theme.Size(name)
}

func rgb(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// LightPalette returns the colours of the light variant.
func LightPalette() Palette {
	return Palette{
		theme.ColorNameBackground:          rgb(0xf5f5f5),
		theme.ColorNameForeground:          rgb(0x1f1f1f),
		theme.ColorNamePrimary:             rgb(0x1677ff),
		theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
		theme.ColorNameHyperlink:           rgb(0x1668dc),
		theme.ColorNameHover:               rgb(0xf0f0f0),
		theme.ColorNameFocus:               rgb(0x91caff),
		theme.ColorNameSelection:           rgb(0xbae0ff),
		theme.ColorNameInputBackground:     rgb(0xffffff),
		theme.ColorNameInputBorder:         rgb(0x8c8c8c),
		theme.ColorNamePlaceHolder:         rgb(0x6b6b6b),
		theme.ColorNameDisabled:            rgb(0x6b6b6b),
		theme.ColorNameDisabledButton:      rgb(0xf0f0f0),
		theme.ColorNameError:               rgb(0xcf1322),
		theme.ColorNameWarning:             rgb(0xc47a00),
		theme.ColorNameOverlayBackground:   rgb(0xffffff),
		theme.ColorNameMenuBackground:      rgb(0xffffff),
		theme.ColorNameSeparator:           rgb(0xf0f0f0),
		theme.ColorNameScrollBarBackground: color.Transparent,
		theme.ColorNameShadow:              color.NRGBA{A: 0x0c}, // at the edge of a scroll that has more to show
		ColorShadow:                        color.NRGBA{A: 0x40},
		ColorNothing:                       color.Transparent,
		ColorCard:                          rgb(0xffffff),
		ColorCardShadow:                    color.NRGBA{A: 0x0a},
		ColorTableHead:                     rgb(0xfafafa),
		ColorRowLine:                       rgb(0xf0f0f0),
		ColorRowHover:                      rgb(0xfafafa),
		ColorRowChosen:                     rgb(0xe6f4ff),
		ColorRowNew:                        rgb(0xfffbe6),
		ColorSecret:                        color.NRGBA{A: 0x12},
		ColorBorder:                        rgb(0xd9d9d9),
		ColorBox:                           rgb(0x737373),
		ColorEdge:                          rgb(0xd9d9d9),
		ColorSecondary:                     rgb(0x5c5c5c),
		ColorLink:                          rgb(0x1668dc),
		ColorLinkHover:                     rgb(0x0958d9),
		ColorDanger:                        rgb(0xcf1322),
		ColorDangerFill:                    rgb(0xcf1322),
		ColorOnPrimary:                     rgb(0xffffff),
		ColorPrimaryFill:                   rgb(0x1668dc),
		ColorPrimaryHover:                  rgb(0x0958d9),
		ColorDotGreen:                      rgb(0x389e0d),
		ColorDotOrange:                     rgb(0xc47a00),
		ColorDotRed:                        rgb(0xf5222d),
		ColorDotGrey:                       rgb(0x868686),
		ColorChip:                          rgb(0xf0f0f0),
		ColorChipSoon:                      rgb(0xfff4d6),
		ColorChipUrgent:                    rgb(0xffebe8),
		ColorTip:                           rgb(0x262626),
		ColorOnTip:                         rgb(0xffffff),
	}
}

// DarkPalette returns the colours of the dark variant.
func DarkPalette() Palette {
	return Palette{
		theme.ColorNameBackground:          rgb(0x000000),
		theme.ColorNameForeground:          rgb(0xdcdcdc),
		theme.ColorNamePrimary:             rgb(0x3c89e8),
		theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
		theme.ColorNameHyperlink:           rgb(0x4096ff),
		theme.ColorNameHover:               rgb(0x262626),
		theme.ColorNameFocus:               rgb(0x15417e),
		theme.ColorNameSelection:           rgb(0x15325b),
		theme.ColorNameInputBackground:     rgb(0x141414),
		theme.ColorNameInputBorder:         rgb(0x707070),
		theme.ColorNamePlaceHolder:         rgb(0x929292),
		theme.ColorNameDisabled:            rgb(0x929292),
		theme.ColorNameDisabledButton:      rgb(0x262626),
		theme.ColorNameError:               rgb(0xff7875),
		theme.ColorNameWarning:             rgb(0xd89614),
		theme.ColorNameOverlayBackground:   rgb(0x1f1f1f),
		theme.ColorNameMenuBackground:      rgb(0x1f1f1f),
		theme.ColorNameSeparator:           rgb(0x303030),
		theme.ColorNameScrollBarBackground: color.Transparent,
		theme.ColorNameShadow:              color.NRGBA{A: 0x30},
		ColorShadow:                        color.NRGBA{A: 0x80},
		ColorNothing:                       color.Transparent,
		ColorCard:                          rgb(0x141414),
		ColorCardShadow:                    color.Transparent,
		ColorTableHead:                     rgb(0x1d1d1d),
		ColorRowLine:                       rgb(0x303030),
		ColorRowHover:                      rgb(0x1d1d1d),
		ColorRowChosen:                     rgb(0x111a2c),
		ColorRowNew:                        rgb(0x2b2611),
		ColorSecret:                        color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0x1a},
		ColorBorder:                        rgb(0x424242),
		ColorBox:                           rgb(0x8c8c8c),
		ColorEdge:                          rgb(0x606060), // on black, no shadow is seen
		ColorSecondary:                     rgb(0xa6a6a6),
		ColorLink:                          rgb(0x4096ff),
		ColorLinkHover:                     rgb(0x69b1ff),
		ColorDanger:                        rgb(0xff7875),
		ColorDangerFill:                    rgb(0xcf1322),
		ColorOnPrimary:                     rgb(0xffffff),
		ColorPrimaryFill:                   rgb(0x1668dc),
		ColorPrimaryHover:                  rgb(0x0958d9),
		ColorDotGreen:                      rgb(0x49aa19),
		ColorDotOrange:                     rgb(0xd89614),
		ColorDotRed:                        rgb(0xdc4446),
		ColorDotGrey:                       rgb(0x7d7d7d),
		ColorChip:                          rgb(0x262626),
		ColorChipSoon:                      rgb(0x2f2610),
		ColorChipUrgent:                    rgb(0x301414),
		ColorTip:                           rgb(0x424242),
		ColorOnTip:                         rgb(0xffffff),
	}
}
