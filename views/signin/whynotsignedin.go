package signin

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/client"
	"accesskeys/views/words"
)

// whyNotSignedIn says why signing in with what was typed failed.
func whyNotSignedIn(err error) string {
	if gone := keyGone(client.StateSaid(err)); gone != "" {
		return gone
	}
	return words.NotSignedInAt(err)
}

// keyGone says why a key in this state cannot be signed in with, or returns "".
func keyGone(state client.State) string {
	switch state {
	case client.StateExpired:
		return lang.L("This access key has expired. Sign in with another key.")
	case client.StateDisabled:
		return lang.L("This access key is disabled. Sign in with another key.")
	case client.StateDeleted:
		return lang.L("This access key was deleted. Sign in with another key.")
	}
	return ""
}
