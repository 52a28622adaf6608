package keyspage

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// detailsWidth is the width of the details if the window has room for it: an ID is on one line with its name and its link.
const detailsWidth = float32(460)

// showDetails shows everything that is known about a key, except its secret.
func (m *menus) showDetails(id string) {
	k, ok := m.display.list.Key(id)
	if !ok {
		return
	}
	details := DetailsOf(m.facts(k), m.win.Dialogs, m.copyFact)
	m.win.Dialogs.Tell(lang.L("Access Key"), container.NewStack(style.Gap(m.win.Dialogs.Width(detailsWidth), 0), details))
}

// facts returns the lines of a key's details. Each subject contributes its own.
func (m *menus) facts(k keys.Key) []words.Fact {
	n, here := m.labels.noteOf(k.ID), m.host.HistoryOf(keys.RefOf(m.keys, k.ID))
	return slices.Concat(
		words.LabelFact(n),
		words.KeyFacts(k),
		m.display.watch.Facts(k),
		m.checkFacts(k.ID, here),
		m.tools.replacing.Facts(k),
		words.HistoryFacts(here),
		words.NoteFacts(n),
	)
}

// DetailsOf returns an object that shows facts about a key in a dialog, one per line. A fact to copy has a link that calls
// copied.
func DetailsOf(facts []words.Fact, in *dialog.Dialogs, copied func(words.Fact)) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	links := copyLinks{dialogs: in, copied: copied}
	for _, f := range facts {
		var name fyne.CanvasObject = style.Gap(0, 0)
		if f.Name != "" {
			name = control.FactName(f.Name)
		}
		text := control.Fact
		if f.ID {
			text = control.FactID
		}
		var value fyne.CanvasObject = text(f.Value)
		if f.ToCopy {
			value = container.NewBorder(nil, nil, nil, links.make(f, text("0").MinSize().Height), value)
		}
		rows = append(rows, name, value)
	}
	return container.NewVBox(style.Gap(dialog.Width, 0), control.FlushForm(rows...))
}

// copyLinks makes the links that copy facts. Only the last one pressed says that its fact was copied.
type copyLinks struct {
	dialogs *dialog.Dialogs
	copied  func(words.Fact)
	pressed *control.Button
}

// make returns the link beside a fact whose lines have this height.
func (c *copyLinks) make(f words.Fact, lineHeight float32) fyne.CanvasObject {
	link := control.NewButton(lang.L("Copy"), control.ButtonLink, nil)
	link.OnFocus = func() { control.ScrollTo(c.dialogs.Scroll, c.dialogs.Scroll.Content, link, link) }
	link.OnTapped = func() {
		c.copied(f)
		if c.pressed != nil {
			c.pressed.SetText(lang.L("Copy"))
		}
		c.pressed = link
		link.SetText(lang.L("Copied"))
	}
	lower := (lineHeight - control.ButtonHeight) / 2 // so that it is in line with the first line
	wide := style.Gap(style.Measure(lang.L("Copied"), style.SizeText, fyne.TextStyle{})+style.LinkGap, 0)
	return control.Column(0, container.New(layout.NewCustomPaddedLayout(lower, lower, 0, 0), link), wide)
}

// checkFacts returns the result of a key's last check that the server answered, in this run or, from the history, in an
// earlier one. It adds the check that failed since, if there is one.
func (m *menus) checkFacts(id string, before history.Facts) (facts []words.Fact) {
	now := m.tasks.Now()
	if r, answered := m.tools.checker.LastAnswered(id); answered {
		facts = append(facts, words.Fact{Name: lang.L("Last Check"), Value: words.LastCheck(r, now)})
	} else if !before.Checked.IsZero() {
		facts = append(facts, words.Fact{Name: lang.L("Last Checked Here"), Value: words.CheckedBefore(before)})
	}
	if r, checked := m.tools.checker.Last(id); checked && !r.Kind.Answered() {
		facts = append(facts, words.Fact{Name: lang.L("Failed Check"), Value: words.LastCheck(r, now)})
	}
	return facts
}
