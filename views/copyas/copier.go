// Package copyas copies a key in a format that the user chooses from a menu.
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
	last  copyas.Format // the format that was chosen last
}

// Host is what copying needs of the list.
type Host interface {
	Key(id string) (keys.Key, bool)
	Name(id string) string                                  // returns the name of a key for a sentence
	OpenMenu(id string, first *fyne.MenuItem, m *fyne.Menu) // opens a menu of a key at its row, with the focus on an item
	NoSecret(id string) bool                                // reports whether the secret of a key is not available
	// Secret calls use with the secret of a key. If there is none, it says so instead.
	Secret(id string, f copyas.Format, use func(client.Secret))
	Copied(id string, f copyas.Format, err error) // records that a key was copied, or why not
	Source(id string) copyas.Source               // returns what a copy is made of, without the secret
	ClearClipboard() settings.Seconds
	Scrub() // overwrites the memory of a secret that is no longer needed
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
		about := s // without the secret, because it stays in memory until the copy is on the clipboard
		s.Key.Secret = secret
		text, err := s.Render(f)
		if err != nil {
			c.report(about, f, err)
			return
		}
		name := func() string { return heldAs(f) }
		c.guard.CopyNamed(name, text, c.host.ClearClipboard(), func(err error) { c.report(about, f, err) })
	})
}

// copyProgram copies a text without a secret, which stays on the clipboard.
func (c *Copier) copyProgram(id string, f copyas.Format) {
	s := c.host.Source(id)
	text, err := s.Render(f)
	if err == nil {
		c.win.CopyText(text.Reveal())
	}
	c.report(s, f, err)
}

// report says whether a key was copied.
func (c *Copier) report(s copyas.Source, f copyas.Format, err error) {
	c.host.Scrub()
	c.host.Copied(s.Key.KeyID, f, err)
	name := c.host.Name(s.Key.KeyID)
	if err != nil {
		c.win.Copied().Error(NotCopiedAs(f, name, err))
		return
	}
	k, _ := c.keys.Find(s.Key.KeyID)
	about := c.win.Copied().While(func() bool {
		now, _ := c.keys.Find(s.Key.KeyID)
		return now.State == k.State && (!f.HoldsSecret() || c.guard.Held())
	})
	say := about.Done
	said, toKnow := CopiedAs(f, name, k.State, s.Network)
	switch {
	case words.Refused(k.State) != "":
		say = about.DoneWarning
	case toKnow:
		say = about.DoneNote
	}
	say(said)
}
