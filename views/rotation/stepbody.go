package rotation

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
	"accesskeys/views/words/replacement"
)

// body returns what there is to do at the current step.
func (p *Page) body(s *rotation.State) fyne.CanvasObject {
	body := container.NewVBox(form.Flush(form.Fact(replacement.StepAdvice(s, p.host.Noted(s.Old)))))
	add := func(choice fyne.CanvasObject) {
		body.Add(style.Gap(0, 0)) // the ring of the keyboard keeps off the text
		body.Add(choice)
	}
	switch {
	case s.Complete():
	case s.Step == rotation.StepCreate && len(s.Candidates) > 0:
		add(p.candidateChoice(s))
	case s.Step == rotation.StepPlace:
		add(p.places(s))
	case s.Step == rotation.StepWait:
		add(p.waitChoice(s))
	}
	body.Add(style.Gap(0, 4))
	return body
}

// promise returns the text that says what the chosen order means for whatever uses the key.
func (p *Page) promise() string {
	switch p.order {
	case rotation.OrderDisableSecond:
		return lang.L("You create a new key, then disable this one at once. Tasks that use it fail until the new key is in place. No key changes by itself.")
	case rotation.OrderDisableFirst:
		return lang.L("You disable this key, then create a new one. Tasks that use it fail until the new key is in place. No key changes by itself.")
	}
	return lang.L("You get a new key and put it in place before the old one is disabled. You can leave at every step and come back later. No key changes by itself.")
}

// orderChoice returns a drop-down list of the orders of a replacement that has not begun. They depend on whether the key
// leaked.
func (p *Page) orderChoice(s *rotation.State) fyne.CanvasObject {
	orders, names := []rotation.Order{rotation.OrderSafe, rotation.OrderDisableSecond, rotation.OrderDisableFirst}, []string{
		lang.L("Without an outage"), lang.L("It leaked: create, then disable at once"), lang.L("It leaked: disable now, then create")}
	if s.OldKey.Own {
		orders, names = orders[:2], names[:2]
	}
	choice := control.NewChoice(p.win.Dialogs.MenuOfChoice, lang.L("How to replace it"), names, max(0, slices.Index(orders, p.order)))
	choice.OnChosen = func(place int) {
		if p.doing.act == "" {
			p.order = orders[place]
		}
		p.Rebuild()
	}
	choice.OnFocus = p.follow("how", choice)
	return beside(choice.Name, container.NewHBox(choice))
}

// beside returns a control with its name beside it, or above it where there is no room.
func beside(name string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(form.NewFlushFields(), form.FactName(name), o)
}

// candidateChoice returns a drop-down list of the keys of which one may be the new key.
func (p *Page) candidateChoice(s *rotation.State) fyne.CanvasObject {
	ids := make([]string, len(s.Candidates))
	names := make([]string, len(s.Candidates))
	for i, k := range s.Candidates {
		date, clock := words.DateAndTime(k.CreatedAt)
		ids[i], names[i] = k.ID, described(p, k, date+" "+clock)
	}
	at := max(0, slices.Index(ids, p.chosen))
	p.chosen = ids[at]
	choice := control.NewChoice(p.win.Dialogs.MenuOfChoice, lang.L("New key"), names, at)
	choice.OnChosen = func(place int) { p.chosen = ids[place] }
	choice.OnFocus = p.follow("candidates", choice)
	return beside(choice.Name, choice)
}

// described returns the name of a key that may become the new one, when it was created, and what speaks against it.
func described(p *Page, k keys.Key, created string) string {
	said := p.host.Name(k.ID) + "  " + lang.L("Created {{.Time}}", map[string]any{"Time": created})
	if caution := p.host.Caution(k); caution != "" {
		said += " · " + caution
	}
	return said
}

// places returns the places where the old key is used, each to be ticked.
func (p *Page) places(s *rotation.State) fyne.CanvasObject {
	rows := container.NewVBox()
	noted := p.host.Places(s.Old)
	for _, place := range noted {
		tick := control.NewCheck(place, s.IsTicked(place))
		tick.OnChanged = func(on bool) { acts{p}.tick(place, on) }
		tick.OnFocus = p.follow("place "+place, tick)
		rows.Add(form.FlushCheck(tick))
	}
	if len(noted) == 0 {
		rows.Add(form.Flush(form.Remark(lang.L("You haven't noted where the old key is used. Each place that you note can be ticked off here once it has the new key."))))
	}
	note := control.NewButton(lang.L("Note Where It Is Used…"), control.ButtonLink, func() { p.host.NotePlaces(s.Old) })
	note.Tips = p.win.Tips
	note.OnFocus = p.follow("note", note)
	rows.Add(container.NewHBox(form.FlushButton(note)))
	return rows
}

// waitChoice returns a drop-down list of how long to wait before the old key is deleted, no longer than until it expires.
func (p *Page) waitChoice(s *rotation.State) fyne.CanvasObject {
	days := s.WaitChoices()
	names := make([]string, len(days))
	for i, n := range days {
		names[i] = lang.N("{{.Count}} days", n, map[string]any{"Count": n})
		if s.ExpiresWithin(n) {
			names[i] = lang.L("Until it expires")
		}
	}
	at := slices.Index(days, s.WaitDays)
	if at < 0 && s.ExpiresWaiting() {
		at = len(days) - 1
	}
	if at < 0 || len(days) == 1 { // a leaked key is deleted without waiting, and for one that expires soon there is no choice
		return container.NewVBox()
	}
	choice := control.NewChoice(p.win.Dialogs.MenuOfChoice, lang.L("Wait"), names, at)
	choice.OnChosen = func(place int) { acts{p}.setWait(days[place]) }
	choice.OnFocus = p.follow("wait", choice)
	return beside(choice.Name, form.OfOneWidth(choice))
}

// keyFact returns the ID of a key, with its label and state below. k is without an ID if the key is not listed.
func (p *Page) keyFact(id string, k keys.Key) fyne.CanvasObject {
	if id == "" {
		return form.Fact("–")
	}
	said := lang.L("Not listed")
	if k.ID != "" {
		said = words.StateName(k.State)
	}
	if label := p.host.Label(id); label != "" {
		said = lang.L("{{.Key}}: {{.State}}", map[string]any{"Key": label, "State": said})
	}
	return form.FactLines(form.FactID(id), form.Fact(said))
}
