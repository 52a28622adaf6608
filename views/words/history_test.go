package words

import (
	"errors"
	"testing"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
)

func TestHistoryTellsTheStateOfAKeyThatWasNotChanged(t *testing.T) {
	for state, want := range map[client.State]string{
		client.StateEnabled: "Failed: its state was still “Enabled”",
		"":                  "Failed: not confirmed by the server", // of an earlier version
	} {
		err := &keys.UnacknowledgedError{Read: true, State: state, Err: errors.New("no answer")}
		if got := EventOutcome(history.About(keys.Ref{}, history.Disable).Ending(err)); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

// A keyring that is missing or locked has answered.
func TestHistorySaysNoMoreOfAKeyringThanItKnows(t *testing.T) {
	err := &keyring.Error{Kind: keyring.Refused}
	if got := EventOutcome(history.About(keys.Ref{}, history.Unlock).Ending(err)); got != "Failed: no access to the keyring" {
		t.Errorf("it says %q", got)
	}
}

func TestNobodyIsSaidToHaveLetAKeyExpire(t *testing.T) {
	for state, want := range map[client.State]string{client.StateExpired: "Expired", client.StateDisabled: "Changed elsewhere"} {
		if got := EventName(history.Event{Action: history.Elsewhere, State: state}); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

func TestHistoryNamesWhatWasDoneToANoteLikeOtherActions(t *testing.T) {
	if got := ActionName(history.Note); got != "Edit label or note" {
		t.Errorf("it is called %q", got)
	}
}
