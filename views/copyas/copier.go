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
	// Secret hands on the secret of a key, unless it cannot be had, which is said then.
	Secret(id string, f copyas.Format, use func(client.Secret))
	Copied(id string, f copyas.Format, err error) // keeps that a key was copied, or why not
	Source() copyas.Source                        // without what is about a key
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
		text, err := c.source(id, secret).Render(f)
		if err != nil {
			c.tell(id, f, err)
			return
		}
		name := func() string { return words.FormatName(f) }
		c.guard.CopyNamed(name, text, c.host.ClearClipboard(), func(err error) { c.tell(id, f, err) })
	})
}

// copyProgram copies what is no secret, for as long as the user wants.
func (c *Copier) copyProgram(id string, f copyas.Format) {
	text, err := c.source(id, client.Secret{}).Render(f)
	if err == nil {
		c.win.CopyText(text.Reveal())
	}
	c.tell(id, f, err)
}

func (c *Copier) source(id string, secret client.Secret) copyas.Source {
	s := c.host.Source()
	s.Key = client.Credentials{KeyID: id, Secret: secret}
	return s
}

// tell says whether a key was copied.
func (c *Copier) tell(id string, f copyas.Format, err error) {
	c.host.Scrub()
	c.host.Copied(id, f, err)
	if err != nil {
		c.win.Copied().Error(words.NotCopiedAs(f, id, err))
		return
	}
	k, _ := c.host.Key(id)
	say := c.win.Copied().Done
	said, toKnow := words.CopiedAs(f, id, k.State, c.host.Source().Network)
	if toKnow {
		say = c.win.Copied().Note
	}
	say(said)
}
