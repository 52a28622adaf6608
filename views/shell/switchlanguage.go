package shell

import (
	"context"

	"accesskeys/app/settings"
	"accesskeys/views/diskwriter"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// looks changes the language and the colours of the window while it is open.
type looks struct {
	*state
	config *Config
	page   *page.Window
	frame  *frame
	writer *diskwriter.Writer
}

// chooseLanguage switches the window to another language and saves the choice.
func (l *looks) chooseLanguage(choice settings.Language) {
	l.config.App.Settings.SetLanguage(choice)
	l.writer.Save()
	look := func(context.Context) (bool, error) { return l.config.Catalogue.CanDraw(settings.LanguageChinese), nil }
	background.Go(l.page.Tasks, look, func(chinese bool, _ error) {
		if l.config.App.Settings.Get().Language != choice {
			return // the user has chosen another one in the meantime
		}
		legible := chinese || l.config.Catalogue.Resolve(choice) != settings.LanguageChinese
		l.setLanguage(choice, legible)
		if !legible {
			l.tellIllegible()
		}
		if l.settings != nil && l.settings.preferences != nil {
			l.settings.preferences.ShowLegible(chinese)
		}
	})
}

// checkLegible switches to English at the start if this computer cannot draw the characters of the user's language.
func (l *looks) checkLegible(legible bool) {
	if !legible {
		l.setLanguage(l.config.App.Settings.Get().Language, false)
		l.tellIllegible()
	}
}

// legible reports whether the window is in the language that the user has chosen.
func (l *looks) legible() bool {
	return l.config.Catalogue.Resolve(l.config.App.Settings.Get().Language) == l.config.Catalogue.Current
}

// setLanguage translates everything on screen, into English if this computer cannot draw the characters of choice.
func (l *looks) setLanguage(choice settings.Language, legible bool) {
	language := l.config.Catalogue.Resolve(choice)
	if !legible {
		language = settings.LanguageEnglish
	}
	if language == l.config.Catalogue.Current {
		return
	}
	l.config.Catalogue.Use(language)
	l.applyTheme() // with the fonts of the language
	l.retranslate()
}

// tellIllegible says why the window is in English.
func (l *looks) tellIllegible() { l.page.Toasts.Note(words.NoChineseFont()) }

// retranslate translates what is on screen into the current language. Messages that disappear by themselves stay as they
// are.
func (l *looks) retranslate() {
	focused := l.frame.win.Canvas().Focused()
	l.page.Dialogs.CloseAll()
	l.frame.setTitle(l.current)
	l.page.Toasts.Retranslate()
	if l.settings != nil {
		if found := l.settings.retranslate(focused); !l.locked() && !l.page.Toasts.HasButton(focused) {
			focused = found
		}
	}
	if l.signIn != nil {
		l.signIn.Retranslate()
	}
	if l.locked() {
		l.lockPage.Retranslate()
	}
	l.showAgain()
	if focused != nil {
		l.frame.win.Canvas().Focus(focused)
	}
	if l.settings != nil && !l.locked() {
		l.settings.keys.RetellBatch()
	}
}

// showAgain shows the current page again.
func (l *looks) showAgain() {
	switch {
	case l.locked():
		l.frame.show(l.lockPage.Object)
	case l.settings != nil:
		l.frame.show(l.settings.object)
	case l.signIn != nil:
		l.frame.show(l.signIn.Object)
	case l.waiting:
		l.frame.showOpening(l.chosen.back)
	}
}
