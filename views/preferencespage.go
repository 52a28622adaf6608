package views

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/app/desktop"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// preferencesPage is the Preferences tab: what the window looks like, and how long secrets stay where others
// could come by them.
type preferencesPage struct {
	win       *pageWindow
	host      preferencesHost
	app       *app.App
	tasks     *background.Tasks // end with the session
	clipboard app.Clipboard
	languages *Languages
	language  *control.Choice
	illegible *widget.Label // why the window is in English
	chinese   bool          // can be drawn, as far as is known
	marks     *widget.Label
	pin       *pinForm
	content   *fyne.Container
	scroll    *container.Scroll
	object    fyne.CanvasObject
	looking   bool // what the system can do is being found out
}

// preferencesHost is what the tab needs of the window.
type preferencesHost interface {
	chooseLanguage(app.Language)
	chooseTheme(app.Theme)
	// applyPrivacy has a changed choice hold from now on.
	applyPrivacy()
	// save writes what was chosen.
	save()
	// coverAnew covers a locked window again: what unlocks it may be something else now.
	coverAnew()
	// legible reports whether the window is in the language that it should be in.
	legible() bool
}

func newPreferencesPage(win *pageWindow, host preferencesHost, a *app.App, s *app.Session, tasks *background.Tasks, clipboard app.Clipboard, languages *Languages) *preferencesPage {
	p := &preferencesPage{win: win, host: host, app: a, tasks: tasks, clipboard: clipboard, languages: languages,
		chinese: true, marks: control.Remark(""), illegible: control.Remark(""), pin: newPINForm(win, host, a, s, tasks)}
	p.build()
	p.showLegible(host.legible())
	return p
}

// sayAnew words the tab in the language of now.
func (p *preferencesPage) sayAnew() {
	p.pin.sayAnew()
	p.build()
}

func (p *preferencesPage) build() {
	p.language = p.languageChoice()
	p.language.OnFocus = p.follow(p.language, p.language)
	colors := p.themeChoice()
	colors.OnFocus = p.follow(colors, colors)
	capture := p.capture()
	p.pin.followWith(p.follow, capture)
	clearing, hiding, locking := lang.L("Clear a copied secret from the clipboard after"), lang.L("Hide a shown secret after"),
		lang.L("Lock the window when left alone for")
	hidden := control.Remark(lang.L("At once when the window is locked or minimised or shows another tab, and soon after you go to another window."))
	locked := control.Remark(lang.L("And whenever the screen is locked or the computer sleeps, as far as the system tells."))
	form := container.New(control.NewFormLayout(),
		control.FactName(lang.L("Language")), container.NewVBox(besideLabel(p.language), p.illegible),
		control.FactName(lang.L("Theme")), besideLabel(colors),
		control.FactName(clearing),
		p.choice(clearing, p.marks, app.ClipboardChoices(), func(v *app.Privacy) *app.Seconds { return &v.ClearClipboard }),
		style.Gap(0, 0), p.marks,
		control.FactName(hiding),
		p.choice(hiding, hidden, app.RevealChoices(), func(v *app.Privacy) *app.Seconds { return &v.HideSecret }),
		style.Gap(0, 0), hidden,
		control.FactName(locking),
		p.choice(locking, locked, app.LockChoices(), func(v *app.Privacy) *app.Seconds { return &v.Lock }),
		style.Gap(0, 0), locked,
		control.FactName(lang.L("PIN to unlock with")), p.pin.object,
		control.FactName(lang.L("Screenshots")), capture,
	)
	p.content = container.NewVBox(control.Titled(lang.L("Preferences"), form))
	exposed := control.NewExposedScroll(p.content)
	p.object, p.scroll = exposed.Object, exposed.Scroll
}

// follow scrolls to a field, and to what explains it below, when it gets the keyboard.
func (p *preferencesPage) follow(field, explained fyne.CanvasObject) func() {
	return func() { control.ScrollTo(p.scroll, p.content, field, explained) }
}

// choice is a drop-down list of times, with what explains it.
func (p *preferencesPage) choice(name string, explained fyne.CanvasObject, times []app.Seconds, of func(*app.Privacy) *app.Seconds) fyne.CanvasObject {
	privacy := p.app.Settings().Privacy
	c := pick(p.win, name, times, *of(&privacy), words.Seconds, func(chosen app.Seconds) {
		p.change(func(v *app.Privacy) { *of(v) = chosen })
	})
	c.OnFocus = p.follow(c, explained)
	return besideLabel(c)
}

// besideLabel is a drop-down list in its frame, set in as a label is.
func besideLabel(c *control.Choice) fyne.CanvasObject {
	return container.NewHBox(style.InsetLeft(control.Framed(c)))
}

func (p *preferencesPage) capture() fyne.CanvasObject {
	if !desktop.CanHideFromCapture() {
		return control.Remark(lang.L("This system has no way to leave a window out of screenshots and screen sharing."))
	}
	hide := control.NewCheck(lang.L("Leave this window out of screenshots and screen sharing, as far as the system does"),
		!p.app.Settings().Privacy.AllowCapture)
	hide.OnKey, hide.OnFocus = p.win.OnKey, p.follow(hide, hide)
	hide.OnChanged = func(on bool) { p.change(func(v *app.Privacy) { v.AllowCapture = !on }) }
	return hide
}

// change holds at once, and is written behind.
func (p *preferencesPage) change(how func(*app.Privacy)) {
	privacy := p.app.Settings().Privacy
	how(&privacy)
	p.app.SetPrivacy(privacy)
	p.host.applyPrivacy()
	p.host.save()
}

// load brings up to date what may have changed.
func (p *preferencesPage) load() {
	p.pin.load()
	if p.looking {
		return
	}
	p.looking = true
	background.Go(p.tasks, p.look, func(can systemCan, _ error) {
		p.looking = false
		p.marks.SetText(lang.L("This system has no way to mark what is copied: a clipboard history may keep it."))
		if can.mark {
			p.marks.SetText(lang.L("What is copied is marked as a secret, which asks clipboard managers to leave it alone. Not all of them do."))
		}
		p.showLegible(can.chinese)
	})
}

// systemCan is what not every system can do.
type systemCan struct {
	mark    bool // what is copied, as a secret
	chinese bool // be drawn
}

func (p *preferencesPage) look(ctx context.Context) (systemCan, error) {
	return systemCan{mark: p.clipboard.Marks(ctx), chinese: p.languages.legible(app.LanguageChinese)}, nil
}
