package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// mayChange tells whether anything may be changed now. If not, it says why.
func (s *status) mayChange() bool {
	why := s.whyNot()
	bar := s.display.view.bar
	switch {
	case why == "":
		return true
	case bar.Object.Visible() && s.display.view.state.Failure != nil: // it says so already
		bar.Stress(s.tasks.After)
	default:
		s.hinted = why
		s.win.Toasts.Hint(why)
	}
	return false
}

// whyNot says why nothing can be changed now, and nothing where it can.
func (s *status) whyNot() string {
	if why := whyReadOnly(s.keys.Freshness()); why != "" || !s.creator.doubt {
		return why
	}
	return lang.L("The server didn't answer. Checking whether it's there…")
}

// whyReadOnly says why nothing can be changed now, and nothing where it can.
func whyReadOnly(f keys.Freshness) string {
	switch {
	case !f.ReadOnly():
		return ""
	case f.Failure == nil:
		return lang.L("The list is still loading. You can make changes once it's there.")
	case keys.SignInHelps(f.Failure):
		return words.Explain(f.Failure)
	}
	return lang.L("Offline: view only. Retrying; F5 to retry now.")
}

// showReadOnly greys what does nothing but say why it does nothing.
func (v *keysView) showReadOnly() {
	why := v.state.ReadOnly
	for _, b := range v.changes() {
		b.Hint = why
		if why != "" {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	v.list.SetReadOnly(why != "")
}
