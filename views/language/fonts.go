package language

import (
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
