package keyspage

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
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
