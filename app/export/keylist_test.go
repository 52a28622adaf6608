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
	got := KeyList(all, func(id string) Noted {
		return map[string]Noted{"AK1": {"CI billing", []string{"CI > billing", "laptop"}, "ask Ann\nfirst"}}[id]
	})
	check.EqualSlices(t, "columns", got.Columns, "access_key_id", "label", "state", "created", "updated", "expires", "used_by", "note")
	check.EqualSlices(t, "first", got.Rows[0], "AK1", "CI billing", "enabled", "2026-11-01T11:00:00Z", "2026-11-01T12:00:00Z", "2026-11-01T13:00:00Z",
		"CI > billing\nlaptop", "ask Ann\nfirst")
	check.EqualSlices(t, "second", got.Rows[1], "AK2", "", "disabled", "soon", "", "", "", "")
	content, err := got.As(JSON)
	check.Must(t, err)
	check.Equal(t, "JSON", string(content), `[
  {"access_key_id": "AK1", "label": "CI billing", "state": "enabled", "created": "2026-11-01T11:00:00Z", "updated": "2026-11-01T12:00:00Z", `+
		`"expires": "2026-11-01T13:00:00Z", "used_by": ["CI > billing","laptop"], "note": "ask Ann\nfirst"},
  {"access_key_id": "AK2", "label": "", "state": "disabled", "created": "soon", "updated": "", "expires": "", "used_by": [], "note": ""}
]
`)
}
