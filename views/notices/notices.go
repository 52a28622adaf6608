// Package notices shows messages from all over the window, and does not repeat those that the user already knows.
package notices

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/session"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/scrubber"
	"accesskeys/views/words"
)

// Notices shows the messages of one window.
type Notices struct {
	win         *page.Window
	scrub       *scrubber.Scrubber
	log         *slog.Logger
	of          *session.Session
	skewTold    time.Duration // the clock's error that the user was told
	keyringTold bool          // the user was told that the keyring fails
}

// New returns the notices of a window.
func New(win *page.Window, scrub *scrubber.Scrubber, log *slog.Logger) *Notices {
	return &Notices{win: win, scrub: scrub, log: log}
}

// About sets the session that is shown. Of another one the user knows nothing yet.
func (n *Notices) About(s *session.Session) {
	if s != n.of {
		n.of, n.skewTold, n.keyringTold = s, 0, false
	}
}

// ListShown is called when a list that the user waited for is on screen. Scripts wait for its log line. skew is the clock's
// error.
func (n *Notices) ListShown(count int, skew time.Duration) {
	n.log.Info("keys on screen", "count", count)
	n.scrub.ScrubUnseen() // the answer contained secrets
	n.TellSkew(skew)
}

// ListRefreshed is called when the list was refreshed automatically.
func (n *Notices) ListRefreshed(skew time.Duration) {
	n.log.Debug("list refreshed")
	n.scrub.ScrubUnseen()
	n.TellSkew(skew)
}

// TellSkew says by how much this computer's clock is wrong, unless the user knows.
func (n *Notices) TellSkew(skew time.Duration) {
	told := n.skewTold
	n.skewTold = skew
	if skew != told && skew != 0 { // at 0 the clock was corrected
		n.win.Toasts.Note(lang.L("This computer's clock is {{.Off}}. The app uses the server's time instead.",
			map[string]any{"Off": words.ClockOff(skew)}))
	}
}

// TellKeyring says that the keyring has failed to do something, and what that means. It takes the place of what TellVault says.
func (n *Notices) TellKeyring(err error, meaning string) {
	n.keyringTold = true
	AboutVault(n.win).Withdraw()
	n.win.Toasts.About("keyring").Note(words.Sentences(words.Explain(err), meaning))
}

// TellUnsaved is TellKeyring for a sign-in that the keyring has not saved. It offers save, unless there is no keyring.
func (n *Notices) TellUnsaved(err error, meaning string, save func()) {
	n.TellKeyring(err, meaning)
	if keyring.KindOf(err) != keyring.Missing {
		offer := toast.Offer{Label: lang.L("Save"), Take: save, OnAnyPage: true}
		n.win.Toasts.About("keyring").Offering(offer).Note(words.Sentences(words.Explain(err), meaning))
	}
}

// TellVault says, unless the user knows that the keyring fails, that it does, and what that means until it answers.
func (n *Notices) TellVault(err error, meaning string) {
	if !n.keyringTold {
		n.keyringTold = true
		AboutVault(n.win).Minor().Note(words.Sentences(words.Explain(err), meaning))
	}
}

// AboutVault returns the toast subject for failures of the keyring to keep or give the secrets of the list.
func AboutVault(win *page.Window) toast.Subject { return win.Toasts.About("vault") }

// TellCleared says that the clipboard was cleared at the user's request.
func (n *Notices) TellCleared() { n.win.Copied().Done(lang.L("Clipboard cleared")) }

// TellStuck says that a secret is still on the clipboard although it should have been cleared.
func (n *Notices) TellStuck(restored bool) {
	if restored {
		n.win.Copied().Error(lang.L("Another program put the secret back on the clipboard. Delete it in your clipboard manager, then copy something else."))
		return
	}
	n.win.Copied().Error(lang.L("The clipboard couldn't be cleared. Copy something else to replace the secret."))
}

// TellTooLong says beside a field that something did not fit into it.
func (n *Notices) TellTooLong(most int) {
	if said := words.TooLong(most); !n.win.Tips.TellAtFocus(n.win.Canvas, said) {
		n.win.Toasts.Hint(said)
	}
}
