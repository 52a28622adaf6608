package words

import (
	"testing"

	"accesskeys/app/keys"
	"accesskeys/client"
)

func TestNewKeyHasTheLabelOfTheOldOne(t *testing.T) {
	noted := func(k *keys.Key) keys.Noted {
		return map[string]keys.Noted{"old": {Label: "CI Billing", Search: "ci billing\nrunner"}, "named": {Label: "Mine", Search: "mine"}}[k.ID]
	}
	replaced := map[string]string{"new": "old", "named": "old", "other": "nameless"}
	for id, want := range map[string]keys.Noted{
		"old":   {Label: "CI Billing", Search: "ci billing\nrunner"},
		"new":   {Label: "CI Billing (new)", Search: "ci billing (new)\n"},
		"named": {Label: "Mine", Search: "mine"},
		"other": {},
		"third": {},
	} {
		if got := NotedOf(noted, replaced)(&keys.Key{AccessKey: client.AccessKey{ID: id}}); got != want {
			t.Errorf("of %s, %q is noted, not %q", id, got, want)
		}
	}
	if NotedOf(nil, replaced) != nil {
		t.Error("something is noted where nothing is")
	}
}
