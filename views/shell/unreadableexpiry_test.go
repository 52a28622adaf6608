package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keydetails"
	"accesskeys/views/keytable"
	"accesskeys/views/words"
)

func TestAnExpiryThatCannotBeReadNeverLooksLikeNone(t *testing.T) {
	r := newRig(t, demo.Options{})
	k := keys.Key{AccessKey: client.AccessKey{ID: "AK1", State: client.StateEnabled, Unread: client.UnreadDates{ValidUntil: "03/04/2025"}}}
	shown := r.looseRow(k)
	const says = "unreadable; the server says “03/04/2025”"
	expires := shown.Times[2]
	if expires.Date.Line.Text != "unreadable" || expires.Clock.Line.Text != "" || expires.Area.Message != says {
		t.Errorf("the row shows %q, %q, and says %q", expires.Date.Line.Text, expires.Clock.Line.Text, expires.Area.Message)
	}
	if got := shown.AccessibilityLabel(); got != "AK1, Enabled, Expires At unreadable" {
		t.Errorf("a screen reader says %q", got)
	}
	r.showInDialog(keydetails.Of(words.KeyFacts(k), nil, nil))
	r.says("Expires At", says)
	r.press(fyne.KeyEscape)

	k.Unread = client.UnreadDates{}
	shown.Set(keytable.RowData{Key: k}) // rows are recycled
	if expires.Date.Line.Text != "–" || expires.Area.Message != "" || shown.AccessibilityLabel() != "AK1, Enabled" {
		t.Errorf("without an expiry, the row shows %q and says %q", expires.Date.Line.Text, expires.Area.Message)
	}
}
