package views

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
)

// outcome says that something was done with a key.
func outcome(op app.Operation, id string) string {
	key := map[string]any{"ID": id}
	switch op {
	case app.OpEnable:
		return lang.L("Enabled {{.ID}}", key)
	case app.OpDisable:
		return lang.L("Disabled {{.ID}}", key)
	}
	return lang.L("Deleted {{.ID}}", key)
}

// failure says that something was not done with a key, or that nobody knows, and why.
func failure(op app.Operation, id string, err error) string {
	var lost *app.LostError
	var changed *app.ChangedError
	var unchecked *app.UncheckedError
	what := notDone(op, map[string]any{"ID": id})
	switch {
	case errors.As(err, &lost) && lost.Read:
		return notDoneSoFar(op, id, lost.State)
	case errors.As(err, &lost):
		return sentences(notKnown(op, id), toldLater())
	case errors.As(err, &changed):
		return changedMeanwhile(id, changed.State)
	case errors.As(err, &unchecked):
		return sentences(sentences(what, lang.L("First it was to be seen whether it is still as you were shown it, and that could not be read.")), explain(err))
	case gone(err), op == app.OpReveal && client.KindOf(err) == client.KindNotFound:
		return sentences(what, lang.L("The server no longer has this access key."))
	}
	return sentences(what, explain(err))
}

// gone tells whether the list says that a key is gone: a 404 may be a proxy's.
func gone(err error) bool { return errors.Is(err, app.ErrNotListed) || errors.Is(err, app.ErrDeleted) }

func notDone(op app.Operation, key map[string]any) string {
	switch op {
	case app.OpEnable:
		return lang.L("{{.ID}} was not enabled.", key)
	case app.OpDisable:
		return lang.L("{{.ID}} was not disabled.", key)
	case app.OpDelete:
		return lang.L("{{.ID}} was not deleted.", key)
	}
	return lang.L("The secret of {{.ID}} could not be fetched.", key)
}

func notKnown(op app.Operation, id string) string {
	key := map[string]any{"ID": id}
	switch op {
	case app.OpEnable:
		return lang.L("It is not known whether {{.ID}} was enabled: the answer was lost.", key)
	case app.OpDisable:
		return lang.L("It is not known whether {{.ID}} was disabled: the answer was lost.", key)
	}
	return lang.L("It is not known whether {{.ID}} was deleted: the answer was lost.", key)
}

// toldLater says when it will be known.
func toldLater() string { return lang.L("You are told as soon as the list can be read.") }

// lookLater says how to know it when the session has been left.
func lookLater() string { return lang.L("Look at its state when you are signed in again.") }

// nowDone says that a key is as it was to be, after that was not known.
func nowDone(op app.Operation, id string) string {
	key := map[string]any{"ID": id}
	switch op {
	case app.OpEnable:
		return lang.L("Now it is known: {{.ID}} is enabled.", key)
	case app.OpDisable:
		return lang.L("Now it is known: {{.ID}} is disabled.", key)
	}
	return lang.L("Now it is known: {{.ID}} is deleted.", key)
}

// notDoneSoFar says that the answer was lost, and in which state the key was seen to be then.
func notDoneSoFar(op app.Operation, id string, state client.State) string {
	data := map[string]any{"ID": id, "State": stateName(state)}
	text := ""
	switch op {
	case app.OpEnable:
		text = lang.L("{{.ID}} is not enabled so far: the answer was lost, and the state read afterwards is “{{.State}}”.", data)
	case app.OpDisable:
		text = lang.L("{{.ID}} is not disabled so far: the answer was lost, and the state read afterwards is “{{.State}}”.", data)
	default:
		text = lang.L("{{.ID}} is not deleted so far: the answer was lost, and the state read afterwards is “{{.State}}”.", data)
	}
	if state == client.StateDeleted {
		return text
	}
	return sentences(text, lang.L("Try again."))
}

// changedMeanwhile says that a key is no longer as the person saw it.
func changedMeanwhile(id string, state client.State) string {
	data := map[string]any{"ID": id, "State": stateName(state)}
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

// stateNow is what a key is by now: deleted where it is not listed.
func stateNow(k app.Key, listed bool) client.State {
	if !listed {
		return client.StateDeleted
	}
	return k.State
}

// notCreated says that there is no new key, or that nobody knows, and why.
func notCreated(err error) string {
	var lost *app.LostError
	switch {
	case errors.Is(err, app.ErrPending):
		return lang.L("It is not known yet whether the last key was created. Once the list is read again, you are told, and can press New.")
	case errors.As(err, &lost) && lost.Read:
		return noNewKey()
	case errors.As(err, &lost):
		return sentences(notSeen(), toldLater())
	}
	return sentences(lang.L("No key was created."), explain(err))
}

func notSeen() string { return lang.L("It could not be seen whether a key was created.") }

// noNewKey says that the list has no key that was not there before.
func noNewKey() string {
	return lang.L("The answer was lost, and no new key is in the list so far. You can press New again; should the first key turn up, you are told.")
}
