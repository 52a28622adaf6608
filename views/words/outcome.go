package words

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// In this file, a parameter name is the name of a key as KeyName returns it.

// byOperation returns the text for an operation that changes keys.
func byOperation(op keys.Operation, enabling, disabling, deleting string) string {
	switch op {
	case keys.OpEnable:
		return enabling
	case keys.OpDisable:
		return disabling
	}
	return deleting
}

// Outcome says that an operation was done.
func Outcome(op keys.Operation, name string) string {
	key := map[string]any{"ID": name}
	return byOperation(op,
		lang.L("Enabled {{.ID}}", key),
		lang.L("Disabled {{.ID}}", key),
		lang.L("Deleted {{.ID}}", key))
}

// Busy says that nothing is done with a key, because something is being done with it already.
func Busy(name string) string {
	return lang.L("{{.ID}} is busy. Wait until it's done.", map[string]any{"ID": name})
}

// Failure says that an operation was not done, or that it is not known whether it was, and why.
func Failure(op keys.Operation, name string, err error) string {
	var lost *keys.UnacknowledgedError
	var changed *keys.ChangedError
	var unchecked *keys.UncheckedError
	what := NotDone(op, map[string]any{"ID": name})
	switch {
	case errors.As(err, &lost) && lost.Read:
		return NotDoneSoFar(op, name, lost.State, lost.Err)
	case errors.As(err, &lost):
		return Sentences(unconfirmed(lost.Err), Sentences(NotKnown(op, name), stillChecking()))
	case errors.As(err, &changed) && changed.Again:
		return lang.L("Nothing was done: {{.ID}} has been changed elsewhere meanwhile.", map[string]any{"ID": name})
	case errors.As(err, &changed):
		return ChangedMeanwhile(name, changed.State)
	case op == keys.OpReveal && errors.Is(err, keys.ErrNotKept):
		return lang.L("The secret of {{.ID}} isn't saved on this computer and can't be fetched now. Try again when the server is back.", map[string]any{"ID": name})
	case errors.As(err, &unchecked):
		return Sentences(Sentences(what, lang.L("Its state must be read first, and that failed.")), ExplainOfKey(err))
	case isGone(err):
		return Sentences(what, lang.L("This access key no longer exists on the server."))
	}
	return Sentences(what, ExplainOfKey(err))
}

// BriefFailure is Failure for where a line above the list says why the server can't be worked with.
func BriefFailure(op keys.Operation, name string, err error) string {
	var lost *keys.UnacknowledgedError
	var unchecked *keys.UncheckedError
	brief := ""
	switch {
	case errors.As(err, &lost), errors.Is(err, keys.ErrNotKept):
	case client.KindOf(err) == client.KindUnreachable, errors.As(err, &unchecked):
		brief = Briefly(err)
	}
	if brief == "" {
		return Failure(op, name, err)
	}
	return Sentences(NotDone(op, map[string]any{"ID": name}), brief)
}

// isGone reports whether the list says that a key is gone. A 404 is not enough, because it may come from a proxy.
func isGone(err error) bool {
	return errors.Is(err, keys.ErrNotListed) || errors.Is(err, keys.ErrDeleted)
}

// NotDone says that an operation was not done.
func NotDone(op keys.Operation, key map[string]any) string {
	switch op {
	case keys.OpEnable:
		return lang.L("Couldn't enable {{.ID}}.", key)
	case keys.OpDisable:
		return lang.L("Couldn't disable {{.ID}}.", key)
	case keys.OpDelete:
		return lang.L("Couldn't delete {{.ID}}.", key)
	}
	return lang.L("Couldn't fetch the secret of {{.ID}}.", key)
}

// NotKnown says that it is not known whether an operation was done.
func NotKnown(op keys.Operation, name string) string {
	key := map[string]any{"ID": name}
	return byOperation(op,
		lang.L("No confirmation that {{.ID}} was enabled.", key),
		lang.L("No confirmation that {{.ID}} was disabled.", key),
		lang.L("No confirmation that {{.ID}} was deleted.", key))
}

// stillChecking says that the outcome will be told when it is known.
func stillChecking() string { return lang.L("The app keeps checking.") }

