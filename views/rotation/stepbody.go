package rotation

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/rotation"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// body returns what there is to do at the current step.
func (p *Page) body(s *rotation.State) fyne.CanvasObject {
	body := container.NewVBox(flush(paragraph(words.StepAdvice(s))))
	switch {
	case s.Complete():
	case s.Step == rotation.StepCreate && len(s.Candidates) > 0:
		body.Add(p.candidateChoice(s))
	case s.Step == rotation.StepPlace:
		body.Add(p.places(s))
	case s.Step == rotation.StepWait:
		body.Add(p.waitChoice(s))
	}
	body.Add(style.Gap(0, 2))
	body.Add(p.buttons(s))
	body.Add(style.Gap(0, 4))
	return body
}

func flush(o fyne.CanvasObject) fyne.CanvasObject { return control.Flush(o) }

// candidateChoice returns a drop-down list of the keys of which one may be the new key.
func (p *Page) candidateChoice(s *rotation.State) fyne.CanvasObject {
	ids := make([]string, len(s.Candidates))
	names := make([]string, len(s.Candidates))
	for i, k := range s.Candidates {
		ids[i] = k.ID
		date, clock := words.DateAndTime(k.CreatedAt)
		names[i] = p.host.Name(k.ID) + "  " + date + " " + clock
	}
	at := max(0, slices.Index(ids, p.chosen))
	p.chosen = ids[at]
	choice := control.NewChoice(p.win.Dialogs.Menu, lang.L("New key"), names, at)
	choice.OnChosen = func(place int) { p.chosen = ids[place] }
	choice.OnFocus = p.follow("candidates", choice)
	return choice
}

// places returns the places where the old key is used, each to be ticked, and the buttons that copy the new key.
func (p *Page) places(s *rotation.State) fyne.CanvasObject {
	rows := container.NewVBox()
	noted := p.host.Places(s.Old)
	for _, place := range noted {
		tick := control.NewCheck(place, s.IsTicked(place))
		tick.OnChanged = func(on bool) { acts{p}.tick(place, on) }
		tick.OnFocus = p.follow("place "+place, tick)
		rows.Add(control.FlushCheck(tick))
	}
	if len(noted) == 0 {
		rows.Add(flush(control.Remark(lang.L("You haven't noted where the old key is used. Each place that you note can be ticked off here once it has the new key."))))
	}
	note := p.button(lang.L("Note Where It Is Used…"), control.ButtonLink, func() { p.host.EditNote(s.Old) })
	rows.Add(container.NewHBox(control.FlushButton(note)))
	copied := p.button(lang.L("Copy Secret"), control.ButtonDefault, func() { p.copied = true; p.host.CopySecret(s.New) })
	formats := p.button(lang.L("Copy as…"), control.ButtonDefault, func() { p.copied = true; p.host.CopyAs(s.New) })
	p.copyButton = copied
	rows.Add(container.NewHBox(copied, formats))
	return rows
}

// waitChoice returns a drop-down list of how long to wait before the old key is deleted.
func (p *Page) waitChoice(s *rotation.State) fyne.CanvasObject {
	days := rotation.WaitChoices()
	names := make([]string, len(days))
	for i, n := range days {
		names[i] = lang.N("{{.Count}} days", n, map[string]any{"Count": n})
	}
	at := slices.Index(days, s.WaitDays)
	if at < 0 { // a leaked key is deleted without waiting
		return container.NewVBox()
	}
	choice := control.NewChoice(p.win.Dialogs.Menu, lang.L("Wait"), names, at)
	choice.OnChosen = func(place int) { acts{p}.setWait(days[place]) }
	choice.OnFocus = p.follow("wait", choice)
	return control.OfOneWidth(choice)
}

// keyFact returns a key's ID, with its state below.
func (p *Page) keyFact(id string, state client.State, listed bool) fyne.CanvasObject {
	if id == "" {
		return control.Fact("–")
	}
	said := lang.L("Not listed")
	if listed {
		said = words.StateName(state)
	}
	if name := p.host.Name(id); name != id {
		said = lang.L("{{.Key}}: {{.State}}", map[string]any{"Key": name, "State": said})
	}
	return control.FactLines(control.FactID(id), control.Fact(said))
}
