package listcache

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"accesskeys/client"
)

func TestKeysComeBackAsTheyWereCached(t *testing.T) {
	first := client.AccessKey{ID: "AKAAAAAAAA", UserID: "demo", State: client.StateEnabled, CreatedAt: time.Date(2026, 11, 2, 8, 30, 0, 7, time.UTC)}
	bare := client.AccessKey{ID: "AKBBBBBBBB", State: client.StateDisabled, Unread: client.UnreadDates{ValidUntil: "someday"}}
	for name, list := range map[string][]client.AccessKey{
		"none": nil, "one": {first}, "one with few fields": {bare}, "several": {bare, first, {ID: "AKCCCCCCCC", State: client.StateDisabled}},
	} {
		if got, ok := cachedKeysOf(list).list(); !ok || !reflect.DeepEqual(got, list) {
			t.Errorf("%s: cached %v, read %v, %v", name, list, got, ok)
		}
	}
}

func TestOddCachedKeysAreRefused(t *testing.T) {
	key := client.AccessKey{ID: "AKAAAAAAAA", UserID: "demo", State: client.StateEnabled}
	twoLines := key
	twoLines.UserID = "de\nmo"
	short := cachedKeysOf([]client.AccessKey{key, {ID: "AKBBBBBBBB", UserID: "demo", State: client.StateEnabled}})
	short.State = strings.TrimSuffix(short.State, "\n"+string(client.StateEnabled))
	for name, cached := range map[string]cachedKeys{
		"a line break in a field": cachedKeysOf([]client.AccessKey{twoLines}),
		"fewer states than keys":  short,
		"no date":                 {ID: key.ID, State: string(client.StateEnabled), CreatedAt: "yesterday"},
		"the same key twice":      cachedKeysOf([]client.AccessKey{key, key}),
	} {
		if got, ok := cached.list(); ok {
			t.Errorf("%s: read %v", name, got)
		}
	}
}
