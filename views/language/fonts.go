package language

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
)

// WarmFonts loads the typefaces of the window in the background. Then it sends on the channel whether they can draw the
// window's language. Until then nothing else may measure or draw text.
func WarmFonts(t *background.Tasks, l *Catalogue, choice settings.Language) <-chan bool {
	warm := make(chan bool, 1)
	t.Start(func() {
		sample := "0"
		legible := l.CanDraw(choice)
		if legible && l.Resolve(choice) == settings.LanguageChinese {
			sample += chineseSample
		}
		for _, face := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText(sample, style.SizeText, face)
		}
		fyne.CurrentApp().Driver().RenderedTextSize("0", style.SizeMono, fyne.TextStyle{}, theme.DefaultTextMonospaceFont())
		warm <- legible
	})
	return warm
}

// languageEnv is the environment variable in which the toolkit looks for the system's languages. It does not on Windows
// and macOS.
const languageEnv = "LANGUAGE"

// preferFonts has the toolkit use Chinese fonts while the window is in Chinese and the system in another language. The
// toolkit looks for fonts for the system's language only. For any other it takes whatever font has a character, and not its
// bold form. The toolkit looks again when the theme is set.
func (l *Catalogue) preferFonts() {
	value := l.spoken
	if l.Current == settings.LanguageChinese && l.System != settings.LanguageChinese {
		value = "zh_CN"
	}
	_ = os.Setenv(languageEnv, value) // fails for impossible names only
}
