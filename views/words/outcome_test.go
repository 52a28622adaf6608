package words

import (
	"context"
	"errors"
	"testing"

	"accesskeys/app/keys"
	"accesskeys/client"
)

func TestUnconfirmedChangeIsToldWithWhatIsKnownOfItsCause(t *testing.T) {
	for _, c := range []struct {
		err         error
		read, other string // what is said of a deletion once the key was read, and before that
	}{
		{&client.Error{Kind: client.KindServer, Status: 500}, "Couldn't delete AK1. Server error 500.", "Server error 500. "},
		{&client.Error{Kind: client.KindServer, Status: 503, Message: "维护中。"}, "Couldn't delete AK1. Server error 503: “维护中”.", "Server error 503: “维护中”. "},
		{&client.Error{Kind: client.KindServer, Status: 503, Message: "in repair"}, "Couldn't delete AK1. Server error 503: “in repair”.", "Server error 503: “in repair”. "},
		{&client.Error{Kind: client.KindThrottled, Status: 429}, "Couldn't delete AK1. The server is busy.", "The server is busy. "},
		{&client.Error{Kind: client.KindGateway, Status: 502}, "Couldn't delete AK1. A gateway or load balancer can't reach the server (HTTP 502).", "A gateway or load balancer can't reach the server (HTTP 502). "},
		{&client.Error{Kind: client.KindNotJSON, Message: "text/html"}, "Couldn't delete AK1. A web page answered instead of the API.", "A web page answered instead of the API. "},
		{context.DeadlineExceeded, "The server didn't confirm that AK1 was deleted. No answer came in time.", "No answer came in time. "},
		{&client.Error{Kind: client.KindUnreachable}, "The server didn't confirm that AK1 was deleted. The connection broke.", "The connection broke. "},
		{errors.New("odd"), "The server didn't confirm that AK1 was deleted.", ""},
	} {
		read := &keys.UnacknowledgedError{Read: true, State: client.StateExpired, Err: c.err}
		if got, want := Failure(keys.OpDelete, "AK1", read), c.read+" The key's state is still “Expired”. Try again."; got != want {
			t.Errorf("%v: %q, want %q", c.err, got, want)
		}
		unread := &keys.UnacknowledgedError{Err: c.err}
		if got, want := Failure(keys.OpDelete, "AK1", unread), c.other+"No confirmation that AK1 was deleted. The app keeps checking."; got != want {
			t.Errorf("%v: %q, want %q", c.err, got, want)
		}
	}
}

func TestSecretThatIsNotSavedIsToldInOneSentence(t *testing.T) {
	const want = "The secret of AK1 isn't saved on this computer and can't be fetched now. Try again when the server is back."
	if got := Failure(keys.OpReveal, "AK1", keys.ErrNotKept); got != want {
		t.Errorf("%q", got)
	}
}

func TestServerThatCannotBeWorkedWithIsToldBrieflyWhereALineSaysMore(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&keys.UncheckedError{Err: &client.Error{Kind: client.KindUnreachable}}, "Couldn't delete AK1. The server can't be reached."},
		{&keys.UnacknowledgedError{Err: &client.Error{Kind: client.KindUnreachable}}, "The connection broke. No confirmation that AK1 was deleted. The app keeps checking."},
		{&keys.UncheckedError{Err: &client.Error{Kind: client.KindServer, Status: 503, Message: "down"}}, "Couldn't delete AK1. Server error 503."},
		{&keys.UncheckedError{Err: &client.Error{Kind: client.KindThrottled, Status: 429, Message: "slow"}}, "Couldn't delete AK1. The server is busy."},
		{&keys.UncheckedError{Err: &client.Error{Kind: client.KindTimeout}}, "Couldn't delete AK1. The server takes too long to answer."},
		{&keys.UncheckedError{Err: context.DeadlineExceeded}, "Couldn't delete AK1. The server takes too long to answer."},
		{&keys.UncheckedError{Err: &client.Error{Kind: client.KindGateway, Status: 502}}, "Couldn't delete AK1. A gateway or load balancer can't reach the server (HTTP 502)."},
		{&keys.UncheckedError{Err: &client.Error{Kind: client.KindNotJSON}}, "Couldn't delete AK1. A web page answered instead of the API."},
		{&keys.UncheckedError{Err: &client.Error{Kind: client.KindForbidden}}, "Couldn't delete AK1. Its state must be read first, and that failed. Your sign-in key isn't allowed to do this."},
		{&client.Error{Kind: client.KindForbidden}, "Couldn't delete AK1. Your sign-in key isn't allowed to do this."},
	} {
		if got := BriefFailure(keys.OpDelete, "AK1", c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}

func TestKeyThatWasNotCreatedIsToldBrieflyWhereALineSaysMore(t *testing.T) {
	unreachable := &client.Error{Kind: client.KindUnreachable}
	for _, c := range []struct {
		err  error
		want string
	}{
		{unreachable, "No key was created. The server can't be reached."},
		{&keys.UnacknowledgedError{Err: unreachable}, "The connection broke. No confirmation that a key was created. The app keeps checking."},
		{&client.Error{Kind: client.KindForbidden}, "No key was created. Your sign-in key isn't allowed to do this."},
	} {
		if got := BriefNotCreated(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}

// A 404 may come from a proxy, so it is not said that the key is gone.
func TestNotFoundIsToldWithoutAdviceAboutTheAddress(t *testing.T) {
	missing := &client.Error{Kind: client.KindNotFound, Status: 404}
	const unknown = "The server answered that it doesn't know this key (HTTP 404). Reload the list, or ask the server's administrator."
	for op, want := range map[keys.Operation]string{
		keys.OpEnable:  "Couldn't enable AK1. " + unknown,
		keys.OpDisable: "Couldn't disable AK1. " + unknown,
		keys.OpDelete:  "Couldn't delete AK1. " + unknown,
		keys.OpReveal:  "Couldn't fetch the secret of AK1. " + unknown,
	} {
		if got := BriefFailure(op, "AK1", missing); got != want {
			t.Errorf("%s: %q, want %q", op, got, want)
		}
	}
	if got := OutcomeReason(keys.OpDelete, keys.Outcome{Result: keys.ResultNotDone, Err: missing}, false); got != unknown {
		t.Errorf("one of several: %q", got)
	}
	const none = "No key was created. The server answered that keys can't be created at this address (HTTP 404). Reload the list, or ask the server's administrator."
	if got := BriefNotCreated(missing); got != none {
		t.Errorf("%q", got)
	}
	missing.Message = "gone fishing"
	if got, want := BriefNotCreated(missing), none+" Server message: gone fishing"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	moved := &keys.APIMovedError{Base: "http://x/api/v1", Err: missing}
	if got, want := BriefFailure(keys.OpDelete, "AK1", moved), "Couldn't delete AK1. "+Explain(moved); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
