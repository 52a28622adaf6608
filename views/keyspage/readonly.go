package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// mayChange tells whether anything may be changed now. If not, it says why.
func (s *status) mayChange() bool {
	why := whyReadOnly(s.keys.Freshness())
	if why != "" {
		s.hinted = why
		s.win.Toasts.Hint(why)
	}
	return why == ""
}

// whyReadOnly says why nothing can be changed now, and nothing where it can.
func whyReadOnly(f keys.Freshness) string {
	switch {
	case !f.ReadOnly():
		return ""
	case f.Failure == nil:
		return lang.L("The list is still being read from the server. Until it is there, nothing can be changed.")
	case wantsSignIn(f.Failure):
		return words.Explain(f.Failure)
	}
	return lang.L("The server is not available now, so keys can only be looked at. The app keeps trying by itself; F5 tries at once.")
}
