package export

import (
	"testing"
	"time"

	"accesskeys/app/check"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

func TestTheListIsExportedAsItIsShown(t *testing.T) {
	created := time.Date(2026, 11, 1, 12, 0, 0, 0, time.FixedZone("", 3600))
	all := []keys.Key{{AccessKey: client.AccessKey{ID: "AK1", State: client.StateEnabled, CreatedAt: created, UserID: "u"}},
		{AccessKey: client.AccessKey{ID: "AK2", State: client.StateDisabled, Unread: client.UnreadDates{CreatedAt: "soon"}}}}
	shown := map[settings.Column]bool{settings.ColumnState: true, settings.ColumnCreated: true, settings.ColumnSecret: true}
	got := KeyList(all, func(c settings.Column) bool { return shown[c] }, func(id string) string {
		return map[string]string{"AK1": "CI billing"}[id]
	})
	check.EqualSlices(t, "columns", got.Columns, "key", "label", "state", "created")
	check.EqualSlices(t, "first", got.Rows[0], "AK1", "CI billing", "enabled", "2026-11-01T11:00:00Z")
	check.EqualSlices(t, "second", got.Rows[1], "AK2", "", "disabled", "soon")
}
