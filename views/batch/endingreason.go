package batch

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/words"
)

// endingReason says why a run ended before its last key, or returns "" if it did not.
func endingReason(r *run) string {
	b := *r.result
	left, locked := r.sessionEnded && !r.stopping, r.locked || client.KindOf(b.Err) == client.KindLocked
	switch {
	case b.Ending == "":
		return ""
	case b.Ending == keys.EndUnread:
		return unread(b.Err)
	case left && b.Ending == keys.EndStopped:
		return either(r, lang.L("The rest were not tried: you logged out."), lang.L("No key was changed: you logged out."))
	case b.Ending == keys.EndOwnKept:
		return lang.L("The key that this app is signed in with comes last. It was left out so that you can retry the others.")
	case locked:
		return either(r, lang.L("The rest were not tried: the window was locked."), lang.L("No key was changed: the window was locked."))
	case b.Ending == keys.EndStopped:
		return either(r, lang.L("The rest were not tried: you stopped it."), lang.L("No key was changed: you stopped it."))
	}
	return words.Sentences(lang.L("The rest were not tried: they would have failed too."), words.Explain(b.Err))
}

// either returns rest if the run has tried some keys, and none if it has tried none.
func either(r *run, rest, none string) string {
	if r.isTried() {
		return rest
	}
	return none
}

// unread says that nothing was done because the list could not be read. The window says elsewhere what helps against a
// server that is away.
func unread(err error) string {
	switch client.KindOf(err) {
	case client.KindUnreachable:
		return lang.L("No key was changed: the server can't be reached.")
	case client.KindTimeout:
		return lang.L("No key was changed: the server took too long to answer.")
	}
	return words.Sentences(lang.L("No key was changed: the list couldn't be read."), words.Explain(err))
}
