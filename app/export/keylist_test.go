package export

import (
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/client"
)

func TestTheListIsExportedWithAllThatIsNotSecret(t *testing.T) {
	created := time.Date(2026, 11, 1, 12, 0, 0, 0, time.FixedZone("", 3600))
	all := []keys.Key{
		{AccessKey: client.AccessKey{ID: "AK1", State: client.StateEnabled, CreatedAt: created, UpdatedAt: created.Add(time.Hour), ValidUntil: created.Add(2 * time.Hour), UserID: "u"}},
		{AccessKey: client.AccessKey{ID: "AK2", State: client.StateDisabled, Unread: client.UnreadDates{CreatedAt: "soon"}}}}
	got := KeyList(all, func(id string) string { return map[string]string{"AK1": "CI billing"}[id] })
	check.EqualSlices(t, "columns", got.Columns, "key", "label", "state", "created", "updated", "expires")
	check.EqualSlices(t, "first", got.Rows[0], "AK1", "CI billing", "enabled", "2026-11-01T11:00:00Z", "2026-11-01T12:00:00Z", "2026-11-01T13:00:00Z")
	check.EqualSlices(t, "second", got.Rows[1], "AK2", "", "disabled", "soon", "", "")
}
