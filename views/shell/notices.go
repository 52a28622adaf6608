package shell

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/scrubber"
	"accesskeys/views/words"
)

// notices shows messages from all over the window. It does not repeat those that the user already knows.
type notices struct {
	*state
	config      *Config
	page        *page.Window
	scrub       *scrubber.Scrubber
	skewTold    time.Duration // the clock's error that the user was told
	keyringTold bool          // the user was told that the keyring fails
}

// listShown is called when a list that the user waited for is on screen. Scripts wait for its log line.
func (n *notices) listShown(count int) {
	n.config.Logger.Info("keys on screen", "count", count)
	n.scrub.ScrubUnseen() // the answer contained secrets
	if n.current != nil {
		n.tellSkew(n.current.Skew())
	}
}

// listRefreshed is called when the list was refreshed automatically.
func (n *notices) listRefreshed() {
	n.config.Logger.Debug("list refreshed")
	n.scrub.ScrubUnseen()
	if n.current != nil {
		n.tellSkew(n.current.Skew())
	}
}

func (n *notices) tellSkew(skew time.Duration) {
	told := n.skewTold
	n.skewTold = skew
	if skew != told && skew != 0 { // at 0 the clock was corrected
		n.page.Toasts.Note(lang.L("This computer's clock is {{.Off}}. The app uses the server's time instead.",
			map[string]any{"Off": words.ClockOff(skew)}))
	}
}

// tellKeyring says that the keyring has failed to do something, and what that means. It takes the place of what tellVault says.
func (n *notices) tellKeyring(err error, meaning string) {
	n.keyringTold = true
	aboutVault(n.page).Withdraw()
	n.page.Toasts.About("keyring").Note(words.Sentences(words.Explain(err), meaning))
}

// tellVault says, unless the user knows that the keyring fails, that it does, and what that means until it answers.
func (n *notices) tellVault(err error, meaning string) {
	if !n.keyringTold {
		n.keyringTold = true
		aboutVault(n.page).Minor().Note(words.Sentences(words.Explain(err), meaning))
	}
}

// aboutVault returns the toast subject for failures of the keyring to keep or give the secrets of the list.
func aboutVault(win *page.Window) toast.Subject { return win.Toasts.About("vault") }

// tellCleared says that the clipboard was cleared at the user's request.
func (n *notices) tellCleared() { n.page.Copied().Done(lang.L("Clipboard cleared")) }

// tellStuck says that a secret is still on the clipboard although it should have been cleared.
func (n *notices) tellStuck(restored bool) {
	if restored {
		n.page.Copied().Error(lang.L("Another program put the secret back on the clipboard. Delete it in your clipboard manager, then copy something else."))
		return
	}
	n.page.Copied().Error(lang.L("The clipboard couldn't be cleared. Copy something else to replace the secret."))
}

// tellTooLong says beside a field that something did not fit into it.
func (n *notices) tellTooLong(most int) {
	if said := words.TooLong(most); !n.page.Tips.TellAtFocus(n.page.Canvas, said) {
		n.page.Toasts.Hint(said)
	}
}
