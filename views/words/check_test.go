package words

import (
	"context"
	"testing"
	"time"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
)

func TestCheckedSaysWhatTheServerDid(t *testing.T) {
	refusal := &client.Error{Kind: client.KindUnauthorized, Message: "key is locked"}
	masked := &keycheck.SecretError{Err: &client.Error{Kind: client.KindMasked}}
	page := &client.Error{Kind: client.KindNotJSON, Message: "text/html", NoPath: true}
	const notAPI = "Something other than the API answered, so nothing is known about the key. " +
		"Check it again later, or ask your administrator whether a proxy or gateway changes the responses."
	for _, tt := range []struct {
		result     keycheck.Result
		text, word string
	}{
		{keycheck.Result{Kind: keycheck.Accepted, State: client.StateEnabled}, "The server accepts AK1.", "Accepted"},
		{keycheck.Result{Kind: keycheck.AcceptedInactive, State: client.StateDisabled}, "The server still accepts AK1, although its state is “Disabled”.", "Still accepted"},
		{keycheck.Result{Kind: keycheck.RefusedInactive, State: client.StateDisabled, Err: refusal}, "The server refuses AK1, as it should: its state is “Disabled”.", "Refused"},
		{keycheck.Result{Kind: keycheck.Refused, State: client.StateEnabled, Err: refusal}, "The server refuses AK1, although its state is “Enabled”. " +
			"Check it again in a minute. If it is still refused, use another key. Server message: key is locked", "Refused"},
		{keycheck.Result{Kind: keycheck.ClockDiffers, Err: &client.Error{Kind: client.KindClock}}, "Couldn't check AK1. The server rejected this computer's time. Check its clock.", "Not checked"},
		{keycheck.Result{Kind: keycheck.Unanswered, Err: &client.Error{Kind: client.KindMalformed, Err: keycheck.ErrOtherUser}},
			"Couldn't check AK1. The server answered with another user's key. Ask its administrator.", "Not checked"},
		{keycheck.Result{Kind: keycheck.Unanswered, Err: &keycheck.SecretError{Err: refusal}},
			"Couldn't check AK1. The server rejected your sign-in key, which is needed to fetch the secret.", "Not checked"},
		{keycheck.Result{Kind: keycheck.Unanswered, Err: page}, "Couldn't check AK1. " + notAPI, "Not checked"},
		{keycheck.Result{Kind: keycheck.NoSecret, Err: &keycheck.SecretError{Err: page}}, "Couldn't check AK1. There is no secret to sign with. " + notAPI, "Not checked"},
		{keycheck.Result{Kind: keycheck.NoSecret, Err: &keycheck.SecretError{Err: keys.ErrDeleted}}, "Couldn't check AK1. A deleted key no longer has a secret.", "Not checked"},
		{keycheck.Result{Kind: keycheck.NoSecret, Err: masked}, "Couldn't check AK1. There is no secret to sign with. " + Explain(masked.Err), "Not checked"},
	} {
		if got := Checked("AK1", tt.result); got != tt.text {
			t.Errorf("%s: said %q, want %q", tt.result.Kind, got, tt.text)
		}
		if got := CheckWord(tt.result); got != tt.word {
			t.Errorf("%s: word is %q, want %q", tt.result.Kind, got, tt.word)
		}
	}
}

func TestChecksEndedSaysWhy(t *testing.T) {
	for want, s := range map[string]struct {
		err    error
		locked bool
	}{
		"": {nil, true},
		"The rest were not tried: you stopped it.":             {context.Canceled, false},
		"The rest were not tried: the window was locked.":      {context.Canceled, true},
		"The rest were not tried: they would have failed too.": {&client.Error{Kind: client.KindUnreachable}, false},
	} {
		if got := ChecksEnded(keycheck.Several{Err: s.err}, s.locked); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func TestLastCheckSaysWhen(t *testing.T) {
	at := time.Date(2026, 11, 1, 14, 5, 0, 0, time.Local)
	accepted := keycheck.Result{Kind: keycheck.Accepted, State: client.StateEnabled, At: at}
	if got := LastCheck(accepted); got != "2026-11-01 14:05:00: Accepted" {
		t.Errorf("said %q", got)
	}
}

func TestOnlyAcceptedHasATick(t *testing.T) {
	tick := CheckIcon(keycheck.Result{Kind: keycheck.Accepted}).Name()
	for _, kind := range []keycheck.Kind{keycheck.AcceptedInactive, keycheck.Refused, keycheck.RefusedInactive, keycheck.Unanswered} {
		if CheckIcon(keycheck.Result{Kind: kind}).Name() == tick {
			t.Errorf("%s has a tick", kind)
		}
	}
}
