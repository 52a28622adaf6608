package rotation

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/rotation"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// startCard returns the content of the page before the replacement has begun: the order to choose, which depends on
// whether the key leaked, and its steps.
func (p *Page) startCard() fyne.CanvasObject {
	orders, names := []rotation.Order{rotation.OrderSafe, rotation.OrderDisableSecond, rotation.OrderDisableFirst}, []string{
		lang.L("Without an outage"), lang.L("It leaked: create, then disable at once"), lang.L("It leaked: disable now, then create")}
	if rotation.Own(p.guide, p.old) {
		orders, names = orders[:2], names[:2]
	}
	choice := control.NewChoice(p.win.Dialogs.Menu, lang.L("How"), names, max(0, slices.Index(orders, p.order)))
	choice.OnChosen = func(place int) {
		p.order = orders[place]
		p.Rebuild()
	}
	choice.OnFocus = p.follow("how", choice)
	begin := p.button(lang.L("Start"), control.ButtonPrimary, p.begin)
	p.firstFocus = begin
	planned := rotation.Planned(p.order)
	steps := container.NewVBox()
	for i, step := range planned.Steps() {
		steps.Add(stepRow(i+1, words.StepName(step), lang.X("step.later", "To do"), mark{icon: "clock", color: style.ColorDotGrey}))
	}
	return container.NewVBox(
		flush(paragraph(p.promise())), style.Gap(0, 2),
		container.NewHBox(choice), style.Gap(0, 2),
		steps, style.Gap(0, 2),
		p.withProgress(begin))
}

// promise returns the text that says what the chosen order means for whatever uses the key.
func (p *Page) promise() string {
	switch p.order {
	case rotation.OrderDisableSecond:
		return lang.L("The key is disabled as soon as there is a new one. What uses it fails until it has the new key.")
	case rotation.OrderDisableFirst:
		return lang.L("The key is disabled before there is a new one. What uses it fails until it has the new key.")
	}
	return lang.L("You get a new key and put it in place before the old one is disabled. You can leave at every step and come back later. No key is changed without a click.")
}

// begin starts the replacement.
func (p *Page) begin() {
	if !p.host.MayChange() {
		return
	}
	order := p.order
	acts{p}.run(rotation.ActStart, func(ctx context.Context) error { return p.guide.Start(ctx, p.old, order) })
}
