package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/copyas"
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/client"
)

// ActionName returns the name of an action in the history.
func ActionName(a history.Action) string {
	switch a {
	case history.Create:
		return lang.X("history.create", "Create")
	case history.Enable:
		return lang.X("history.enable", "Enable")
	case history.Disable:
		return lang.X("history.disable", "Disable")
	case history.Delete:
		return lang.X("history.delete", "Delete")
	case history.Show:
		return lang.X("history.show", "Show secret")
	case history.Copy:
		return lang.X("history.copy", "Copy")
	case history.Check:
		return lang.X("history.check", "Check")
	case history.Note:
		return lang.X("history.note", "Edit label or note")
	case history.ReplaceBegin:
		return lang.X("history.replaceBegin", "Begin replacement")
	case history.ReplaceFinish:
		return lang.X("history.replaceFinish", "Finish replacement")
	case history.ReplaceAbandon:
		return lang.X("history.replaceAbandon", "Abandon replacement")
	case history.Elsewhere:
		return lang.X("history.elsewhere", "Changed elsewhere")
	case history.SignIn:
		return lang.X("history.signIn", "Sign in")
	case history.Open:
		return lang.X("history.open", "Open account")
	case history.Switch:
		return lang.X("history.switch", "Switch account")
	case history.LogOut:
		return lang.X("history.logOut", "Log out")
	case history.Remove:
		return lang.X("history.removeAccount", "Remove account")
	case history.Lock:
		return lang.X("history.lock", "Lock")
	case history.Unlock:
		return lang.X("history.unlock", "Unlock")
	case history.WrongPIN:
		return lang.X("history.wrongPIN", "Wrong PIN")
	case history.SetPIN:
		return lang.X("history.setPIN", "Set PIN")
	case history.ChangePIN:
		return lang.X("history.changePIN", "Change PIN")
	case history.RemovePIN:
		return lang.X("history.removePIN", "Remove PIN")
	case history.Off:
		return lang.X("history.off", "History turned off")
	case history.Clear:
		return lang.X("history.clear", "History cleared")
	}
	return string(a) // of a later version
}

// EventOutcome returns the outcome of an event in the history.
func EventOutcome(e history.Event) string {
	switch {
	case e.Outcome == history.Failed && e.Kind == history.Cancelled:
		return lang.L("Canceled")
	case e.Action == history.Check:
		return checkName(keycheck.Kind(e.Kind), e.State)
	case e.Action == history.WrongPIN:
		return lang.L("Not unlocked")
	case e.Action == history.Elsewhere:
		return lang.L("Now: {{.State}}", map[string]any{"State": StateName(e.State)})
	case e.Outcome == history.Pending:
		return lang.L("Unconfirmed")
	case e.Outcome == history.Resolved && e.Kind == "":
		return lang.L("Done after all")
	case e.Outcome == history.Resolved:
		return lang.L("Not done after all")
	case e.Outcome == history.Failed && e.Kind == history.Unconfirmed && e.State != "":
		reason := lang.L("its state was still “{{.State}}”", map[string]any{"State": StateName(e.State)})
		return lang.L("Failed: {{.Reason}}", map[string]any{"Reason": reason})
	case e.Outcome == history.Failed:
		return lang.L("Failed: {{.Reason}}", map[string]any{"Reason": failureName(e.Kind)})
	}
	return lang.L("Done")
}

// CheckedBefore says when a key was checked in an earlier run, and what the check found.
func CheckedBefore(f history.Facts) string {
	return lang.L("{{.Time}}: {{.Result}}", map[string]any{"Time": EventTime(f.Checked), "Result": checkName(keycheck.Kind(f.CheckKind), f.CheckState)})
}

// checkName returns the result of a check in a few words.
func checkName(kind keycheck.Kind, state client.State) string {
	switch kind {
	case keycheck.Accepted:
		return lang.L("Accepted")
	case keycheck.AcceptedInactive:
		return stillAccepted(state)
	case keycheck.Refused:
		return lang.L("Refused")
	case keycheck.RefusedInactive:
		return rightlyRefused(state)
	case keycheck.ClockDiffers:
		return lang.L("The clocks differ")
	case keycheck.NoSecret:
		return lang.L("No secret to check with")
	}
	return lang.L("No answer about the key")
}

func stillAccepted(state client.State) string {
	switch state {
	case client.StateDisabled:
		return lang.L("Still accepted, although disabled")
	case client.StateExpired:
		return lang.L("Still accepted, although expired")
	}
	return lang.L("Still accepted, although not enabled")
}

func rightlyRefused(state client.State) string {
	switch state {
	case client.StateDisabled:
		return lang.L("Refused, as a disabled key should be")
	case client.StateExpired:
		return lang.L("Refused, as an expired key should be")
	}
	return lang.L("Refused, as it should be")
}

// failureName returns the kind of a failure in a few words.
func failureName(kind string) string {
	switch kind {
	case history.Changed:
		return lang.L("the key had changed")
	case history.Unconfirmed:
		return lang.L("not confirmed by the server")
	case history.NotKept:
		return lang.L("not in the keyring")
	case history.Keyring:
		return lang.L("no access to the keyring")
	case history.OfWrongPIN:
		return lang.L("wrong PIN")
	}
	switch client.Kind(kind) {
	case client.KindUnauthorized:
		return lang.L("key not accepted")
	case client.KindClock:
		return lang.L("clocks differ")
	case client.KindUnreachable, client.KindTimeout, client.KindGateway:
		return lang.L("server not reached")
	case client.KindCertificate, client.KindTLS, client.KindNotTLS, client.KindWantsTLS, client.KindPlain,
		client.KindNoOwnCertificate, client.KindOwnCertificate:
		return lang.L("no secure connection")
	case client.KindProxy, client.KindProxyAuth, client.KindProxyLogin, client.KindProxyRefused, client.KindProxySocks:
		return lang.L("proxy")
	case client.KindForbidden:
		return lang.L("not allowed")
	case client.KindNotFound:
		return lang.L("no such key")
	case client.KindThrottled:
		return lang.L("too many requests")
	case client.KindRefused:
		return lang.L("refused by the server")
	case client.KindLocked:
		return lang.L("the window was locked")
	case client.KindMasked:
		return lang.L("the server gives no secret")
	case client.KindServer:
		return lang.L("server error")
	}
	return lang.L("unexpected answer")
}

// EventName returns the name of an event in the history: its action, whether that was to undo another, and what was copied.
func EventName(e history.Event) string {
	name := ActionName(e.Action)
	switch {
	case e.Action == history.Elsewhere && e.State == client.StateExpired: // by itself
		return lang.X("history.expired", "Expired")
	case e.Undo:
		return lang.L("{{.Action}} (undo)", map[string]any{"Action": name})
	case e.Format == "":
		return name
	case e.Format == history.FormatSecret:
		return lang.X("history.copySecret", "Copy secret")
	}
	return lang.L("{{.Action}}: {{.Format}}", map[string]any{"Action": name, "Format": FormatName(copyas.Format(e.Format))})
}

// EventSentence returns the name and the outcome of an event.
func EventSentence(e history.Event) string {
	return lang.L("{{.Action}}: {{.Outcome}}", map[string]any{"Action": EventName(e), "Outcome": EventOutcome(e)})
}
