package words

import (
	"testing"

	"accesskeys/app/keys"
)

func TestShortfallSaysWhatIsMissing(t *testing.T) {
	for lacks, want := range map[keys.Shortfall]string{
		{}:                                   "",
		{Shown: 10, Total: 31}:               "Showing 10 of 31 keys: the server sent no more.",
		{Unreadable: 1}:                      "1 key couldn't be read.",
		{Shown: 9, Total: 31, Unreadable: 2}: "2 keys couldn't be read. Showing 9 of 31 keys: the server sent no more.",
		{Torn: true}:                         "The list changed while it was being read. Reload to see all keys.",
	} {
		if got := Shortfall(lacks); got != want {
			t.Errorf("%+v: %q", lacks, got)
		}
	}
}
