package history

import (
	"testing"

	"fyne.io/fyne/v2/theme"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// A tick beside "Refused" would read as the opposite.
func TestARefusedKeyHasNoTick(t *testing.T) {
	for _, kind := range []keycheck.Kind{keycheck.Refused, keycheck.RefusedInactive} {
		if icon, _ := outcomeMark(history.Checked(keys.Ref{KeyID: "AK1"}, string(kind), client.StateDisabled)); icon.Name() == theme.ConfirmIcon().Name() {
			t.Errorf("%s has a tick", kind)
		}
	}
}
