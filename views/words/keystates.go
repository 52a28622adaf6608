package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// StateName returns the name of a state.
func StateName(s client.State) string {
	switch s {
	case client.StateEnabled:
		return lang.X("state.enabled", "Enabled")
	case client.StateDisabled:
		return lang.X("state.disabled", "Disabled")
	case client.StateExpired:
		return lang.X("state.expired", "Expired")
	case client.StateDeleted:
		return lang.X("state.deleted", "Deleted")
	case client.StateUnreadable:
		return lang.X("state.unreadable", "Unreadable")
	case "":
		return lang.X("state.unknown", "Unknown")
	}
	return string(s)
}

// Names returns the texts by which keys are sorted and searched: the names of states and months, and what noted
// returns. noted may be nil.
func Names(noted func(*keys.Key) keys.Noted) keys.Names {
	return keys.Names{State: StateName, Month: monthName, Noted: noted}
}

// NoSecret returns why a key in this state has no secret to show, copy or check, or "" if it has one.
func NoSecret(s client.State) string {
	switch {
	case s == client.StateUnreadable:
		return Explain(keys.ErrUnreadable)
	case !keys.CanReveal(s):
		return lang.L("A deleted key no longer has a secret.")
	}
	return ""
}

// ToggleVerb returns what a button says that changes a key's state, or "" if the state cannot be changed.
func ToggleVerb(s client.State) string {
	switch keys.Toggle(s) {
	case keys.OpDisable:
		return lang.L("Disable")
	case keys.OpEnable:
		return lang.L("Enable")
	}
	return ""
}
