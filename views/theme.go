package views

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours that Fyne has no name for.
const (
	colorNothing    fyne.ThemeColorName = "nothing" // to see through
	colorCard       fyne.ThemeColorName = "card"
	colorCardShadow fyne.ThemeColorName = "cardShadow"
	colorTableHead  fyne.ThemeColorName = "tableHead"
	colorRowLine    fyne.ThemeColorName = "rowLine"
	colorRowHover   fyne.ThemeColorName = "rowHover"
	colorRowChosen  fyne.ThemeColorName = "rowChosen"
	colorRowNew     fyne.ThemeColorName = "rowNew"
	colorBorder     fyne.ThemeColorName = "border"
	colorSecondary  fyne.ThemeColorName = "secondary"
	colorLink       fyne.ThemeColorName = "link"
	colorLinkHover  fyne.ThemeColorName = "linkHover"
	colorDanger     fyne.ThemeColorName = "danger"
	// colorDangerFill is the ground of a button that destroys; colorDanger is for text.
	colorDangerFill fyne.ThemeColorName = "dangerFill"
	colorOnPrimary  fyne.ThemeColorName = "onPrimary"
	// colorPrimaryFill is the ground of the primary button: white text can be read on it, as it cannot on
	// Ant Design's primary colour, which is for marks and rings.
	colorPrimaryFill  fyne.ThemeColorName = "primaryFill"
	colorPrimaryHover fyne.ThemeColorName = "primaryHover"
	colorDotGreen     fyne.ThemeColorName = "dotGreen"
	colorDotOrange    fyne.ThemeColorName = "dotOrange"
	colorDotRed       fyne.ThemeColorName = "dotRed"
	colorDotGrey      fyne.ThemeColorName = "dotGrey"
	colorTip          fyne.ThemeColorName = "tip"
	colorOnTip        fyne.ThemeColorName = "onTip"
)

// Text sizes of the console.
const (
	sizeText    = float32(13)
	sizeCaption = float32(12)
	sizeMono    = float32(13)
	sizeHeading = float32(16)
)

const (
	lineWidth  = float32(1)
	lineHeight = float32(18) // of sizeText
	linkGap    = float32(12) // between two links beside each other
)

type palette map[fyne.ThemeColorName]color.Color

// consoleTheme is Ant Design's tokens, which the web console is drawn with, over Fyne's own theme. Where a
// token is too faint for who sees badly, it is the same hue some steps darker or lighter: text stands out
// from its ground by 4.5:1, and by 3:1 what is to be seen besides, such as a ring, a dot or a field's border.
type consoleTheme struct {
	fyne.Theme
	fixed       *fyne.ThemeVariant // nil follows the system
	light, dark palette
}

// newConsoleTheme returns the theme, drawn always in one variant, or where fixed is nil in that of the system.
func newConsoleTheme(fixed *fyne.ThemeVariant) fyne.Theme {
	return &consoleTheme{Theme: theme.DefaultTheme(), fixed: fixed, light: lightPalette(), dark: darkPalette()}
}

// variant is light or dark.
func (t *consoleTheme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	if t.fixed != nil {
		return *t.fixed
	}
	return system
}

// Color is the theme's colour of a name, for light and dark.
func (t *consoleTheme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	variant := t.variant(system)
	p := t.light
	if variant == theme.VariantDark {
		p = t.dark
	}
	if c, ok := p[name]; ok {
		return c
	}
	return t.Theme.Color(name, variant)
}

// Size is the theme's size of a name, in Fyne's device-independent pixels.
func (t *consoleTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return sizeText
	case theme.SizeNameCaptionText:
		return sizeCaption
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameCardRadius,
		theme.SizeNameMenuRadius, theme.SizeNamePopupRadius, theme.SizeNameDialogRadius:
		return 6
	case theme.SizeNameInputBorder:
		return 1
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return t.Theme.Size(name)
}

func rgb(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func lightPalette() palette {
	return palette{
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
		theme.ColorNameShadow:              color.NRGBA{A: 0x40},
		colorNothing:                       color.Transparent,
		colorCard:                          rgb(0xffffff),
		colorCardShadow:                    color.NRGBA{A: 0x0a},
		colorTableHead:                     rgb(0xfafafa),
		colorRowLine:                       rgb(0xf0f0f0),
		colorRowHover:                      rgb(0xfafafa),
		colorRowChosen:                     rgb(0xe6f4ff),
		colorRowNew:                        rgb(0xfffbe6),
		colorBorder:                        rgb(0xd9d9d9),
		colorSecondary:                     rgb(0x5c5c5c),
		colorLink:                          rgb(0x1668dc),
		colorLinkHover:                     rgb(0x0958d9),
		colorDanger:                        rgb(0xcf1322),
		colorDangerFill:                    rgb(0xcf1322),
		colorOnPrimary:                     rgb(0xffffff),
		colorPrimaryFill:                   rgb(0x1668dc),
		colorPrimaryHover:                  rgb(0x0958d9),
		colorDotGreen:                      rgb(0x389e0d),
		colorDotOrange:                     rgb(0xc47a00),
		colorDotRed:                        rgb(0xf5222d),
		colorDotGrey:                       rgb(0x868686),
		colorTip:                           rgb(0x262626),
		colorOnTip:                         rgb(0xffffff),
	}
}

func darkPalette() palette {
	return palette{
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
		theme.ColorNameShadow:              color.NRGBA{A: 0x80},
		colorNothing:                       color.Transparent,
		colorCard:                          rgb(0x141414),
		colorCardShadow:                    color.Transparent,
		colorTableHead:                     rgb(0x1d1d1d),
		colorRowLine:                       rgb(0x303030),
		colorRowHover:                      rgb(0x1d1d1d),
		colorRowChosen:                     rgb(0x111a2c),
		colorRowNew:                        rgb(0x2b2611),
		colorBorder:                        rgb(0x424242),
		colorSecondary:                     rgb(0xa6a6a6),
		colorLink:                          rgb(0x4096ff),
		colorLinkHover:                     rgb(0x69b1ff),
		colorDanger:                        rgb(0xff7875),
		colorDangerFill:                    rgb(0xcf1322),
		colorOnPrimary:                     rgb(0xffffff),
		colorPrimaryFill:                   rgb(0x1668dc),
		colorPrimaryHover:                  rgb(0x0958d9),
		colorDotGreen:                      rgb(0x49aa19),
		colorDotOrange:                     rgb(0xd89614),
		colorDotRed:                        rgb(0xdc4446),
		colorDotGrey:                       rgb(0x7d7d7d),
		colorTip:                           rgb(0x424242),
		colorOnTip:                         rgb(0xffffff),
	}
}
