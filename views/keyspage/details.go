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

// facts are what the details of a key say. Each subject adds its own here, and has them in a file of its own.
func (m *menus) facts(k keys.Key) []words.Fact {
	n, here := m.labels.of(k.ID), m.host.HistoryOf(keys.RefOf(m.keys, k.ID))
	return slices.Concat(
		labelFact(n),
		KeyFacts(k),
		m.display.watch.Facts(k),
		m.lastCheck(k.ID, here),
		m.tools.replacing.Facts(k),
		historyFacts(here),
		noteFacts(n),
	)
}

// KeyFacts are what the server says of a key, of which the columns may have no room.
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
			facts = append(facts, words.Fact{Name: t.name, Value: words.ExactTime(t.at)})
		}
	}
	if k.Own {
		facts = append(facts, words.Fact{Value: lang.L("This app is signed in with this key")})
	}
	return facts
}

// DetailsOf shows facts about a key, one below the other.
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

// labelFact is what the user calls a key.
func labelFact(n notes.Note) []words.Fact { return given(lang.L("Label"), n.Label) }

// noteFacts are what the user has noted about a key besides.
func noteFacts(n notes.Note) []words.Fact {
	return append(given(lang.L("Used by"), strings.Join(n.Places, "\n")), given(lang.L("Note"), n.Text)...)
}

// given is a fact, if there is one.
func given(name, value string) []words.Fact {
	if value == "" {
		return nil
	}
	return []words.Fact{{Name: name, Value: value}}
}

// historyFacts are when something was last done to a key here.
func historyFacts(f history.Facts) (facts []words.Fact) {
	if !f.Shown.IsZero() {
		facts = append(facts, words.Fact{Name: lang.L("Last Shown Here"), Value: words.EventTime(f.Shown)})
	}
	if !f.Copied.IsZero() {
		facts = append(facts, words.Fact{Name: lang.L("Last Copied Here"), Value: words.EventTime(f.Copied)})
	}
	return facts
}

// lastCheck is what came of the last check of a key that the server answered, in this run or, as the history tells,
// before; and of one that failed since.
func (m *menus) lastCheck(id string, before history.Facts) (facts []words.Fact) {
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
