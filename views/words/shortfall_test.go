package words

import (
	"testing"

	"accesskeys/app/keys"
)

func TestWhatAListLacksIsSaid(t *testing.T) {
	for lacks, want := range map[keys.Shortfall]string{
		{}:                                   "",
		{Shown: 10, Total: 31}:               "10 of 31 keys are shown: the server sent no more.",
		{Unreadable: 1}:                      "1 key could not be read.",
		{Shown: 9, Total: 31, Unreadable: 2}: "2 keys could not be read. 9 of 31 keys are shown: the server sent no more.",
		{Torn: true}:                         "The list changed while the server sent it. Reload to see all of it.",
	} {
		if got := Shortfall(lacks); got != want {
			t.Errorf("%+v: %q", lacks, got)
		}
	}
}
