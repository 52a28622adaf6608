// Package copyas copies a key in the format that the user chooses of a menu.
package copyas

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/copyas"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// Copier copies keys.
type Copier struct {
	win   *page.Window
	host  Host
	guard *clipboardguard.Guard
	keys  *keys.Keys
	last  copyas.Format // that was chosen
}

// Host is what copying needs of the list.
type Host interface {
	Key(id string) (keys.Key, bool)
	MenuPlace(id string) fyne.Position // where a menu of the key opens
	NoSecret(id string) bool           // the secret of a key is not here, where only what is here can be had
	// Secret hands on the secret of a key, unless it cannot be had, which is said then.
	Secret(id string, f copyas.Format, use func(client.Secret))
	Copied(id string, f copyas.Format, err error) // keeps that a key was copied, or why not
	Source(id string) copyas.Source               // what a key is copied from, but for its secret
	ClearClipboard() settings.Seconds
	Scrub() // a secret is not needed any more
}

// New returns a copier of the keys of a list.
func New(win *page.Window, host Host, guard *clipboardguard.Guard, list *keys.Keys) *Copier {
	return &Copier{win: win, host: host, guard: guard, keys: list}
}

// copy copies a key in a format.
func (c *Copier) copy(id string, f copyas.Format) {
	c.last = f
	if !f.HoldsSecret() {
		c.copyProgram(id, f)
		return
	}
	c.host.Secret(id, f, func(secret client.Secret) {
		s := c.host.Source(id)
		about := s // without the secret: it lasts until what is copied is on the clipboard
		s.Key.Secret = secret
		text, err := s.Render(f)
		if err != nil {
			c.tell(about, f, err)
			return
		}
		name := func() string { return words.FormatName(f) }
		c.guard.CopyNamed(name, text, c.host.ClearClipboard(), func(err error) { c.tell(about, f, err) })
	})
}

// copyProgram copies what is no secret, for as long as the user wants.
func (c *Copier) copyProgram(id string, f copyas.Format) {
	s := c.host.Source(id)
	text, err := s.Render(f)
	if err == nil {
		c.win.CopyText(text.Reveal())
	}
	c.tell(s, f, err)
}

// tell says whether a key was copied.
func (c *Copier) tell(s copyas.Source, f copyas.Format, err error) {
	c.host.Scrub()
	c.host.Copied(s.Key.KeyID, f, err)
	name := words.KeyName(s.Label, s.Key.KeyID)
	if err != nil {
		c.win.Copied().Error(words.NotCopiedAs(f, name, err))
		return
	}
	k, _ := c.host.Key(s.Key.KeyID)
	say := c.win.Copied().Done
	said, toKnow := words.CopiedAs(f, name, k.State, s.Network)
	if toKnow {
		say = c.win.Copied().DoneNote
	}
	say(said)
}
