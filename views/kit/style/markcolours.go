package style

import (
	"maps"

	"fyne.io/fyne/v2"
)

// ColorOnMark is the colour of the text on an account's mark.
const ColorOnMark fyne.ThemeColorName = "onMark"

// MarkColor returns the background of an account's mark, by a name such as "blue". The colours stand out from each
// other and from the background of the window.
func MarkColor(name string) fyne.ThemeColorName { return fyne.ThemeColorName("mark " + name) }

func (p Palette) withMarks(marks Palette) Palette {
	maps.Copy(p, marks)
	return p
}

func lightMarks() Palette {
	return Palette{
		ColorOnMark:         rgb(0xffffff),
		MarkColor("blue"):   rgb(0x0958d9),
		MarkColor("orange"): rgb(0xad4e00),
		MarkColor("green"):  rgb(0x237804),
		MarkColor("purple"): rgb(0x722ed1),
		MarkColor("red"):    rgb(0xcf1322),
		MarkColor("teal"):   rgb(0x006d75),
		MarkColor("pink"):   rgb(0xc41d7f),
		MarkColor("grey"):   rgb(0x595959),
	}
}

func darkMarks() Palette {
	return Palette{
		ColorOnMark:         rgb(0x141414),
		MarkColor("blue"):   rgb(0x69b1ff),
		MarkColor("orange"): rgb(0xffa940),
		MarkColor("green"):  rgb(0x95de64),
		MarkColor("purple"): rgb(0xb37feb),
		MarkColor("red"):    rgb(0xff7875),
		MarkColor("teal"):   rgb(0x5cdbd3),
		MarkColor("pink"):   rgb(0xff85c0),
		MarkColor("grey"):   rgb(0xbfbfbf),
	}
}
