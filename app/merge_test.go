package app

import "testing"

func TestMergeKeepsWhatBothHaveMoved(t *testing.T) {
	base := Settings{}
	mine := Settings{Homes: map[string]string{"https://a.test/v2": "https://a.test/v1"}}
	theirs := Settings{Homes: map[string]string{"https://b.test/v2": "https://b.test/v1"}}
	merged := merge(base, mine, theirs)
	for from, to := range map[string]string{"https://a.test/v2": "https://a.test/v1", "https://b.test/v2": "https://b.test/v1"} {
		if merged.Homes[from] != to {
			t.Errorf("the home of %s is %q, want %q", from, merged.Homes[from], to)
		}
	}
}
