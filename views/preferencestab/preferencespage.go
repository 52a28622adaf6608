// Package preferencestab is the Preferences tab: language, theme, how long secrets stay, the PIN, and when to warn about
// keys.
package preferencestab

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/text"
	"accesskeys/views/language"
	"accesskeys/views/words"
)

// Page is the Preferences tab.
type Page struct {
	win       *page.Window
	host      Host
	app       *app.App
	tasks     *background.Tasks // end with the session
	clipboard clipboardguard.System
	languages *language.Catalogue
	language  *control.Choice
	illegible *text.Wrapped // why the window is in English
	chinese   bool          // this computer can draw Chinese, as far as is known
	marks     *text.Wrapped
	Pin       *pinForm
	content   *fyne.Container
	titled    *fyne.Container
	scroll    *container.Scroll
	object    fyne.CanvasObject
	querying  bool // the system's abilities are being queried
}

// Host is what the tab needs from the window.
type Host interface {
	ChooseLanguage(settings.Language)
	ChooseTheme(settings.Theme)
	// ApplyPrivacy applies a changed privacy setting.
	ApplyPrivacy()
	// Save writes the settings to disk.
	Save()
	// LockAgain shows the lock page again if the window is locked, because a changed PIN may change what unlocks it.
	LockAgain()
	// AsksSecret reports whether unlocking asks for the secret of the sign-in, because no keyring has it. A PIN does not
	// unlock then.
	AsksSecret() bool
	// Demo reports whether this is the demo.
	Demo() bool
	// Legible reports whether the window is in the language that it should be in.
	Legible() bool
	// Shown reports whether the tab is shown, and not the lock page over it.
	Shown() bool
}

// New returns the tab. tasks end with the session.
func New(win *page.Window, host Host, a *app.App, s *session.Session, tasks *background.Tasks, clipboard clipboardguard.System, languages *language.Catalogue) *Page {
	p := &Page{win: win, host: host, app: a, tasks: tasks, clipboard: clipboard, languages: languages,
		chinese: true, marks: form.Remark(""), illegible: form.Remark(""), Pin: newPINForm(win, host, a, s, tasks)}
	p.build()
	p.ShowLegible(host.Legible())
	return p
}

// Retranslate makes the tab again in the current language. It returns the widget that replaces the focused one, or nil.
func (p *Page) Retranslate(focused fyne.Focusable) fyne.Focusable {
	onLanguage := focused == fyne.Focusable(p.language)
	p.Pin.Retranslate()
	p.build()
	if onLanguage {
		return p.language
	}
	return nil
}

// Show returns the tab's content, up to date.
func (p *Page) Show() fyne.CanvasObject {
	p.load()
	return p.object
}

// Focus does nothing: no widget of the tab wants the keyboard first.
func (p *Page) Focus() {}

// FocusFirst scrolls to the top, and gives the keyboard to the first setting.
func (p *Page) FocusFirst() {
	p.win.Canvas.Focus(p.language)
	p.scroll.ScrollToTop()
}

// Fold hides the tab's title, or shows it.
func (p *Page) Fold(on bool) {
	form.ShowTitle(p.titled, !on)
}

// HideSecrets empties the fields of the PIN.
func (p *Page) HideSecrets() { p.Pin.Clear() }

