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

// build makes the page's content again.
func (p *Page) build() {
	p.first, p.toCopy, p.controls = nil, nil, nil
	offset := fyne.Position{}
	if p.scroll != nil {
		offset = p.scroll.Scroll.Offset
	}
	p.content = container.NewVBox()
	p.scroll = control.NewPageScroll(p.content)
	back := control.NewButton(lang.L("Access Keys"), control.ButtonLink, p.host.Back)
	back.Icon = theme.NavigateBackIcon()
	back.OnFocus = func() { p.had = named{"back", back} }
	p.controls = append(p.controls, named{"back", back})
	p.content.Add(control.Titled(lang.L("Replace {{.ID}}", map[string]any{"ID": p.host.Name(p.old)}), withWhyNot(p, p.card())))
	if p.first == nil {
		p.first = back
	}
	p.drawn = p.signature()
	p.object.Objects = []fyne.CanvasObject{container.NewBorder(container.NewHBox(back), nil, nil, nil, p.scroll.Object)}
	p.object.Refresh()
	p.scroll.Scroll.ScrollToOffset(offset)
}

// withWhyNot says above the rest why nothing can be changed now, where that is so.
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
		return p.beginning()
	}
	card := container.NewVBox(p.facts(&s))
	if h := s.Halt(); h != "" {
		card.Add(dialog.Warning(words.HaltReason(h, p.host.Name(s.Old), p.host.Name(s.New))))
		card.Add(inset(p.buttons(&s)))
	}
	card.Add(p.steps(&s))
	card.Add(control.NewLine())
	card.Add(p.always(&s))
	return card
}

// state is what is known of the replacement. While the server is asked for the new key, none is missed yet.
func (p *Page) state() (rotation.State, bool) {
	s, open := p.guide.State(p.old)
	if p.working == rotation.ActCreate {
		s.Creating, s.Candidates = nil, nil
	}
	return s, open
}

// facts are which keys it is about.
func (p *Page) facts(s *rotation.State) fyne.CanvasObject {
	return control.FlushForm(
		control.FactName(lang.L("Old key")), p.fact(s.Old, s.OldKey.State, s.OldKey.ID != ""),
		control.FactName(lang.L("New key")), p.fact(s.New, s.NewKey.State, s.NewKey.ID != ""))
}

// steps are all steps, the one that it is at with what is to be done.
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

// always is what can be done at every step.
func (p *Page) always(s *rotation.State) fyne.CanvasObject {
	row := container.NewVBox()
	if s.May(rotation.ActEnableOld) && s.Primary() != rotation.ActEnableOld {
		row.Add(container.NewHBox(p.act(s, rotation.ActEnableOld, control.ButtonDefault)))
	}
	if s.May(rotation.ActAbandon) && s.Primary() != rotation.ActAbandon {
		row.Add(container.NewHBox(control.FlushButton(p.act(s, rotation.ActAbandon, control.ButtonLink))))
	}
	return row
}

// buttons are what comes next, and below that what a step offers besides.
func (p *Page) buttons(s *rotation.State) fyne.CanvasObject {
	kind := control.ButtonPrimary
	if s.Primary() == rotation.ActDelete {
		kind = control.ButtonDanger
	}
	primary := p.act(s, s.Primary(), kind)
	p.first = primary
	if p.toCopy != nil && !p.copied {
		p.first = p.toCopy // or a second Enter would say that it is in place
	}
	rows := container.NewVBox(p.withProgress(primary))
	for _, a := range s.Others() {
		if quiet(s, a) {
			rows.Add(container.NewHBox(control.FlushButton(p.act(s, a, control.ButtonLink))))
		}
	}
	if s.Primary() == rotation.ActUse { // none of those that are new
		rows.Add(container.NewHBox(control.FlushButton(p.button(useOther(), control.ButtonLink, acts{p}.choose))))
	}
	return rows
}

// useOther is what a button says that lets the user choose among all keys.
func useOther() string { return lang.L("Use a Key That I Have…") }

// withProgress is a button, beside which it says what is under way.
func (p *Page) withProgress(b *control.Button) fyne.CanvasObject {
	row := container.NewHBox(b)
	if p.working != "" {
		row.Add(style.Gap(4, 0))
		row.Add(container.New(style.Centred{}, control.NewText(workingText(p.working), style.SizeText, fyne.TextStyle{})))
	}
	return row
}

// quiet reports whether an act is offered by a link of the step.
func quiet(s *rotation.State, a rotation.Act) bool {
	switch a {
	case rotation.ActCreateAgain, rotation.ActUse, rotation.ActSkipCheck, rotation.ActBackToPlace, rotation.ActDelete:
		return true
	case rotation.ActFinish:
		return s.Halt() != ""
	}
	return false
}

// act is a button that does something.
func (p *Page) act(s *rotation.State, a rotation.Act, kind control.ButtonKind) *control.Button {
	label := words.ActName(a)
	switch {
	case a == rotation.ActDelete && s.Step == rotation.StepWait:
		label = words.DeleteSooner()
	case a == rotation.ActUse && s.Primary() != a:
		label = useOther()
	}
	return p.button(label, kind, func() { acts{p}.do(a) })
}

// button is a button of the page.
func (p *Page) button(label string, kind control.ButtonKind, tapped func()) *control.Button {
	b := control.NewButton(label, kind, tapped)
	b.Tips = p.win.Tips
	b.OnFocus = p.follow(label, b)
	return b
}

// focusable is what the keyboard can be on.
type focusable interface {
	fyne.Focusable
	fyne.CanvasObject
}

// follow notes a control by its name, and returns what scrolls to it when it gets the keyboard.
func (p *Page) follow(name string, o focusable) func() {
	p.controls = append(p.controls, named{name, o})
	scroll, content := p.scroll.Scroll, p.content
	return func() {
		p.had = named{name, o}
		control.ScrollTo(scroll, content, o, o)
	}
}

// inset moves what belongs to a step in below its name.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, style.Gap(markRoom, 0), nil, o)
}

// paragraph is a text of a step.
func paragraph(text string) *control.Wrapped { return control.Fact(text) }

// signature tells whether the page says something else than it would now.
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
