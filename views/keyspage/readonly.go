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
