package history

import (
	"context"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// A tick beside "Refused" would read as the opposite.
func TestARefusedKeyHasNoTick(t *testing.T) {
	for _, kind := range []keycheck.Kind{keycheck.Refused, keycheck.RefusedInactive} {
		if icon, _ := outcomeMark(history.Checked(keys.Ref{KeyID: "AK1"}, string(kind), client.StateDisabled)); icon.Name() == theme.ConfirmIcon().Name() {
			t.Errorf("%s has a tick", kind)
		}
	}
}

func TestWhatTheUserCancelledIsNoError(t *testing.T) {
	test.NewTempApp(t)
	for _, action := range []history.Action{history.Show, history.Check} {
		e := history.About(keys.Ref{KeyID: "AK1"}, action).Ending(context.Canceled)
		icon, _ := outcomeMark(e)
		if icon.Name() != theme.InfoIcon().Name() || outcomeInk(e) == style.ColorDanger || words.EventOutcome(e) != "Canceled" {
			t.Errorf("%s is marked with %s in %s, and says %q", action, icon.Name(), outcomeInk(e), words.EventOutcome(e))
		}
	}
}
