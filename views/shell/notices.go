package shell

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/views/kit/page"
	"accesskeys/views/scrubber"
	"accesskeys/views/words"
)

// notices says what the user need be told only once.
type notices struct {
	*state
	config  *Config
	page    *page.Window
	scrub   *scrubber.Scrubber
	skew    time.Duration // the clock's error that the user knows of
	keyring bool          // the user knows that the keyring fails
}

// listShown tells scripts that the list is there to be seen.
func (n *notices) listShown(count int) {
	n.config.Logger.Info("keys on screen", "count", count)
	n.scrub.ScrubList() // the answer had secrets in it
	if n.current != nil {
		n.tellSkew(n.current.Skew())
	}
}

// listRefreshed is shown for a list that was read by itself.
func (n *notices) listRefreshed() {
	n.config.Logger.Debug("list refreshed")
	n.scrub.ScrubList()
	if n.current != nil {
		n.tellSkew(n.current.Skew())
	}
}

func (n *notices) tellSkew(skew time.Duration) {
	if skew == n.skew {
		return
	}
	n.skew = skew
	if skew == 0 {
		return // it was set right
	}
	n.page.Toasts.Note(lang.L("This computer's clock is {{.Skew}} off. The server's time is used instead.",
		map[string]any{"Skew": words.Apart(skew)}))
}

// tellKeyring says once a session that the keyring fails, and what that means.
func (n *notices) tellKeyring(err error, meaning string) {
	if !n.keyring {
		n.keyring = true
		n.page.Toasts.Note(words.Sentences(words.Explain(err), meaning))
	}
}

// tellCleared says that the user has taken a secret off the clipboard.
func (n *notices) tellCleared() { n.page.Copied().Done(lang.L("Clipboard cleared")) }

// tellStuck says that a secret is where it should not be any more.
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
