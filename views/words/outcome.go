package words

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// byOperation is what is said of an operation that changes keys.
func byOperation(op keys.Operation, enabling, disabling, deleting string) string {
	switch op {
	case keys.OpEnable:
		return enabling
	case keys.OpDisable:
		return disabling
	}
	return deleting
}

// Outcome says that something was done with a key.
func Outcome(op keys.Operation, id string) string {
	key := map[string]any{"ID": id}
	return byOperation(op,
		lang.L("Enabled {{.ID}}", key),
		lang.L("Disabled {{.ID}}", key),
		lang.L("Deleted {{.ID}}", key))
}

// Failure says that something was not done with a key, or that nobody knows, and why.
func Failure(op keys.Operation, id string, err error) string {
	var lost *keys.UnacknowledgedError
	var changed *keys.ChangedError
	var unchecked *keys.UncheckedError
	what := NotDone(op, map[string]any{"ID": id})
	switch {
	case errors.As(err, &lost) && lost.Read:
		return NotDoneSoFar(op, id, lost.State)
	case errors.As(err, &lost):
		return Sentences(NotKnown(op, id), toldLater())
	case errors.As(err, &changed):
		return ChangedMeanwhile(id, changed.State)
	case errors.As(err, &unchecked):
		return Sentences(Sentences(what, lang.L("First it was to be seen whether it is still as you were shown it, and that could not be read.")), Explain(err))
	case gone(err), op == keys.OpReveal && client.KindOf(err) == client.KindNotFound:
		return Sentences(what, lang.L("The server no longer has this access key."))
	}
	return Sentences(what, Explain(err))
}

// gone tells whether the list says that a key is gone: a 404 may be a proxy's.
func gone(err error) bool {
	return errors.Is(err, keys.ErrNotListed) || errors.Is(err, keys.ErrDeleted)
}

// NotDone says that an operation was not done.
func NotDone(op keys.Operation, key map[string]any) string {
	switch op {
	case keys.OpEnable:
		return lang.L("{{.ID}} was not enabled.", key)
	case keys.OpDisable:
		return lang.L("{{.ID}} was not disabled.", key)
	case keys.OpDelete:
		return lang.L("{{.ID}} was not deleted.", key)
	}
	return lang.L("The secret of {{.ID}} could not be fetched.", key)
}

// NotKnown says that it is not known whether an operation was done.
func NotKnown(op keys.Operation, id string) string {
	key := map[string]any{"ID": id}
	return byOperation(op,
		lang.L("It is not known whether {{.ID}} was enabled: the answer was lost.", key),
		lang.L("It is not known whether {{.ID}} was disabled: the answer was lost.", key),
		lang.L("It is not known whether {{.ID}} was deleted: the answer was lost.", key))
}

// toldLater says when it will be known.
func toldLater() string { return lang.L("You are told as soon as the list can be read.") }

// LookLater says how to know it when the session has been left.
func LookLater() string { return lang.L("Look at its state when you are signed in again.") }

// NowDone says that a key is as it was to be, after that was not known.
func NowDone(op keys.Operation, id string) string {
	key := map[string]any{"ID": id}
	return byOperation(op,
		lang.L("Now it is known: {{.ID}} is enabled.", key),
		lang.L("Now it is known: {{.ID}} is disabled.", key),
		lang.L("Now it is known: {{.ID}} is deleted.", key))
}

// NotDoneSoFar says that the answer was lost, and in which state the key was seen to be then.
func NotDoneSoFar(op keys.Operation, id string, state client.State) string {
	data := map[string]any{"ID": id, "State": StateName(state)}
	text := ""
	switch op {
	case keys.OpEnable:
		text = lang.L("{{.ID}} is not enabled so far: the answer was lost, and the state read afterwards is “{{.State}}”.", data)
	case keys.OpDisable:
		text = lang.L("{{.ID}} is not disabled so far: the answer was lost, and the state read afterwards is “{{.State}}”.", data)
	default:
		text = lang.L("{{.ID}} is not deleted so far: the answer was lost, and the state read afterwards is “{{.State}}”.", data)
	}
	if state == client.StateDeleted {
		return text
	}
	return Sentences(text, lang.L("Try again."))
}

// ChangedMeanwhile says that a key is no longer as the user saw it.
func ChangedMeanwhile(id string, state client.State) string {
	data := map[string]any{"ID": id, "State": StateName(state)}
	switch state {
	case client.StateEnabled:
		return lang.L("{{.ID}} was enabled meanwhile, so nothing was done.", data)
	case client.StateDisabled:
		return lang.L("{{.ID}} was disabled meanwhile, so nothing was done.", data)
	case client.StateDeleted:
		return lang.L("{{.ID}} was deleted meanwhile, so nothing was done.", data)
	case client.StateExpired:
		return lang.L("{{.ID}} has expired meanwhile, so nothing was done.", data)
	}
	return lang.L("The state of {{.ID}} is “{{.State}}” by now, so nothing was done.", data)
}

// StateNow is what a key is by now: deleted where it is not listed.
func StateNow(k keys.Key, listed bool) client.State {
	if !listed {
		return client.StateDeleted
	}
	return k.State
}

// NotCreated says that there is no new key, or that nobody knows, and why.
func NotCreated(err error) string {
	var lost *keys.UnacknowledgedError
	switch {
	case errors.Is(err, keys.ErrPending):
		return lang.L("It is not known yet whether the last key was created. Once the list is read again, you are told, and can press New.")
	case errors.As(err, &lost) && lost.Read:
		return NoNewKey()
	case errors.As(err, &lost):
		return Sentences(NotSeen(), toldLater())
	}
	return Sentences(lang.L("No key was created."), Explain(err))
}

// NotSeen says that it is not known whether a key was created.
func NotSeen() string { return lang.L("It could not be seen whether a key was created.") }

// NoNewKey says that the list has no key that was not there before.
func NoNewKey() string {
	return lang.L("The answer was lost, and no new key is in the list so far. You can press New again; should the first key turn up, you are told.")
}
