package words

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
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

// BatchPartlyDone says that something was done to some of several keys, or to none.
func BatchPartlyDone(op keys.Operation, done, count int) string {
	data := map[string]any{"Done": done, "Count": count}
	return byOperation(op,
		lang.N("Enabled {{.Done}} of {{.Count}} access keys", count, data),
		lang.N("Disabled {{.Done}} of {{.Count}} access keys", count, data),
		lang.N("Deleted {{.Done}} of {{.Count}} access keys", count, data))
}

// BatchAt says which key it is the turn of.
func BatchAt(op keys.Operation, at keys.Step) string {
	data := map[string]any{"Number": at.Number, "Count": at.Count}
	return byOperation(op,
		lang.L("Enabling {{.Number}} of {{.Count}}", data),
		lang.L("Disabling {{.Number}} of {{.Count}}", data),
		lang.L("Deleting {{.Number}} of {{.Count}}", data))
}

// BatchTitle is the title over what is being done to several keys.
func BatchTitle(op keys.Operation) string {
	return byOperation(op,
		lang.L("Enabling access keys"),
		lang.L("Disabling access keys"),
		lang.L("Deleting access keys"))
}

// NothingToDo says that an operation can be done to none of the keys selected.
func NothingToDo(op keys.Operation) string {
	return byOperation(op,
		lang.L("None of the selected keys can be enabled."),
		lang.L("None of the selected keys can be disabled."),
		lang.L("None of the selected keys can be deleted."))
}

// SkipCount says how many of the selected keys are skipped, and why.
func SkipCount(op keys.Operation, why keys.Skip, count, total int) string {
	data := map[string]any{"Count": count, "Total": total}
	switch why {
	case keys.SkipAlready:
		if op == keys.OpEnable {
			return lang.N("{{.Count}} of {{.Total}} are enabled already.", count, data)
		}
		return lang.N("{{.Count}} of {{.Total}} are disabled already.", count, data)
	case keys.SkipDeleted:
		return lang.N("{{.Count}} of {{.Total}} are deleted already.", count, data)
	case keys.SkipExpired:
		return lang.N("{{.Count}} of {{.Total}} are expired.", count, data)
	case keys.SkipNotListed:
		return lang.N("{{.Count}} of {{.Total}} are no longer listed.", count, data)
	case keys.SkipUnseen:
		return lang.N("{{.Count}} of {{.Total}} are not in the part of the list that came.", count, data)
	case keys.SkipUnreadable:
		return lang.N("{{.Count}} of {{.Total}} could not be read.", count, data)
	case keys.SkipPending:
		return lang.N("Of {{.Count}} of {{.Total}} it is not known yet what became of the last change.", count, data)
	case keys.SkipBusy:
		return lang.N("{{.Count}} of {{.Total}} are being worked on.", count, data)
	}
	return lang.N("{{.Count}} of {{.Total}} are in a state that this app does not know.", count, data)
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
		return lang.L("This key is deleted already.")
	case keys.SkipExpired:
		return lang.L("It is expired.")
	case keys.SkipNotListed:
		return lang.L("The server no longer has this access key.")
	case keys.SkipUnseen:
		return Explain(keys.ErrUnseen)
	case keys.SkipUnreadable:
		return Explain(keys.ErrUnreadable)
	case keys.SkipPending:
		return lang.L("It is not known yet what became of its last change.")
	case keys.SkipBusy:
		return lang.L("This is being worked on already. Wait for it to finish.")
	}
	return lang.L("It is in a state that this app does not know.")
}

// OutcomeWord is what became of a key, in a word or two.
func OutcomeWord(op keys.Operation, r keys.Result) string {
	switch r {
	case keys.ResultDone:
		return doneWord(op)
	case keys.ResultNotDone:
		return notDoneWord(op)
	case keys.ResultPending:
		return lang.X("outcome.unknown", "Not known")
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

// OutcomeIcon is the picture of how it went with one key of several.
func OutcomeIcon(r keys.Result) fyne.Resource {
	switch r {
	case keys.ResultDone:
		return theme.NewColoredResource(theme.ConfirmIcon(), style.ColorDotGreen)
	case keys.ResultNotDone:
		return theme.NewColoredResource(theme.ErrorIcon(), style.ColorDanger)
	case keys.ResultPending:
		return theme.NewColoredResource(theme.QuestionIcon(), style.ColorDotOrange)
	case keys.ResultSkipped:
		return theme.NewColoredResource(theme.MediaSkipNextIcon(), style.ColorSecondary)
	}
	return theme.NewColoredResource(theme.ContentRemoveIcon(), style.ColorSecondary)
}

// OutcomeReason says why a key was not done, or nothing.
func OutcomeReason(op keys.Operation, o keys.Outcome, left bool) string {
	var lost *keys.UnacknowledgedError
	switch {
	case o.Skip == keys.SkipChanged:
		return lang.L("Its state is “{{.State}}” by now, so nothing was done.", map[string]any{"State": StateName(o.State)})
	case errors.As(o.Err, &lost) && lost.Read:
		return lang.L("The answer was lost, and the state read afterwards is “{{.State}}”.", map[string]any{"State": StateName(lost.State)})
	case o.Result == keys.ResultPending && left:
		return LookLater()
	case o.Result == keys.ResultPending:
		return toldLater()
	case o.Skip != "":
		return skipReason(op, o.Skip)
	case gone(o.Err):
		return lang.L("The server no longer has this access key.")
	case o.Err != nil:
		return Explain(o.Err)
	}
	return ""
}

// EndingReason says why keys were not tried, or nothing.
func EndingReason(b keys.Batch, locked, left bool) string {
	switch {
	case b.Ending == "":
		return ""
	case left && b.Ending == keys.EndStopped:
		return lang.L("The rest was not tried, because the session was left.")
	case b.Ending == keys.EndOwnKept:
		return lang.L("The key that this app is signed in with comes last. It was not tried: without it, what is left could not be tried again.")
	case locked:
		return lang.L("The rest was not tried, because the window was locked.")
	case b.Ending == keys.EndStopped:
		return lang.L("The rest was not tried, because you stopped it.")
	case b.Ending == keys.EndUnread:
		return Sentences(lang.L("Nothing was done, because the list could not be read first."), Explain(b.Err))
	}
	return Sentences(lang.L("The rest was not tried, because it would have failed too."), Explain(b.Err))
}
