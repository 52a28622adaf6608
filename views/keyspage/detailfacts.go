package keyspage

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/notes"
	"accesskeys/views/words"
)

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
