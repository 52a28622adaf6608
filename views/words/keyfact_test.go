package words

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client"
)

func TestFactsBeginInCapitals(t *testing.T) {
	at := time.Now()
	k := keys.Key{Own: true, AccessKey: client.AccessKey{ID: "AK", State: client.StateEnabled, CreatedAt: at, UpdatedAt: at, DeletedAt: at, ValidUntil: at}}
	note := notes.Note{Label: "CI", Places: []string{"laptop"}, Text: "Ask Mei."}
	for _, fact := range slices.Concat(KeyFacts(k), LabelFact(note), NoteFacts(note), HistoryFacts(history.Facts{Shown: at, Copied: at})) {
		for _, word := range strings.Fields(fact.Name) {
			if !unicode.IsUpper([]rune(word)[0]) {
				t.Errorf("%q", fact.Name)
			}
		}
	}
	if got := Age(0, true); got != "< 1 day" {
		t.Errorf("an age is %q", got)
	}
}
