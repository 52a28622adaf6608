package words

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/style"
)

// StateLook is how a state is told: in a word, and by the colour of the dot before it.
func StateLook(s client.State) (word string, dot fyne.ThemeColorName) {
	switch s {
	case client.StateEnabled:
		return lang.X("state.enabled", "Enabled"), style.ColorDotGreen
	case client.StateDisabled:
		return lang.X("state.disabled", "Disabled"), style.ColorDotOrange
	case client.StateExpired:
		return lang.X("state.expired", "Expired"), style.ColorDotRed
	case client.StateDeleted:
		return lang.X("state.deleted", "Deleted"), style.ColorDotGrey
	case client.StateUnreadable:
		return lang.X("state.unreadable", "Unreadable"), style.ColorDotGrey
	case "":
		return lang.X("state.unknown", "Unknown"), style.ColorDotGrey
	}
	return string(s), style.ColorDotGrey
}

// StateName is what a state is called.
func StateName(s client.State) string {
	word, _ := StateLook(s)
	return word
}

// Names is what states and months are called, and keys by what the user has noted, which may be nil.
func Names(noted func(*keys.Key) keys.Noted) keys.Names {
	return keys.Names{State: StateName, Month: monthName, Noted: noted}
}

// ToggleVerb is what can be done about a key's state, or nothing.
func ToggleVerb(s client.State) string {
	switch s {
	case client.StateEnabled:
		return lang.L("Disable")
	case client.StateDisabled:
		return lang.L("Enable")
	}
	return ""
}

// CanDelete reports whether a key in a state can be deleted.
func CanDelete(s client.State) bool { return s != client.StateDeleted && s != client.StateUnreadable }

// CanReveal reports whether the secret of a key in a state can be fetched.
func CanReveal(s client.State) bool { return CanDelete(s) }
