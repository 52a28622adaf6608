package words

import "fyne.io/fyne/v2/lang"

// NoChineseFont says why the window is in English.
func NoChineseFont() string {
	return lang.L("This computer has no Chinese font, so the app stays in English. Install one, such as Noto Sans CJK (fonts-noto-cjk on Debian and Ubuntu), and restart the app.")
}
