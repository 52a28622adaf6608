package words

import (
	"cmp"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/style"
)

// BatchDone says that something was done to several keys.
func BatchDone(op keys.Operation, count int) string {
	data := map[string]any{"Count": count}
	return byOperation(op,
		lang.N("Enabled {{.Count}} access keys", count, data),
		lang.N("Disabled {{.Count}} access keys", count, data),
		lang.N("Deleted {{.Count}} access keys", count, data))
}

// BatchNotDone says of several keys that none was changed.
func BatchNotDone(op keys.Operation, count int) string {
	data := map[string]any{"Count": count}
	return byOperation(op,
		lang.N("None of the {{.Count}} access keys was enabled", count, data),
		lang.N("None of the {{.Count}} access keys was disabled", count, data),
		lang.N("None of the {{.Count}} access keys was deleted", count, data))
}

// DoTheRest returns what a button says that goes on with the keys that a batch has left. partlyTried means that there
// are some that it has not tried, and others that it has.
func DoTheRest(op keys.Operation, partlyTried bool) string {
	if partlyTried {
		return byOperation(op, lang.L("Enable the Rest"), lang.L("Disable the Rest"), lang.L("Delete the Rest"))
	}
	return lang.L("Try Again")
}

// BatchPartlyDone says that something was done to some of several keys.
func BatchPartlyDone(op keys.Operation, done, count int) string {
	data := map[string]any{"Done": done, "Count": count}
	return byOperation(op,
		lang.N("Enabled {{.Done}} of {{.Count}} access keys", count, data),
		lang.N("Disabled {{.Done}} of {{.Count}} access keys", count, data),
		lang.N("Deleted {{.Done}} of {{.Count}} access keys", count, data))
}

// BatchAt says which key of the batch is being changed.
func BatchAt(op keys.Operation, at keys.Step) string {
	data := map[string]any{"Number": at.Number, "Count": at.Count}
	return byOperation(op,
		lang.L("Enabling {{.Number}} of {{.Count}}", data),
		lang.L("Disabling {{.Number}} of {{.Count}}", data),
		lang.L("Deleting {{.Number}} of {{.Count}}", data))
}

// BatchTitle returns the title for a batch under way.
func BatchTitle(op keys.Operation) string {
	return byOperation(op,
		lang.L("Enabling access keys"),
		lang.L("Disabling access keys"),
		lang.L("Deleting access keys"))
}

// NothingToDo says that an operation is possible for none of the selected keys; skips is made of what SkipCount returns.
func NothingToDo(op keys.Operation, skips []string) string {
	data := map[string]any{"Which": List(skips)}
	return byOperation(op,
		lang.L("None of the selected keys can be enabled: {{.Which}}.", data),
		lang.L("None of the selected keys can be disabled: {{.Which}}.", data),
		lang.L("None of the selected keys can be deleted: {{.Which}}.", data))
}

// SkipCount says how many of the selected keys are skipped, and why, for a list in a sentence.
func SkipCount(op keys.Operation, why keys.Skip, count int) string {
	data := map[string]any{"Count": count}
	switch why {
	case keys.SkipAlready:
		if op == keys.OpEnable {
			return lang.L("{{.Count}} already enabled", data)
		}
		return lang.L("{{.Count}} already disabled", data)
	case keys.SkipDeleted:
		return lang.L("{{.Count}} already deleted", data)
	case keys.SkipExpired:
		return lang.L("{{.Count}} expired", data)
	case keys.SkipNotListed:
		return lang.L("{{.Count}} no longer listed", data)
	case keys.SkipUnseen:
		return lang.L("{{.Count}} not in the part of the list that the server sent", data)
	case keys.SkipUnreadable:
		return lang.L("{{.Count}} unreadable", data)
	case keys.SkipPending:
		return lang.L("{{.Count}} with a change that is not confirmed yet", data)
	case keys.SkipBusy:
		return lang.L("{{.Count}} busy", data)
	}
	return lang.L("{{.Count}} in an unknown state", data)
}

// LeftOut says which of the selected keys are left alone; skips is made of what SkipCount returns.
func LeftOut(skips []string) string {
	return lang.L("Left out: {{.Which}}.", map[string]any{"Which": List(skips)})
}

