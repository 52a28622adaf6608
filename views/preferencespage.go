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
)

// preferencesPage is the Preferences tab: how long secrets stay where others could come by them.
type preferencesPage struct {
	w       *window
	marks   *widget.Label
	pin     *pinForm
	object  fyne.CanvasObject
	looking bool // whether the clipboard can mark is being found out
}

func newPreferencesPage(w *window) *preferencesPage {
	p := &preferencesPage{w: w, marks: remark("")}
	p.pin = newPINForm(w)
	form := container.New(layout.NewFormLayout(),
		factName(lang.L("Clear a copied secret from the clipboard after")),
		p.choice(lang.L("Clear a copied secret from the clipboard after"), app.ClipboardChoices(),
			func(v *app.Privacy) *app.Seconds { return &v.ClearClipboard }),
		gap(0, 0), p.marks,
		factName(lang.L("Hide a shown secret after")),
		p.choice(lang.L("Hide a shown secret after"), app.RevealChoices(),
			func(v *app.Privacy) *app.Seconds { return &v.HideSecret }),
		gap(0, 0), remark(lang.L("At once when the window is locked or minimised or shows another tab, and soon after you go to another window.")),
		factName(lang.L("Lock the window when left alone for")),
		p.choice(lang.L("Lock the window when left alone for"), app.LockChoices(),
			func(v *app.Privacy) *app.Seconds { return &v.Lock }),
		gap(0, 0), remark(lang.L("And whenever the screen is locked or the computer sleeps, as far as the system tells.")),
		factName(lang.L("PIN to unlock with")), p.pin.object,
		factName(lang.L("Screenshots")), p.capture(),
	)
	title := newText(lang.L("Preferences"), sizeHeading, fyne.TextStyle{Bold: true})
	card := container.NewStack(newCard(), container.New(layout.NewCustomPaddedLayout(18, 18, 14, 14), form))
	p.object = newExposedScroll(container.NewVBox(container.NewHBox(container.New(centred{}, title), gap(0, cardTop-4)), card))
	return p
}

// remark explains a choice below it.
func remark(s string) *widget.Label {
	l := fact(s)
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// choice is a drop-down list of times.
func (p *preferencesPage) choice(name string, times []app.Seconds, of func(*app.Privacy) *app.Seconds) fyne.CanvasObject {
	privacy := p.w.App.Settings().Privacy
	options, chosen := make([]string, len(times)), 0
	for i, s := range times {
		options[i] = inWords(s)
		if s == *of(&privacy) {
			chosen = i
		}
	}
	c := newChoice(name, options, chosen, func(place int) {
		p.change(func(v *app.Privacy) { *of(v) = times[place] })
	})
	c.OnKey, c.OnMenu = p.w.typedKey, p.w.dialogs.Menu
	frame := newPanel(colorCard)
	frame.stroke = theme.ColorNameInputBorder
	frame.rect.StrokeWidth = 1
	frame.rect.CornerRadius = 6
	return container.NewHBox(insetLeft(container.NewStack(frame, container.New(layout.NewCustomPaddedLayout(1, 1, 1, 1), c))))
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
	hide := newCheck(lang.L("Leave this window out of screenshots and screen sharing, as far as the system does"),
		!p.w.App.Settings().Privacy.AllowCapture)
	hide.OnKey = p.w.typedKey
	hide.OnChanged = func(on bool) { p.change(func(v *app.Privacy) { v.AllowCapture = !on }) }
	return hide
}

// change holds at once, and is written behind.
func (p *preferencesPage) change(how func(*app.Privacy)) {
	privacy := p.w.App.Settings().Privacy
	how(&privacy)
	p.w.App.SetPrivacy(privacy)
	p.w.applyPrivacy()
	settle(p.w.tasks, callLimit, func(context.Context) error { return p.w.App.Save() }, func(err error) {
		if err != nil {
			p.w.Logger.Warn("writing the settings", "error", err)
			p.w.toasts.Error(lang.L("Your choice holds until you quit, but could not be saved."))
		}
	})
}

// load brings up to date what may have changed.
func (p *preferencesPage) load() {
	p.pin.load()
	if p.looking {
		return
	}
	p.looking = true
	run(p.w.during, func(ctx context.Context) (bool, error) { return p.w.Clipboard.Marks(ctx), nil }, func(marks bool, _ error) {
		p.looking = false
		p.marks.SetText(lang.L("This system has no way to mark what is copied: a clipboard history may keep it."))
		if marks {
			p.marks.SetText(lang.L("What is copied is marked as a secret, so that clipboard histories leave it alone."))
		}
	})
}
