package views

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/app/desktop"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// preferencesPage is the Preferences tab: what the window looks like, and how long secrets stay where others
// could come by them.
type preferencesPage struct {
	w         *window
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

func newPreferencesPage(w *window) *preferencesPage {
	p := &preferencesPage{w: w, chinese: true, marks: remark(""), illegible: remark(""), pin: newPINForm(w)}
	p.build()
	p.showLegible(w.legible())
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
	hidden := remark(lang.L("At once when the window is locked or minimised or shows another tab, and soon after you go to another window."))
	locked := remark(lang.L("And whenever the screen is locked or the computer sleeps, as far as the system tells."))
	form := container.New(control.NewFormLayout(),
		factName(lang.L("Language")), container.NewVBox(besideLabel(p.language), p.illegible),
		factName(lang.L("Theme")), besideLabel(colors),
		factName(clearing),
		p.choice(clearing, p.marks, app.ClipboardChoices(), func(v *app.Privacy) *app.Seconds { return &v.ClearClipboard }),
		style.Gap(0, 0), p.marks,
		factName(hiding),
		p.choice(hiding, hidden, app.RevealChoices(), func(v *app.Privacy) *app.Seconds { return &v.HideSecret }),
		style.Gap(0, 0), hidden,
		factName(locking),
		p.choice(locking, locked, app.LockChoices(), func(v *app.Privacy) *app.Seconds { return &v.Lock }),
		style.Gap(0, 0), locked,
		factName(lang.L("PIN to unlock with")), p.pin.object,
		factName(lang.L("Screenshots")), capture,
	)
	title := control.NewText(lang.L("Preferences"), style.SizeHeading, fyne.TextStyle{Bold: true})
	card := container.NewStack(control.NewCard(), container.New(layout.NewCustomPaddedLayout(18, 18, 14, 14), form))
	p.content = container.NewVBox(container.NewHBox(container.New(style.Centred{}, title), style.Gap(0, cardTop-4)), card)
	exposed := control.NewExposedScroll(p.content)
	p.object, p.scroll = exposed.Object, exposed.Scroll
}

// remark explains a choice below it.
func remark(s string) *widget.Label {
	l := fact(s)
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// follow scrolls to a field, and to what explains it below, when it gets the keyboard.
func (p *preferencesPage) follow(field, explained fyne.CanvasObject) func() {
	return func() { control.ScrollTo(p.scroll, p.content, field, explained) }
}

// choice is a drop-down list of times, with what explains it.
func (p *preferencesPage) choice(name string, explained fyne.CanvasObject, times []app.Seconds, of func(*app.Privacy) *app.Seconds) fyne.CanvasObject {
	privacy := p.w.App.Settings().Privacy
	c := pick(p.w, name, times, *of(&privacy), inWords, func(chosen app.Seconds) {
		p.change(func(v *app.Privacy) { *of(v) = chosen })
	})
	c.OnFocus = p.follow(c, explained)
	return besideLabel(c)
}

// besideLabel is a drop-down list in its frame, set in as a label is.
func besideLabel(c *control.Choice) fyne.CanvasObject {
	return container.NewHBox(style.InsetLeft(control.Framed(c)))
}

// inWords is a time to choose.
func inWords(s app.Seconds) string {
	switch {
	case s == app.Never:
		return lang.L("Never")
	case s >= 60:
		return lang.N("{{.Count}} minutes", int(s/60), map[string]any{"Count": int(s / 60)})
	}
	return lang.N("{{.Count}} seconds", int(s), map[string]any{"Count": int(s)})
}

func (p *preferencesPage) capture() fyne.CanvasObject {
	if !desktop.CanHideFromCapture() {
		return remark(lang.L("This system has no way to leave a window out of screenshots and screen sharing."))
	}
	hide := control.NewCheck(lang.L("Leave this window out of screenshots and screen sharing, as far as the system does"),
		!p.w.App.Settings().Privacy.AllowCapture)
	hide.OnKey, hide.OnFocus = p.w.typedKey, p.follow(hide, hide)
	hide.OnChanged = func(on bool) { p.change(func(v *app.Privacy) { v.AllowCapture = !on }) }
	return hide
}

// change holds at once, and is written behind.
func (p *preferencesPage) change(how func(*app.Privacy)) {
	privacy := p.w.App.Settings().Privacy
	how(&privacy)
	p.w.App.SetPrivacy(privacy)
	p.w.applyPrivacy()
	p.w.save()
}

// load brings up to date what may have changed.
func (p *preferencesPage) load() {
	p.pin.load()
	if p.looking {
		return
	}
	p.looking = true
	background.Go(p.w.during, p.look, func(can systemCan, _ error) {
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
	return systemCan{mark: p.w.Clipboard.Marks(ctx), chinese: p.w.Languages.legible(app.LanguageChinese)}, nil
}
