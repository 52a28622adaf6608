package rotation

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/rotation"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
	"accesskeys/views/words/replacement"
)

// build makes the page's content. It keeps the scroll position if the user has scrolled, unless another step is the current
// one.
func (p *Page) build() {
	p.controls.clear(p.win.Canvas.Focused())
	p.drawn.current = nil
	offset, following := fyne.Position{}, true
	if p.scroll != nil {
		offset, following = p.scroll.Scroll.Offset, p.drawn.atStep(p.scroll)
	}
	s, open := p.state()
	content := container.NewVBox()
	p.scroll = scroll.NewPage(content)
	titled := form.Titled(lang.L("Replace {{.ID}}", map[string]any{"ID": p.host.Name(p.old)}), p.card(&s, open))
	content.Add(titled)
	top := p.top(&s) // before buttons, which asks for its controls
	page := container.New(&aboveButtons{p}, p.scroll.Object, withWhyNot(p, p.buttons(&s, open)))
	p.drawn.signature = p.signature()
	p.object.Objects = []fyne.CanvasObject{container.NewBorder(top, nil, nil, nil, page)}
	p.object.Refresh()
	step := fmt.Sprint(open, s.Step, s.Halt(), s.Complete())
	if following || p.drawn.step != step {
		p.drawn.step = step
		p.scrollToStep()
		return
	}
	p.scroll.Scroll.ScrollToOffset(offset)
}

// top returns the row above the page: the way back and, if it has begun, the way to give up the replacement. Both are at the
// left: messages are at the right.
func (p *Page) top(s *rotation.State) fyne.CanvasObject {
	back := p.button(lang.L("Access Keys"), control.ButtonLink, p.host.Back)
	back.Icon = theme.NavigateBackIcon()
	which := text.New(words.IDEnd(p.old), style.SizeText, fyne.TextStyle{Monospace: true}) // the title may be scrolled out of sight
	row := container.NewHBox(container.New(wayBack{p.win.Canvas}, back), container.New(whileFolded{p.win.Canvas}, container.NewHBox(style.Gap(2, 0), which)))
	if s.May(rotation.ActAbandon) && s.Primary() != rotation.ActAbandon {
		row.Add(p.actButton(s, rotation.ActAbandon, control.ButtonLink).object)
		p.drawn.topWidth = row.MinSize().Width
		return row
	}
	abandon := control.NewButton(replacement.ActName(rotation.ActAbandon), control.ButtonLink, nil)
	p.drawn.topWidth = container.NewHBox(row, abandon).MinSize().Width // messages leave room for it
	return row
}

// scrollToStep scrolls from the top as little as possible so that all of the current step, if there is one, is visible. If not
// all of it fits, its beginning is at the top. It leaves room for a message, so that nothing moves when there is one.
func (p *Page) scrollToStep() {
	view := p.scroll.Scroll
	size := view.Size()
	view.Resize(size.SubtractWidthHeight(0, p.messages.spare))
	view.ScrollToTop()
	switch {
	case p.drawn.current == nil:
	case p.drawn.current.Size().Height > view.Size().Height:
		scroll.ToTop(view, view.Content, p.drawn.current)
	default:
		scroll.To(view, view.Content, p.drawn.current, p.drawn.current)
	}
	view.Resize(size)
	p.drawn.offset = view.Offset
}

// withWhyNot adds a warning below the buttons while nothing can be changed. There it moves nothing, and is always in sight.
func withWhyNot(p *Page, buttons fyne.CanvasObject) fyne.CanvasObject {
	why := p.host.WhyNot()
	if why == "" {
		return buttons
	}
	return form.Column(form.NameGap, buttons, form.Flush(dialog.Warning(why)))
}

// card returns what is known of the replacement: its keys, or what it will do if it has not begun, and its steps.
func (p *Page) card(s *rotation.State, open bool) fyne.CanvasObject {
	if !open {
		return container.NewVBox(form.Flush(form.Fact(p.promise())), style.Gap(0, 2), p.orderChoice(s), style.Gap(0, 2), p.steps(s))
	}
	card := container.NewVBox(p.facts(s))
	if s.Halt() != "" {
		p.drawn.current = container.NewVBox(form.Flush(dialog.Warning(replacement.HaltReason(s, p.host.Name))))
		card.Add(p.drawn.current)
	}
	card.Add(p.steps(s))
	return card
}

