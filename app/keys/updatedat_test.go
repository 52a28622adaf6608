package keys

import (
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// The server's answer to a change does not tell when that was. The time of the change before would be wrong.
func TestChangedKeyHasNoOldTime(t *testing.T) {
	b := newFixture(t, "AK1", "AK2", "AK3")
	b.backend.Change("AK2", early, client.Secret{})
	b.backend.Change("AK3", late, client.Secret{})
	check.Must(t, b.keys.Load(t.Context()))
	updated := func() time.Time {
		k, _ := b.keys.Find("AK2")
		return k.UpdatedAt
	}
	check.Equal(t, "before", updated(), early)
	check.Must(t, b.keys.Do(t.Context(), OpDisable, "AK2"))
	check.Equal(t, "after", updated(), time.Time{})
	listed, _ := asListed(b.keys, "AK2")
	check.Equal(t, "for the age of a kept secret", listed.UpdatedAt, early)
	byTime := Arrange(b.keys.All(), settings.Table{SortBy: settings.ColumnUpdated, Descending: true}, Find{}, Names{})
	check.Equal(t, "changed last", byTime.Keys[0].ID, "AK2")

	told := 0
	b.keys.Changed.Subscribe(func(struct{}) { told++ })
	check.Must(t, b.keys.Load(t.Context()))
	check.Equal(t, "told that the server says the old time", told, 1)
	check.Equal(t, "read again", updated(), early)
}

func TestTimeOfAChangeIsTakenFromTheReadForAnUndo(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	check.Must(t, b.keys.Do(t.Context(), OpDisable, "AK2"))
	b.backend.Change("AK2", late, client.Secret{})
	k, _ := b.keys.Find("AK2")
	NewLeft(b.keys, []Key{k}).Read(t.Context())
	k, _ = b.keys.Find("AK2")
	check.Equal(t, "updated", k.UpdatedAt, late)

	check.Must(t, b.keys.Do(t.Context(), OpEnable, "AK2"))
	date(b.keys, client.AccessKey{ID: "AK2", State: client.StateEnabled, UpdatedAt: late}, 0)
	k, _ = b.keys.Find("AK2")
	check.Equal(t, "as read before that", k.UpdatedAt, time.Time{})
}
