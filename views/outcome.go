package views

import (
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
	what := notDone(op, map[string]any{"ID": id})
	if op != app.OpReveal && app.Uncertain(err) {
		what = notKnown(op, map[string]any{"ID": id})
	}
	if client.KindOf(err) == client.KindNotFound {
		return sentences(what, lang.L("The server no longer has this access key."))
	}
	return sentences(what, explain(err))
}

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

func notKnown(op app.Operation, key map[string]any) string {
	switch op {
	case app.OpEnable:
		return lang.L("It is not known whether {{.ID}} was enabled; look at its state once the list is read again.", key)
	case app.OpDisable:
		return lang.L("It is not known whether {{.ID}} was disabled; look at its state once the list is read again.", key)
	}
	return lang.L("It is not known whether {{.ID}} was deleted; look at its state once the list is read again.", key)
}

// notCreated says that there is no new key, or that nobody knows, and why.
func notCreated(err error) string {
	if client.KindOf(err) == client.KindUnconfirmed {
		return explain(err)
	}
	return sentences(lang.L("No key was created."), explain(err))
}