// CheckStateLater says how to find out the outcome after the session has ended.
func CheckStateLater() string { return lang.L("Check its state when you sign in again.") }

// NowDone confirms a change whose outcome was not known.
func NowDone(op keys.Operation, name string) string {
	key := map[string]any{"ID": name}
	return byOperation(op,
		lang.L("Confirmed: {{.ID}} is enabled.", key),
		lang.L("Confirmed: {{.ID}} is disabled.", key),
		lang.L("Confirmed: {{.ID}} is deleted.", key))
}

// NotDoneSoFar says that the change was not acknowledged, why as far as that is known, and in which state the key was when
// it was read again. why may be nil.
func NotDoneSoFar(op keys.Operation, name string, state client.State, why error) string {
	text := Sentences(notConfirmed(op, map[string]any{"ID": name}, why), stateStill(state))
	if state == client.StateDeleted {
		return text
	}
	return Sentences(text, lang.L("Try again."))
}

func notConfirmed(op keys.Operation, key map[string]any, why error) string {
	if said := answeredWith(why); said != "" {
		return Sentences(NotDone(op, key), said)
	}
	return Sentences(byOperation(op,
		lang.L("The server didn't confirm that {{.ID}} was enabled.", key),
		lang.L("The server didn't confirm that {{.ID}} was disabled.", key),
		lang.L("The server didn't confirm that {{.ID}} was deleted.", key)), noAnswer(why))
}

func stateStill(s client.State) string {
	return lang.L("The key's state is still “{{.State}}”.", map[string]any{"State": StateName(s)})
}

// ChangedMeanwhile says that a key is no longer as the user saw it.
func ChangedMeanwhile(name string, state client.State) string {
	data := map[string]any{"ID": name, "State": StateName(state)}
	switch state {
	case client.StateEnabled:
		return lang.L("Nothing was done: {{.ID}} was enabled meanwhile.", data)
	case client.StateDisabled:
		return lang.L("Nothing was done: {{.ID}} was disabled meanwhile.", data)
	case client.StateDeleted:
		return lang.L("Nothing was done: {{.ID}} was deleted meanwhile.", data)
	case client.StateExpired:
		return lang.L("Nothing was done: {{.ID}} has expired meanwhile.", data)
	}
	return lang.L("Nothing was done: the state of {{.ID}} is now “{{.State}}”.", data)
}

// StateNow returns the state of a key; one that is not listed is deleted.
func StateNow(k keys.Key, listed bool) client.State {
	if !listed {
		return client.StateDeleted
	}
	return k.State
}

// NotCreated says that there is no new key, or that it is not known whether there is one, and why.
func NotCreated(err error) string {
	var lost *keys.UnacknowledgedError
	switch {
	case errors.Is(err, keys.ErrPending):
		return lang.L("The last new key is not confirmed yet. You can press New once the list has been reloaded.")
	case errors.Is(err, keys.ErrBusy):
		return StillCreating()
	case errors.As(err, &lost) && lost.Read:
		return Sentences(unconfirmed(lost.Err), NoNewKey())
	case errors.As(err, &lost):
		return Sentences(unconfirmed(lost.Err), Sentences(NotSeen(), stillChecking()))
	}
	return Sentences(lang.L("No key was created."),
		explainWith404(err, lang.L("The server answered that keys can't be created at this address (HTTP 404).")))
}

// BriefNotCreated is NotCreated for where a line above the list says why the server can't be worked with.
func BriefNotCreated(err error) string {
	var lost *keys.UnacknowledgedError
	if client.KindOf(err) == client.KindUnreachable && !errors.As(err, &lost) {
		return Sentences(lang.L("No key was created."), lang.L("The server can't be reached."))
	}
	return NotCreated(err)
}

// StillCreating says that no key is created, because another one is being created.
func StillCreating() string { return lang.L("A key is still being created. Wait until it's there.") }

// NotSeen says that it is not known whether a key was created.
func NotSeen() string { return lang.L("No confirmation that a key was created.") }

// NoNewKey says that the list has no key that was not there before.
func NoNewKey() string {
	return lang.L("The server didn't confirm the new key, and it isn't listed. You can try again; the app tells you if the first one appears.")
}
