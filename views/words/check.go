package words

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/style"
)

// Checked says what the check of a key found.
func Checked(name string, r keycheck.Result) string {
	data := map[string]any{"ID": name, "State": StateName(r.State)}
	switch r.Kind {
	case keycheck.Accepted:
		return lang.L("The server accepts {{.ID}}.", data)
	case keycheck.AcceptedInactive:
		return lang.L("The server still accepts {{.ID}}, although its state is “{{.State}}”.", data)
	case keycheck.RefusedInactive:
		return lang.L("The server refuses {{.ID}}, as it should: its state is “{{.State}}”.", data)
	case keycheck.Refused:
		return Sentences(lang.L("The server refuses {{.ID}}, although its state is “{{.State}}”.", data), refusedAdvice(r.Err))
	}
	return Sentences(lang.L("Couldn't check {{.ID}}.", data), CheckReason(r))
}

// CheckWord returns the result of a check in a word or two.
func CheckWord(r keycheck.Result) string {
	switch r.Kind {
	case keycheck.Accepted:
		return lang.X("check.accepted", "Accepted")
	case keycheck.AcceptedInactive:
		return lang.X("check.stillAccepted", "Still accepted")
	case keycheck.Refused, keycheck.RefusedInactive:
		return lang.X("check.refused", "Refused")
	}
	return NotChecked()
}

// NotChecked is CheckWord for a key that was not checked.
func NotChecked() string { return lang.X("check.notChecked", "Not checked") }

// CheckReason says what CheckWord does not, or returns "" if the word is enough.
func CheckReason(r keycheck.Result) string {
	data := map[string]any{"State": StateName(r.State)}
	var secret *keycheck.SecretError
	switch {
	case r.Kind == keycheck.Accepted:
		return ""
	case r.Kind == keycheck.AcceptedInactive:
		return lang.L("Although its state is “{{.State}}”.", data)
	case r.Kind == keycheck.RefusedInactive:
		return lang.L("As it should be: its state is “{{.State}}”.", data)
	case r.Kind == keycheck.Refused:
		return Sentences(lang.L("Although its state is “{{.State}}”.", data), refusedAdvice(r.Err))
	case errors.Is(r.Err, keycheck.ErrOtherUser):
		return lang.L("The server answered with another user's key. Ask its administrator.")
	case isGone(r.Err):
		return lang.L("A deleted key no longer has a secret.")
	case errors.As(r.Err, &secret) && keys.Rejected(r.Err):
		return lang.L("The server rejected your sign-in key, which is needed to fetch the secret.")
	case r.Kind == keycheck.NoSecret && errors.As(r.Err, &secret):
		return Sentences(lang.L("There is no secret to sign with."), explainUnanswered(secret.Err))
	}
	return explainUnanswered(r.Err)
}

// explainUnanswered is Explain for a check that got no answer from the API. What Explain says about an answer of
// something else is advice for signing in.
func explainUnanswered(err error) string {
	switch client.KindOf(err) {
	case client.KindNotJSON, client.KindMalformed:
		return lang.L("Something other than the API answered, so nothing is known about the key. Check it again later, or ask your administrator whether a proxy or gateway changes the responses.")
	case client.KindUnreachable:
		return Briefly(err) // a line above the list says more
	}
	return ExplainOfKey(err)
}

// refusedAdvice says what to do about a key that is refused although it is enabled.
func refusedAdvice(err error) string {
	var server *client.Error
	advice := lang.L("Check it again in a minute. If it is still refused, use another key.")
	if !errors.As(err, &server) {
		return advice
	}
	return serverSaid(advice, server.Message)
}

// CheckIcon returns the icon of the result of a check.
func CheckIcon(r keycheck.Result) fyne.Resource {
	switch r.Kind {
	case keycheck.Accepted:
		return style.DoneSign()
	case keycheck.RefusedInactive:
		return style.InfoSign() // as it should be, but a tick would read as accepted
	case keycheck.AcceptedInactive, keycheck.Refused:
		return style.ErrorSign()
	}
	return style.UnknownSign()
}

// SeveralChecked returns the title for the results of checking several keys.
func SeveralChecked(s keycheck.Several) string {
	done := 0
	for _, r := range s.Results {
		if CheckWord(r) != NotChecked() {
			done++
		}
	}
	count := len(s.Results) + len(s.Left)
	switch done {
	case count:
		return lang.N("Checked {{.Count}} access keys", count, map[string]any{"Count": count})
	case 0:
		return lang.N("None of the {{.Count}} access keys was checked", count, map[string]any{"Count": count})
	}
	return lang.N("Checked {{.Done}} of {{.Count}} access keys", count, map[string]any{"Done": done, "Count": count})
}

// CheckingAt says which of several keys is being checked.
func CheckingAt(at keys.Step) string {
	return lang.L("Checking {{.Number}} of {{.Count}}", map[string]any{"Number": at.Number, "Count": at.Count})
}

// ChecksEnded says why some keys were not checked, or returns "" if all were. locked means that the window was locked.
func ChecksEnded(s keycheck.Several, locked bool) string {
	switch {
	case s.Err == nil:
		return ""
	case locked, client.KindOf(s.Err) == client.KindLocked:
		return lang.L("The rest were not tried: the window was locked.")
	case errors.Is(s.Err, context.Canceled):
		return lang.L("The rest were not tried: you stopped it.")
	}
	return lang.L("The rest were not tried: they would have failed too.")
}

// CheckedAgain says what another check of several keys found that the server had accepted although they are not
// enabled.
func CheckedAgain(s keycheck.Several) string {
	count, total := len(s.StillAccepted()), len(s.Results)+len(s.Left)
	if count == 0 {
		return SeveralChecked(s)
	}
	return lang.N("The server still accepts {{.Count}} of {{.Total}} keys that are not enabled.", count, map[string]any{"Count": count, "Total": total})
}

// CheckAgainIn says in how many seconds keys are checked again. If it is only one, name is its name, otherwise "".
func CheckAgainIn(name string, count, seconds int) string {
	data := map[string]any{"ID": name, "Count": count, "Seconds": seconds}
	if name != "" {
		return lang.L("Checking {{.ID}} again in {{.Seconds}} s.", data)
	}
	return lang.N("Checking {{.Count}} access keys again in {{.Seconds}} s.", count, data)
}

// LastCheck says when a key was checked and what the check found.
func LastCheck(r keycheck.Result) string {
	data := map[string]any{"Time": EventTime(r.At), "Result": CheckWord(r), "Reason": CheckReason(r)}
	if data["Reason"] == "" {
		return lang.L("{{.Time}}: {{.Result}}", data)
	}
	return lang.L("{{.Time}}: {{.Result}}. {{.Reason}}", data)
}
