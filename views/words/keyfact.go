package words

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
)

// Fact is a fact about a key, with its name. A fact without a name continues the one before it.
type Fact struct {
	Name, Value string
	ID          bool // the value is the ID of a key
	ToCopy      bool // the user may want to copy the value
}

// KeyFacts returns what the server reports about a key, including what the columns have no room for. The last fact is the
// date of expiry, if there is one.
func KeyFacts(k keys.Key) []Fact {
	facts := []Fact{
		{Name: lang.L("Access Key ID"), Value: k.ID, ID: true, ToCopy: true},
		{Name: lang.L("State"), Value: StateName(k.State)},
	}
	if k.Own {
		facts = append(facts, Fact{Name: lang.L("This App"), Value: lang.L("Signed in with this key")})
	}
	for _, t := range []struct {
		name   string
		at     time.Time
		unread string
	}{
		{lang.L("Created At"), k.CreatedAt, k.Unread.CreatedAt}, {lang.L("Updated At"), k.UpdatedAt, k.Unread.UpdatedAt},
		{lang.L("Deleted At"), k.DeletedAt, k.Unread.DeletedAt}, {lang.L("Expires At"), k.ValidUntil, k.Unread.ValidUntil},
	} {
		switch {
		case t.unread != "":
			facts = append(facts, Fact{Name: t.name, Value: UnreadTime(t.unread)})
		case !t.at.IsZero():
			facts = append(facts, Fact{Name: t.name, Value: EventTime(t.at)})
		}
	}
	return facts
}

// LabelFact returns the label of a key as a fact.
func LabelFact(n notes.Note) []Fact { return optionalFact(lang.L("Label"), n.Label) }

// NoteFacts returns what else the user has noted about a key.
func NoteFacts(n notes.Note) []Fact {
	facts := optionalFact(lang.L("Used By"), strings.Join(n.Places, "\n"))
	if n.Text != "" {
		facts = append(facts, Fact{Name: lang.L("Note"), Value: n.Text, ToCopy: true})
	}
	return facts
}

// optionalFact returns a fact, or nothing if value is empty.
func optionalFact(name, value string) []Fact {
	if value == "" {
		return nil
	}
	return []Fact{{Name: name, Value: value}}
}

// HistoryFacts returns when a key's secret was last shown and copied on this computer.
func HistoryFacts(f history.Facts) (facts []Fact) {
	if !f.Shown.IsZero() {
		facts = append(facts, Fact{Name: lang.L("Shown Here"), Value: EventTime(f.Shown)})
	}
	if !f.Copied.IsZero() {
		facts = append(facts, Fact{Name: lang.L("Copied Here"), Value: EventTime(f.Copied)})
	}
	return facts
}