// state returns the state of the replacement, or the state with which it would begin, also until the act that begins it has
// ended: the page stays as it was pressed. While a new key is being created, it hides the record of that request, which
// looks like an unacknowledged one until the answer arrives.
func (p *Page) state() (s rotation.State, open bool) {
	s, open = p.guide.State(p.old)
	if open = open && !p.doing.begins; !open {
		s = rotation.Plan(p.guide, p.old, p.order)
	}
	if p.doing.act == rotation.ActCreate {
		s.Creating, s.Candidates = nil, nil
	}
	return s, open
}

// facts returns the two keys of the replacement.
func (p *Page) facts(s *rotation.State) fyne.CanvasObject {
	return form.FlushForm(
		form.FactName(lang.L("Old key")), p.keyFact(s.Old, s.OldKey),
		form.FactName(lang.L("New key")), p.keyFact(s.New, s.NewKey))
}

// steps returns all steps, with the body of the current one if the replacement has begun.
func (p *Page) steps(s *rotation.State) fyne.CanvasObject {
	at := s.Step
	if s.Complete() {
		at = rotation.StepDelete
	}
	steps := container.NewVBox()
	for i, step := range s.Steps() {
		sign := markOf(s, step)
		if left := leftUndone(p, s, step); left != "" {
			sign = mark{word: left, icon: "warning", color: style.ColorDotOrange}
		}
		row := stepRow(i+1, replacement.StepTitle(s, step), sign)
		if step == at && s.Halt() == "" && !s.Began.IsZero() {
			p.drawn.current = container.NewVBox(row, inset(p.body(s)))
			row = p.drawn.current
		}
		steps.Add(row)
	}
	return steps
}

// leftUndone says what was left out of a step that the user has gone on from, or returns "" if nothing was.
func leftUndone(p *Page, s *rotation.State, step rotation.Step) string {
	switch {
	case step == rotation.StepWait && s.Complete() && s.Skips.Wait, step == rotation.StepCheck && s.Done(step) && s.CheckedAt.IsZero():
		return lang.X("step.skipped", "Skipped")
	case !s.Done(step):
	case step == rotation.StepPlace:
		if places := len(acts{p}.notTicked(s)); places > 0 {
			return lang.N("{{.Count}} places not ticked", places, map[string]any{"Count": places})
		}
	}
	return ""
}

// copySecret copies the secret of the new key in the step that needs it.
func copySecret(p *Page) {
	s, open := p.state()
	if !open || s.Primary() != rotation.ActPlaced {
		p.win.Toasts.Hint(lang.L("Nothing was copied. Press Esc, and copy the secret in the list."))
		return
	}
	p.copied = true
	p.host.CopySecret(s.New)
}

// buttons returns the buttons for what can be done now, which stay below the page while it scrolls.
func (p *Page) buttons(s *rotation.State, open bool) fyne.CanvasObject {
	kind := control.ButtonPrimary
	if s.Primary() == rotation.ActDelete {
		kind = control.ButtonDanger
	}
	primary := p.actButton(s, s.Primary(), kind)
	p.controls.first = primary.Button
	row := container.New(&wrapping{})
	if s.Primary() == rotation.ActPlaced {
		copied := p.button(lang.L("Copy Secret"), control.ButtonDefault, func() { copySecret(p) })
		row.Add(p.button(lang.L("Copy ID"), control.ButtonDefault, func() { p.host.CopyID(s.New) }))
		row.Add(copied)
		row.Add(menuButton(p, lang.L("Copy as…"), control.ButtonDefault, func(b *control.Button) { p.copied = true; p.host.CopyAs(s.New, b) }))
		if !p.copied {
			p.controls.first = copied // otherwise a second Enter would confirm that the key is in place
		}
	}
	row.Add(primary.object)
	for _, a := range s.Others() {
		switch a {
		case rotation.ActEnableOld:
			row.Add(p.actButton(s, a, control.ButtonDefault).object)
		case rotation.ActCreateAgain, rotation.ActSkipCheck, rotation.ActBackToPlace, rotation.ActDelete:
			row.Add(p.actButton(s, a, control.ButtonLink).object)
		}
	}
	if s.May(rotation.ActUse) { // also if none of the candidates is the new key
		use := menuButton(p, lang.L("Use an Existing Key…"), control.ButtonLink, acts{p}.choose)
		if !open && p.host.WhyNot() != "" {
			use.Disable() // it would begin the replacement
		}
		row.Add(use)
	}
	if p.host.CanRetry() {
		retry := p.button(lang.L("Try Now"), control.ButtonLink, p.host.Retry)
		row.Add(retry)
		if primary.Disabled() && p.controls.first == fyne.Focusable(primary.Button) {
			p.controls.first = retry
		}
	}
	if p.doing.act != "" && !p.controls.has(controlOf(p.doing.act)) && (p.doing.next == nil || !p.controls.has(controlOf(p.doing.next.act))) { // at the end, where it moves no button
		row.Add(container.NewHBox(style.Gap(0, 0), text.New(workingText(p.doing.act), style.SizeText, fyne.TextStyle{}), style.Gap(0, 0)))
	}
	return row
}

