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
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// build makes the page's content. It keeps the scroll position.
func (p *Page) build() {
	p.firstFocus, p.copyButton, p.controls = nil, nil, nil
	offset := fyne.Position{}
	if p.scroll != nil {
		offset = p.scroll.Scroll.Offset
	}
	p.content = container.NewVBox()
	p.scroll = control.NewPageScroll(p.content)
	back := control.NewButton(lang.L("Access Keys"), control.ButtonLink, p.host.Back)
	back.Icon = theme.NavigateBackIcon()
	back.OnFocus = func() { p.lastFocused = namedControl{"back", back} }
	p.controls = append(p.controls, namedControl{"back", back})
	p.content.Add(control.Titled(lang.L("Replace {{.ID}}", map[string]any{"ID": p.host.Name(p.old)}), withWhyNot(p, p.card())))
	if p.firstFocus == nil {
		p.firstFocus = back
	}
	p.drawnSignature = p.signature()
	p.object.Objects = []fyne.CanvasObject{container.NewBorder(container.NewHBox(back), nil, nil, nil, p.scroll.Object)}
	p.object.Refresh()
	p.scroll.Scroll.ScrollToOffset(offset)
}

// withWhyNot adds a warning above rest while nothing can be changed.
func withWhyNot(p *Page, rest fyne.CanvasObject) fyne.CanvasObject {
	why := p.host.WhyNot()
	if why == "" {
		return rest
	}
	return container.NewVBox(flush(dialog.Warning(why)), style.Gap(0, 2), rest)
}

func (p *Page) card() fyne.CanvasObject {
	s, open := p.state()
	if !open {
		return p.startCard()
	}
	card := container.NewVBox(p.facts(&s))
	if h := s.Halt(); h != "" {
		card.Add(dialog.Warning(words.HaltReason(h, p.host.Name(s.Old), p.host.Name(s.New))))
		card.Add(inset(p.buttons(&s)))
	}
	card.Add(p.steps(&s))
	card.Add(control.NewLine())
	card.Add(p.alwaysButtons(&s))
	return card
}

// state returns the state of the replacement. While a new key is being created, it hides the record of that request,
// which looks like an unacknowledged one until the answer arrives.
func (p *Page) state() (rotation.State, bool) {
	s, open := p.guide.State(p.old)
	if p.working == rotation.ActCreate {
		s.Creating, s.Candidates = nil, nil
	}
	return s, open
}

// facts returns the two keys of the replacement.
func (p *Page) facts(s *rotation.State) fyne.CanvasObject {
	return control.FlushForm(
		control.FactName(lang.L("Old key")), p.keyFact(s.Old, s.OldKey.State, s.OldKey.ID != ""),
		control.FactName(lang.L("New key")), p.keyFact(s.New, s.NewKey.State, s.NewKey.ID != ""))
}

// steps returns all steps, with the body of the current one.
func (p *Page) steps(s *rotation.State) fyne.CanvasObject {
	at := s.Step
	if s.Complete() {
		at = rotation.StepDelete
	}
	steps := container.NewVBox()
	for i, step := range s.Steps() {
		steps.Add(stepRow(i+1, words.StepName(step), words.StepMark(s, step), markOf(s, step)))
		if step == at && s.Halt() == "" {
			steps.Add(inset(p.body(s)))
		}
	}
	return steps
}

// alwaysButtons returns the buttons that do not depend on the step.
func (p *Page) alwaysButtons(s *rotation.State) fyne.CanvasObject {
	row := container.NewVBox()
	if s.May(rotation.ActEnableOld) && s.Primary() != rotation.ActEnableOld {
		row.Add(container.NewHBox(p.actButton(s, rotation.ActEnableOld, control.ButtonDefault)))
	}
	if s.May(rotation.ActAbandon) && s.Primary() != rotation.ActAbandon {
		row.Add(container.NewHBox(control.FlushButton(p.actButton(s, rotation.ActAbandon, control.ButtonLink))))
	}
	return row
}

