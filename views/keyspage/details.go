package keyspage

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// facts returns the lines of a key's details. Each subject contributes its own.
func (m *menus) facts(k keys.Key) []words.Fact {
	n, here := m.labels.noteOf(k.ID), m.host.HistoryOf(keys.RefOf(m.keys, k.ID))
	return slices.Concat(
		labelFact(n),
		KeyFacts(k),
		m.display.watch.Facts(k),
		m.checkFacts(k.ID, here),
		m.tools.replacing.Facts(k),
		historyFacts(here),
		noteFacts(n),
	)
}

// KeyFacts returns what the server reports about a key, including what the columns have no room for.
func KeyFacts(k keys.Key) []words.Fact {
	facts := []words.Fact{
		{Name: lang.L("Access Key ID"), Value: k.ID, ID: true},
		{Name: lang.L("State"), Value: words.StateName(k.State)},
	}
	for _, t := range []struct {
		name   string
		at     time.Time
		unread string
	}{
		{lang.L("Created At"), k.CreatedAt, k.Unread.CreatedAt}, {lang.L("Updated At"), k.UpdatedAt, k.Unread.UpdatedAt},
		{lang.L("Expires At"), k.ValidUntil, k.Unread.ValidUntil}, {lang.L("Deleted At"), k.DeletedAt, k.Unread.DeletedAt},
	} {
		switch {
		case t.unread != "":
			facts = append(facts, words.Fact{Name: t.name, Value: words.UnreadTime(t.unread)})
		case !t.at.IsZero():
			facts = append(facts, words.Fact{Name: t.name, Value: words.EventTime(t.at)})
		}
	}
	if k.Own {
		facts = append(facts, words.Fact{Value: lang.L("This app is signed in with this key")})
	}
	return facts
}

// DetailsOf returns an object that shows facts about a key, one per line.
func DetailsOf(facts []words.Fact) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, f := range facts {
		var name fyne.CanvasObject = style.Gap(0, 0)
		if f.Name != "" {
			name = control.FactName(f.Name)
		}
		value := control.Fact(f.Value)
		if f.ID {
			value = control.FactID(f.Value)
		}
		rows = append(rows, name, value)
	}
	return container.NewVBox(style.Gap(dialog.Width, 0), control.FlushForm(rows...))
}

// labelFact returns the label of a key as a fact.
func labelFact(n notes.Note) []words.Fact { return optionalFact(lang.L("Label"), n.Label) }

// noteFacts returns what else the user has noted about a key.
func noteFacts(n notes.Note) []words.Fact {
	return append(optionalFact(lang.L("Used by"), strings.Join(n.Places, "\n")), optionalFact(lang.L("Note"), n.Text)...)
}

// optionalFact returns a fact, or nothing if value is empty.
func optionalFact(name, value string) []words.Fact {
	if value == "" {
		return nil
	}
	return []words.Fact{{Name: name, Value: value}}
}

// historyFacts returns when a key's secret was last shown and copied on this computer.
func historyFacts(f history.Facts) (facts []words.Fact) {
	if !f.Shown.IsZero() {
		facts = append(facts, words.Fact{Name: lang.L("Last Shown Here"), Value: words.EventTime(f.Shown)})
	}
	if !f.Copied.IsZero() {
		facts = append(facts, words.Fact{Name: lang.L("Last Copied Here"), Value: words.EventTime(f.Copied)})
	}
	return facts
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