func (p *Page) build() {
	p.language = p.languageChoice()
	p.language.OnFocus = p.follow(p.language, p.language)
	colors := p.themeChoice()
	colors.OnFocus = p.follow(colors, colors)
	capture := p.capture()
	p.Pin.followWith(p.follow)
	p.Pin.reveal = func(control fyne.CanvasObject) { scroll.ToBoth(p.scroll, p.content, p.Pin.object, control) }
	history, clear := p.history()
	clear.OnFocus = p.follow(clear, capture) // no control below it may get the keyboard
	clearing, hiding, locking := lang.L("Clear a copied secret from the clipboard after"), lang.L("Hide a shown secret after"),
		lang.L("Lock when idle for")
	prefix := lang.L("Prefix for the names in “Copy as”")
	hidden := form.Remark(lang.L("Also hidden when you lock or minimize the window, or switch to another tab or window."))
	locked := form.Remark(lang.L("Also locks with the screen and before sleep, where the system supports it."))
	looks := []fyne.CanvasObject{
		form.FactName(lang.L("Language")), form.Column(form.HintGap, form.OfOneWidth(p.language), form.Flush(p.illegible)),
		form.FactName(lang.L("Theme")), form.OfOneWidth(colors),
	}
	secrets := []fyne.CanvasObject{
		form.FactName(clearing),
		p.choice(clearing, p.marks, settings.ClipboardChoices(), func(v *settings.Privacy) *settings.Seconds { return &v.ClearClipboard }),
		form.FactName(prefix), p.copyPrefix(prefix),
		form.FactName(hiding),
		p.choice(hiding, hidden, settings.RevealChoices(), func(v *settings.Privacy) *settings.Seconds { return &v.HideSecret }),
		form.FactName(locking),
		p.choice(locking, locked, settings.LockChoices(), func(v *settings.Privacy) *settings.Seconds { return &v.Lock }),
		form.FactName(lang.L("PIN to unlock with")), p.Pin.object,
	}
	screenshots := []fyne.CanvasObject{form.FactName(lang.L("Screenshots")), capture}
	fields := container.New(form.NewFieldsLayout(), slices.Concat(looks, p.warnings(), secrets, history, screenshots)...)
	p.titled = form.Titled(lang.L("Preferences"), fields)
	p.content = container.NewVBox(p.titled)
	exposed := scroll.NewPage(p.content)
	p.object, p.scroll = exposed.Object, exposed.Scroll
}

// Scroll returns the tab's scroll container.
func (p *Page) Scroll() *container.Scroll { return p.scroll }

// follow returns an OnFocus callback that scrolls to a field and the explanation below it.
func (p *Page) follow(field, explained fyne.CanvasObject) func() {
	return p.win.Follow(func() { scroll.To(p.scroll, p.content, field, explained) })
}

// choice returns a drop-down list of times, with an explanation below.
func (p *Page) choice(name string, explained *text.Wrapped, times []settings.Seconds, of func(*settings.Privacy) *settings.Seconds) fyne.CanvasObject {
	privacy := p.app.Settings.Get().Privacy
	c := pick(p.win, name, times, *of(&privacy), words.Seconds, func(chosen settings.Seconds) {
		p.Change(func(v *settings.Privacy) { *of(v) = chosen })
	})
	c.OnFocus = p.follow(c, explained)
	return form.Column(form.HintGap, form.OfOneWidth(c), form.Flush(explained))
}

func (p *Page) capture() fyne.CanvasObject {
	if !nativewindow.CanHideFromCapture() {
		return form.FlushText(form.FactName(lang.L("This system can't hide windows from screenshots and screen sharing.")))
	}
	hide := control.NewCheck(lang.L("Hide this window from screenshots and screen sharing (where supported)"),
		!p.app.Settings.Get().Privacy.AllowCapture)
	hide.OnFocus = p.follow(hide, hide)
	hide.OnChanged = func(on bool) { p.Change(func(v *settings.Privacy) { v.AllowCapture = !on }) }
	return form.FlushCheck(hide)
}

// Change changes a privacy setting. The change applies at once, and is written to disk in the background.
func (p *Page) Change(how func(*settings.Privacy)) {
	p.app.Settings.ChangePrivacy(how)
	p.host.ApplyPrivacy()
	p.host.Save()
}

// load updates everything that can change.
func (p *Page) load() {
	p.Pin.load()
	if p.querying {
		return
	}
	p.querying = true
	background.Go(p.tasks, p.queryAbilities, func(can abilities, _ error) {
		p.querying = false
		marks := lang.L("This system can't keep clipboard managers from recording copied secrets.")
		if can.mark {
			marks = lang.L("Copied secrets are marked so that clipboard managers don't record them; some still do.")
		}
		p.marks.SetText(words.Sentences(marks, lang.L("Also cleared when you lock, switch accounts, log out or quit.")))
		p.ShowLegible(can.chinese)
	})
}

// abilities says which optional abilities the system has.
type abilities struct {
	mark    bool // mark what is copied as a secret
	chinese bool // draw Chinese
}

func (p *Page) queryAbilities(ctx context.Context) (abilities, error) {
	return abilities{mark: p.clipboard.Marks(ctx), chinese: p.languages.CanDraw(settings.LanguageChinese)}, nil
}
