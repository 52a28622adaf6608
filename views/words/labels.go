package words

import (
	"time"

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

func monthName(m time.Month) string {
	return []string{
		lang.X("month.1", "January"), lang.X("month.2", "February"), lang.X("month.3", "March"), lang.X("month.4", "April"),
		lang.X("month.5", "May"), lang.X("month.6", "June"), lang.X("month.7", "July"), lang.X("month.8", "August"),
		lang.X("month.9", "September"), lang.X("month.10", "October"), lang.X("month.11", "November"), lang.X("month.12", "December"),
	}[m-1]
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

// Fetching is what a row says in place of a secret that is being fetched.
func Fetching() string { return lang.L("Fetching…") }

// Progress is what a row says while its key is being changed, or has an outcome that is not known.
func Progress(k keys.Key) string {
	switch k.Busy {
	case keys.OpEnable:
		return lang.L("Enabling…")
	case keys.OpDisable:
		return lang.L("Disabling…")
	case keys.OpDelete:
		return lang.L("Deleting…")
	}
	if k.Pending != "" {
		return lang.L("Unconfirmed")
	}
	return ""
}

// DateAndTime is a moment in the user's own time zone, on two lines as in the console.
func DateAndTime(t time.Time) (date, clock string) {
	if t.IsZero() {
		return "–", ""
	}
	t = t.Local()
	return t.Format(time.DateOnly), t.Format(time.TimeOnly)
}

// UnreadTime is a date that the server gave as a text that cannot be read.
func UnreadTime(text string) string {
	return lang.L("unreadable; the server says “{{.Text}}”", map[string]any{"Text": text})
}

// ExactTime is a moment to the millisecond with its zone, or nothing.
func ExactTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format("2006-01-02 15:04:05.000 MST (UTC-07:00)")
}
