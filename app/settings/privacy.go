package settings

import (
	"slices"
	"time"
)

// Never is the choice of not doing something by itself at all.
const Never Seconds = -1

// Seconds is how long to wait before doing something by itself, or Never.
type Seconds int

// Duration returns the time to wait, or false for Never.
func (s Seconds) Duration() (time.Duration, bool) {
	return time.Duration(s) * time.Second, s != Never
}

// Privacy is how long secrets stay where somebody else could come by them.
type Privacy struct {
	ClearClipboard Seconds `json:"clearClipboardSeconds"` // one of ClipboardChoices
	HideSecret     Seconds `json:"hideSecretSeconds"`     // one of RevealChoices
	Lock           Seconds `json:"lockSeconds"`           // one of LockChoices
	AllowCapture   bool    `json:"allowCapture"`          // the window may be in screenshots
	NoHistory      bool    `json:"noHistory,omitempty"`   // nothing is kept of what is done here
}

// valid returns p with the default in place of what is no choice, as in a file from elsewhere.
func (p Privacy) valid() Privacy {
	d := DefaultPrivacy()
	choose := func(s *Seconds, fallback Seconds, choices []Seconds) {
		if !slices.Contains(choices, *s) {
			*s = fallback
		}
	}
	choose(&p.ClearClipboard, d.ClearClipboard, ClipboardChoices())
	choose(&p.HideSecret, d.HideSecret, RevealChoices())
	choose(&p.Lock, d.Lock, LockChoices())
	return p
}

// ChangePrivacy changes how secrets are kept private, from now on. What change does not set stays as another process
// has set it. It does not wait for the disk: see Save.
func (s *File) ChangePrivacy(change func(*Privacy)) {
	s.Change(func(v *Settings) {
		change(&v.Privacy)
		v.Privacy = v.Privacy.valid()
	})
}
