package settings

import "time"

// Never means that the program never does something by itself.
const Never Seconds = -1

// Seconds is how long the program waits before it does something by itself, or Never.
type Seconds int

// Duration returns the time to wait, or false for Never.
func (s Seconds) Duration() (time.Duration, bool) {
	return time.Duration(s) * time.Second, s != Never
}

// Privacy holds the settings that protect secrets from others.
type Privacy struct {
	ClearClipboard Seconds `json:"clearClipboardSeconds"` // one of ClipboardChoices
	HideSecret     Seconds `json:"hideSecretSeconds"`     // one of RevealChoices
	Lock           Seconds `json:"lockSeconds"`           // one of LockChoices
	AllowCapture   bool    `json:"allowCapture"`          // screenshots show the window
	NoHistory      bool    `json:"noHistory,omitempty"`   // no history is recorded
}

// valid returns p with defaults in place of invalid values. It is for settings that come from a file.
func (p Privacy) valid() Privacy {
	p.ClearClipboard = oneOf(ClipboardChoices(), p.ClearClipboard, defaultClearClipboard)
	p.HideSecret = oneOf(RevealChoices(), p.HideSecret, defaultHideSecret)
	p.Lock = oneOf(LockChoices(), p.Lock, defaultLock)
	return p
}

// ChangePrivacy changes the privacy settings. Fields that change does not set keep the values that another process may
// have set. ChangePrivacy does not write the file; see Save.
func (s *File) ChangePrivacy(change func(*Privacy)) {
	s.Change(func(v *Settings) {
		change(&v.Privacy)
		v.Privacy = v.Privacy.valid()
	})
}
