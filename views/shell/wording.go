package shell

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// ChooseLanguage words the window in another language from now on, and remembers that.
func (w *window) ChooseLanguage(choice settings.Language) {
	w.App.Settings.SetLanguage(choice)
	w.Save()
	look := func(context.Context) (bool, error) { return w.Catalogue.Legible(settings.LanguageChinese), nil }
	background.Go(w.Tasks, look, func(chinese bool, _ error) {
		if w.App.Settings.Get().Language != choice {
			return // chosen anew meanwhile
		}
		legible := chinese || w.Catalogue.Meant(choice) != settings.LanguageChinese
		w.speak(choice, legible)
		if !legible {
			w.tellIllegible()
		}
		if w.settings != nil && w.settings.preferences != nil {
			w.settings.preferences.ShowLegible(chinese)
		}
	})
}

// firstWords has the window begin in English where this computer cannot draw what was chosen.
func (w *window) firstWords(legible bool) {
	if !legible {
		w.speak(w.App.Settings.Get().Language, false)
		w.tellIllegible()
	}
}

// Legible tells whether the window is in the language that it should be in, as far as is known.
func (w *window) Legible() bool {
	return w.Catalogue.Meant(w.App.Settings.Get().Language) == w.Catalogue.Spoken
}

// speak words everything on screen in a language, or in English where this computer cannot draw that.
func (w *window) speak(choice settings.Language, legible bool) {
	language := w.Catalogue.Meant(choice)
	if !legible {
		language = settings.LanguageEnglish
	}
	if language == w.Catalogue.Spoken {
		return
	}
	w.Catalogue.Use(language)
	w.retranslate()
}

// tellIllegible says why the window is in English.
func (w *window) tellIllegible() { w.Toasts.Note(words.Illegible()) }

// retranslate words what is on screen in the language of now. What was said in passing stays as it was said.
func (w *window) retranslate() {
	focused := w.win.Canvas().Focused()
	w.Dialogs.CloseAll()
	w.setTitle()
	w.Toasts.Retranslate()
	if w.settings != nil {
		focused = w.settings.retranslate(focused)
	}
	if w.signIn != nil {
		w.signIn.Retranslate()
	}
	if w.Covered() {
		w.cover.Retranslate()
	}
	w.showAgain()
	if focused != nil {
		w.win.Canvas().Focus(focused)
	}
	if w.settings != nil && !w.Covered() {
		w.settings.keys.RetellBatch()
	}
}

// showAgain shows what is on screen as it is now.
func (w *window) showAgain() {
	switch {
	case w.Covered():
		w.show(w.cover.Object)
	case w.settings != nil:
		w.show(w.settings.object)
	case w.signIn != nil:
		w.show(w.signIn.Object)
	case w.opening:
		w.showOpening()
	}
}

func (w *window) showOpening() { w.show(control.Waiting(lang.L("Opening…"))) }

// setTitle names the window, and the server that it is signed in to.
func (w *window) setTitle() {
	title := AppName()
	if w.session != nil {
		title += " – " + words.Host(w.session.Server())
	}
	w.win.SetTitle(title)
}

// retranslate makes Personal Settings anew, on the same tab. It returns what is there now of what has the focus.
func (p *settingsPage) retranslate(focused fyne.Focusable) fyne.Focusable {
	p.hideSecrets()
	found := p.finder(focused)
	tab := p.tab
	p.keys.Rebuild()
	if p.preferences != nil {
		p.preferences.Retranslate()
	}
	p.build()
	switch tab {
	case tabAccount:
		p.showAccount()
	case tabKeys:
		p.choose(tabKeys, p.keys.Object())
	case tabPreferences:
		p.showPreferences()
	}
	return found()
}

// finder remembers what has the focus, to find what has taken its place when the page was made anew.
func (p *settingsPage) finder(focused fyne.Focusable) func() fyne.Focusable {
	switch {
	case focused == nil:
	case p.preferences != nil && focused == p.preferences.Language:
		return func() fyne.Focusable { return p.preferences.Language }
	case focused == p.keys.List():
		return func() fyne.Focusable { return p.keys.List() }
	case p.w.Covered() || p.w.Toasts.Has(focused):
		return func() fyne.Focusable { return focused }
	default:
		for i, t := range p.tabs {
			if focused == t {
				return func() fyne.Focusable { return p.tabs[i] }
			}
		}
	}
	return func() fyne.Focusable { return nil }
}

// redrawKeys makes the keys' rows anew, in the colours of now.
func (p *settingsPage) redrawKeys() {
	p.keys.Rebuild()
	if p.keysShown() {
		p.choose(tabKeys, p.keys.Object())
	}
}