// controlOf returns the name of the control that is an act's button.
func controlOf(a rotation.Act) string { return "act " + string(a) }

// roomyButton is the button of an act, in an object that has room for each of its labels.
type roomyButton struct {
	*control.Button
	object fyne.CanvasObject
}

// actButton returns the button of an act. While the act is in progress, the button says so. It is as wide before and after
// that, so that the buttons beside it stay where they are.
func (p *Page) actButton(s *rotation.State, a rotation.Act, kind control.ButtonKind) roomyButton {
	label := replacement.ActName(a)
	if a == rotation.ActDelete && s.Step == rotation.StepWait {
		label = lang.L("Delete Now…")
	}
	b := p.button(label, kind, func() { acts{p}.do(a) })
	b.OnFocus = p.controls.watch(controlOf(a), b)
	if asksServer(a) && p.host.WhyNot() != "" {
		b.Disable() // below the buttons it says why
	}
	width := b.MinSize().Width
	for _, label := range []string{workingText(a), workingText(rotation.ActLook)} {
		width = max(width, control.NewButton(label, kind, nil).MinSize().Width)
	}
	switch {
	case a == p.doing.act:
		b.SetText(workingText(a))
	case p.doing.next != nil && a == p.doing.next.act:
		b.SetText(workingText(rotation.ActLook)) // it waits until the keys are read
	}
	return roomyButton{b, container.NewStack(style.Gap(width, 0), b)}
}

// asksServer reports whether an act can't be done while nothing can be changed.
func asksServer(a rotation.Act) bool {
	return a.Operation() != "" || a == rotation.ActCheck || a == rotation.ActSignIn
}

// button returns a button that does not scroll with the page.
func (p *Page) button(label string, kind control.ButtonKind, tapped func()) *control.Button {
	b := control.NewButton(label, kind, tapped)
	b.Tips = p.win.Tips
	b.OnFocus = p.controls.watch(label, b)
	return b
}

// menuButton is Page.button for one that opens a menu below itself.
func menuButton(p *Page, label string, kind control.ButtonKind, open func(below *control.Button)) *control.Button {
	var b *control.Button
	b = p.button(label, kind, func() { open(b) })
	return b
}

// follow is controls.watch for a control that the page scrolls to.
func (p *Page) follow(name string, o focusable) func() {
	watched, view := p.controls.watch(name, o), p.scroll.Scroll
	return func() {
		watched()
		p.win.Follow(func() { scroll.To(view, view.Content, o, o) })()
	}
}

// inset indents an object so that it lies below the step's number and name.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, style.Gap(markSize, 0), nil, o)
}

// signature returns a string that changes whenever the page would look different.
func (p *Page) signature() string {
	s, open := p.state()
	if !open {
		return fmt.Sprint("none ", s.OldKey.Own, p.order, p.doing.act, p.host.WhyNot(), p.host.CanRetry())
	}
	return fmt.Sprint(stateShown(p), p.doing.act, p.chosen, p.host.Places(s.Old), p.host.Noted(s.Old), p.host.Name(s.Old), p.host.WhyNot(), p.host.CanRetry())
}

// stateShown is what signature says of the keys and the step: what the buttons are about.
func stateShown(p *Page) string {
	s, _ := p.state()
	var ids []string
	for _, k := range s.Candidates {
		ids = append(ids, k.ID)
	}
	return fmt.Sprint(s.Step, s.Order, s.Halt(), s.Primary(), s.Others(), s.New, s.OldKey.State, s.NewKey.State, s.OldKey.Own, s.WaitDays,
		s.DeleteFrom(), s.CheckedAt, strings.Join(ids, " "))
}
