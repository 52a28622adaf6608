package views

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
)

// chooseLanguage words the window in another language from now on, and remembers that.
func (w *window) chooseLanguage(choice app.Language) {
	w.App.SetLanguage(choice)
	w.save()
	look := func(context.Context) (bool, error) { return w.Languages.legible(app.LanguageChinese), nil }
	background.Go(w.tasks, look, func(chinese bool, _ error) {
		if w.App.Settings().Language != choice {
			return // chosen anew meanwhile
		}
		legible := chinese || w.Languages.meant(choice) != app.LanguageChinese
		w.speak(choice, legible)
		if !legible {
			w.tellIllegible()
		}
		if w.settings != nil && w.settings.preferences != nil {
			w.settings.preferences.showLegible(chinese)
		}
	})
}

// firstWords has the window begin in English where this computer cannot draw what was chosen.
func (w *window) firstWords(legible bool) {
	if !legible {
		w.speak(w.App.Settings().Language, false)
		w.tellIllegible()
	}
}

// legible tells whether the window is in the language that it should be in, as far as is known.
func (w *window) legible() bool {
	return w.Languages.meant(w.App.Settings().Language) == w.Languages.spoken
}

// speak words everything on screen in a language, or in English where this computer cannot draw that.
func (w *window) speak(choice app.Language, legible bool) {
	language := w.Languages.meant(choice)
	if !legible {
		language = app.LanguageEnglish
	}
	if language == w.Languages.spoken {
		return
	}
	w.Languages.speak(language)
	w.sayAnew()
}

// tellIllegible says why the window is in English.
func (w *window) tellIllegible() { w.toasts.Note(illegible()) }

func illegible() string {
	return lang.L("This computer has no font for Chinese, so the app stays in English. Install one, such as Noto Sans CJK (the package fonts-noto-cjk on Debian and Ubuntu), and start the app again.")
}

// sayAnew words what is on screen in the language of now. What was said in passing stays as it was said.
func (w *window) sayAnew() {
	focused := w.win.Canvas().Focused()
	w.dialogs.CloseAll()
	w.setTitle()
	w.toasts.Retranslate()
	if w.settings != nil {
		focused = w.settings.sayAnew(focused)
	}
	if w.signIn != nil {
		w.signIn.sayAnew()
	}
	if w.covered() {
		w.cover.sayAnew()
	}
	w.showAgain()
	if focused != nil {
		w.win.Canvas().Focus(focused)
	}
	if w.settings != nil && !w.covered() {
		w.settings.keys.retellBatch()
	}
}

// showAgain shows what is on screen as it is now.
func (w *window) showAgain() {
	switch {
	case w.covered():
		w.show(w.cover.object)
	case w.settings != nil:
		w.show(w.settings.object)
	case w.signIn != nil:
		w.show(w.signIn.object)
	case w.opening:
		w.showOpening()
	}
}

func (w *window) showOpening() { w.show(control.Waiting(lang.L("Opening…"))) }

// setTitle names the window, and the server that it is signed in to.
func (w *window) setTitle() {
	title := AppName()
	if w.session != nil {
		title += " – " + host(w.session.Server())
	}
	w.win.SetTitle(title)
}

// sayAnew makes Personal Settings anew, on the same tab. It returns what is there now of what has the focus.
func (p *settingsPage) sayAnew(focused fyne.Focusable) fyne.Focusable {
	p.hideSecrets()
	found := p.finder(focused)
	tab := p.tab
	p.keys.makeAnew(p.w)
	if p.preferences != nil {
		p.preferences.sayAnew()
	}
	p.build()
	switch tab {
	case tabAccount:
		p.showAccount()
	case tabKeys:
		p.choose(tabKeys, p.keys.view.object)
	case tabPreferences:
		p.showPreferences()
	}
	return found()
}

// finder remembers what has the focus, to find what has taken its place when the page was made anew.
func (p *settingsPage) finder(focused fyne.Focusable) func() fyne.Focusable {
	switch {
	case focused == nil:
	case p.preferences != nil && focused == p.preferences.language:
		return func() fyne.Focusable { return p.preferences.language }
	case focused == p.keys.list:
		return func() fyne.Focusable { return p.keys.list }
	case p.w.covered() || p.w.toasts.Has(focused):
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

// drawKeysAnew makes the keys' rows anew, in the colours of now.
func (p *settingsPage) drawKeysAnew() {
	p.keys.makeAnew(p.w)
	if p.keysShown() {
		p.choose(tabKeys, p.keys.view.object)
	}
}
