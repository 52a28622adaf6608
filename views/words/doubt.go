package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
)

// Doubted says that a list may be another user's, why, and what to do about it.
func Doubted(d app.Doubt) string {
	if d == app.DoubtOwn {
		return lang.L("The access key that the app is signed in with was listed before, and is not listed now. If you did not delete it, it may belong to another user now: log out, and sign in with one of yours. What the keyring keeps was not touched.")
	}
	return lang.L("None of the access keys that were listed before is listed now. If you did not delete them, the key that the app is signed in with may belong to another user now: log out, and sign in with one of yours. What the keyring keeps was not touched.")
}
