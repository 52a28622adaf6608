package words

import (
	"errors"
	"testing"

	"accesskeys/app/history"
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

func TestHistoryNamesWhatWasDoneToANoteLikeOtherActions(t *testing.T) {
	if got := ActionName(history.Note); got != "Edit label or note" {
		t.Errorf("it is called %q", got)
	}
}