// NotPossible says why an operation on one key, which is in a state, is not possible now.
func NotPossible(op keys.Operation, state client.State, why keys.Skip) string {
	switch why {
	case keys.SkipPending:
		return Explain(keys.ErrPending)
	case keys.SkipAlready:
		if op == keys.OpEnable {
			return lang.L("This key is already enabled.")
		}
		return lang.L("This key is already disabled.")
	case keys.SkipExpired:
		return lang.L("This key has expired, so it can't be enabled or disabled.")
	case keys.SkipState:
		return lang.L("The state of this key is “{{.State}}”, so it can't be enabled or disabled.", map[string]any{"State": StateName(state)})
	}
	return skipReason(op, why)
}

// skipReason says why one key was skipped.
func skipReason(op keys.Operation, why keys.Skip) string {
	switch why {
	case keys.SkipAlready:
		if op == keys.OpEnable {
			return lang.L("It was enabled already.")
		}
		return lang.L("It was disabled already.")
	case keys.SkipDeleted:
		return lang.L("This key is already deleted.")
	case keys.SkipExpired:
		return lang.L("It has expired.")
	case keys.SkipNotListed:
		return lang.L("This access key no longer exists on the server.")
	case keys.SkipUnseen:
		return Explain(keys.ErrUnseen)
	case keys.SkipUnreadable:
		return Explain(keys.ErrUnreadable)
	case keys.SkipTouched:
		return lang.L("Nothing was done: it has been changed elsewhere meanwhile.")
	case keys.SkipPending:
		return lang.L("Its last change is not confirmed yet.")
	case keys.SkipBusy:
		return lang.L("This key is busy. Wait until it's done.")
	}
	return lang.L("This app does not know its state.")
}

// OutcomeWord returns the outcome for a key in a word or two.
func OutcomeWord(op keys.Operation, r keys.Result) string {
	switch r {
	case keys.ResultDone:
		return doneWord(op)
	case keys.ResultNotDone:
		return notDoneWord(op)
	case keys.ResultPending:
		return lang.L("Unconfirmed")
	case keys.ResultSkipped:
		return lang.X("outcome.skipped", "Skipped")
	}
	return lang.X("outcome.notTried", "Not tried")
}

func doneWord(op keys.Operation) string {
	return byOperation(op,
		lang.X("outcome.enabled", "Enabled"),
		lang.X("outcome.disabled", "Disabled"),
		lang.X("outcome.deleted", "Deleted"))
}

func notDoneWord(op keys.Operation) string {
	return byOperation(op,
		lang.X("outcome.notEnabled", "Not enabled"),
		lang.X("outcome.notDisabled", "Not disabled"),
		lang.X("outcome.notDeleted", "Not deleted"))
}

// OutcomeIcon returns the icon of the outcome for a key.
func OutcomeIcon(r keys.Result) fyne.Resource {
	switch r {
	case keys.ResultDone:
		return style.DoneSign()
	case keys.ResultNotDone:
		return style.ErrorSign()
	case keys.ResultPending:
		return style.UnknownSign()
	case keys.ResultSkipped:
		return theme.NewColoredResource(theme.MediaSkipNextIcon(), style.ColorSecondary)
	}
	return theme.NewColoredResource(theme.ContentRemoveIcon(), style.ColorSecondary)
}

// OutcomeReason says why a key was not changed, or returns "" if there is no reason to tell. left means that the user
// has left the session.
func OutcomeReason(op keys.Operation, o keys.Outcome, left bool) string {
	var lost *keys.UnacknowledgedError
	switch {
	case o.Skip == keys.SkipChanged:
		return lang.L("Nothing was done: its state is now “{{.State}}”.", map[string]any{"State": StateName(o.State)})
	case errors.As(o.Err, &lost) && lost.Read:
		return Sentences(cmp.Or(unconfirmed(lost.Err), lang.L("The server didn't confirm the change.")), stateStill(lost.State))
	case o.Result == keys.ResultPending && left:
		return CheckStateLater()
	case o.Result == keys.ResultPending:
		return stillChecking()
	case o.Skip != "":
		return skipReason(op, o.Skip)
	case isGone(o.Err):
		return lang.L("This access key no longer exists on the server.")
	case o.Err != nil:
		return ExplainOfKey(o.Err)
	}
	return ""
}
