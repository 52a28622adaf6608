package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestAnExpiryThatCannotBeReadNeverLooksLikeNone(t *testing.T) {
	r := newRig(t, demo.Options{})
	k := app.Key{AccessKey: client.AccessKey{ID: "AK1", State: client.StateEnabled, Unread: client.UnreadDates{ValidUntil: "03/04/2025"}}}
	shown := newRow(&rowActions{}, r.w.tips, r.page().look)
	shown.Set(rowData{Key: k})
	const says = "unreadable; the server says “03/04/2025”"
	expires := shown.times[2]
	if expires.date.line.Text != "unreadable" || expires.clock.line.Text != "" || expires.area.message != says {
		t.Errorf("the row shows %q, %q, and says %q", expires.date.line.Text, expires.clock.line.Text, expires.area.message)
	}
	if got := shown.AccessibilityLabel(); got != "AK1, Enabled, Expires At unreadable" {
		t.Errorf("a screen reader says %q", got)
	}
	r.w.dialogs.Tell("", detailsOf(k))
	r.says("Expires At", says)
	r.press(fyne.KeyEscape)

	k.Unread = client.UnreadDates{}
	shown.Set(rowData{Key: k}) // rows are recycled
	if expires.date.line.Text != "–" || expires.area.message != "" || shown.AccessibilityLabel() != "AK1, Enabled" {
		t.Errorf("without an expiry, the row shows %q and says %q", expires.date.line.Text, expires.area.message)
	}
}
