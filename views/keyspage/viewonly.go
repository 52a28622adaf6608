package keyspage

import (
	"cmp"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// mayChange reports whether changes are possible now. If not, it tells the user why.
func (s *status) mayChange() bool { return s.mayUndo("") }

// mayUndo is mayChange for an undo: it tells what is still so too, unless that is "".
func (s *status) mayUndo(still string) bool {
	why := s.whyNot()
	if why == "" {
		return true
	}
	failure, onPage := s.keys.Freshness().Failure, s.replacing.Shown()
	if failure != nil && (onPage || s.display.view.Bar.Object.Visible()) {
		if !onPage {
			s.display.view.Bar.Highlight(s.tasks.After)
		}
		why = cmp.Or(words.Briefly(failure), why) // the line or the page has the rest
		still = cmp.Or(still, lang.L("Nothing was changed."))
	}
	s.readOnlyHint = words.Sentences(still, why)
	s.win.Toasts.Hint(s.readOnlyHint)
	return false
}

// whyNot returns why nothing can be changed now, or "" if changes are possible.
func (s *status) whyNot() string {
	if why := whyReadOnly(s.keys.Freshness()); why != "" || !s.creator.checkingServer {
		return why
	}
	return lang.L("Checking the server. You can make changes once it answers.")
}

// whyReadOnly returns why a list of this freshness cannot be changed, or "" if it can.
func whyReadOnly(f keys.Freshness) string {
	switch {
	case !f.ReadOnly():
		return ""
	case f.Failure == nil:
		return lang.L("The list is still loading. You can make changes once it's there.")
	case keys.SignInHelps(f.Failure):
		return words.Explain(f.Failure)
	}
	return words.Sentences(words.ViewOnly(f.Failure), lang.L("Retrying; press F5 to retry now."))
}