// buttons returns the primary button, with the step's other acts below.
func (p *Page) buttons(s *rotation.State) fyne.CanvasObject {
	kind := control.ButtonPrimary
	if s.Primary() == rotation.ActDelete {
		kind = control.ButtonDanger
	}
	primary := p.actButton(s, s.Primary(), kind)
	p.firstFocus = primary
	if p.copyButton != nil && !p.copied {
		p.firstFocus = p.copyButton // otherwise a second Enter would confirm that the key is in place
	}
	rows := container.NewVBox(p.withProgress(primary))
	for _, a := range s.Others() {
		if isLink(s, a) {
			rows.Add(container.NewHBox(control.FlushButton(p.actButton(s, a, control.ButtonLink))))
		}
	}
	if s.Primary() == rotation.ActUse { // if none of the candidates is the new key
		rows.Add(container.NewHBox(control.FlushButton(p.button(useOther(), control.ButtonLink, acts{p}.choose))))
	}
	return rows
}

// useOther returns the label of the button that lets the user choose among all keys.
func useOther() string { return lang.L("Use a Key That I Have…") }

// withProgress returns a button with the text beside it that says what is in progress.
func (p *Page) withProgress(b *control.Button) fyne.CanvasObject {
	row := container.NewHBox(b)
	if p.working != "" {
		row.Add(style.Gap(4, 0))
		row.Add(container.New(style.Centred{}, control.NewText(workingText(p.working), style.SizeText, fyne.TextStyle{})))
	}
	return row
}

// isLink reports whether an act is offered as a link below the primary button.
func isLink(s *rotation.State, a rotation.Act) bool {
	switch a {
	case rotation.ActCreateAgain, rotation.ActUse, rotation.ActSkipCheck, rotation.ActBackToPlace, rotation.ActDelete:
		return true
	case rotation.ActFinish:
		return s.Halt() != ""
	}
	return false
}

// actButton returns the button of an act.
func (p *Page) actButton(s *rotation.State, a rotation.Act, kind control.ButtonKind) *control.Button {
	label := words.ActName(a)
	switch {
	case a == rotation.ActDelete && s.Step == rotation.StepWait:
		label = words.DeleteSooner()
	case a == rotation.ActUse && s.Primary() != a:
		label = useOther()
	}
	return p.button(label, kind, func() { acts{p}.do(a) })
}

// button returns a button that the page scrolls to when it gets the keyboard.
func (p *Page) button(label string, kind control.ButtonKind, tapped func()) *control.Button {
	b := control.NewButton(label, kind, tapped)
	b.Tips = p.win.Tips
	b.OnFocus = p.follow(label, b)
	return b
}

// focusable is a widget that can have the keyboard.
type focusable interface {
	fyne.Focusable
	fyne.CanvasObject
}

// follow registers a control by its name. It returns the control's OnFocus callback, which scrolls to it.
func (p *Page) follow(name string, o focusable) func() {
	p.controls = append(p.controls, namedControl{name, o})
	scroll, content := p.scroll.Scroll, p.content
	return func() {
		p.lastFocused = namedControl{name, o}
		control.ScrollTo(scroll, content, o, o)
	}
}

// inset indents an object so that it lies below the step's name.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, style.Gap(stepIndent, 0), nil, o)
}

// paragraph returns a text of the page.
func paragraph(text string) *control.Wrapped { return control.Fact(text) }

// signature returns a string that changes whenever the page would look different.
func (p *Page) signature() string {
	s, open := p.state()
	if !open {
		return fmt.Sprint("none ", p.order, p.working, p.host.WhyNot())
	}
	var ids []string
	for _, k := range s.Candidates {
		ids = append(ids, k.ID)
	}
	return fmt.Sprint(s.Step, s.Order, s.Halt(), s.Primary(), s.Others(), s.New, s.OldKey.State, s.NewKey.State, s.OldKey.Own, s.WaitDays,
		s.DeleteFrom(), s.CheckedAt, p.working, p.chosen, p.host.Places(s.Old), p.host.Name(s.Old), strings.Join(ids, " "), p.host.WhyNot())
}
