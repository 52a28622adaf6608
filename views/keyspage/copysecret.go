package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/client"
	"accesskeys/views/words"
)

func (s *secretActions) copySecret(id string) {
	s.forClipboard(id, history.FormatSecret, func(secret client.Secret) {
		s.guard.Copy(secret, s.host.Privacy().ClearClipboard, func(err error) { s.tellCopied(id, err) })
	})
}

// forClipboard gets a secret and passes it to copied, unless the clipboard is to be cleared in the meantime, which locking
// does too, or something else is copied: what was asked for last is on the clipboard in the end.
func (s *secretActions) forClipboard(id, format string, copied func(client.Secret)) {
	s.drop(history.Copy, id)
	if secret := s.display.list.Secrets.Of(id); !secret.IsZero() {
		copied(secret)
		return
	}
	s.withSecret(id, secretUse{action: history.Copy, format: format, do: copied})
}

// tellCopied records that a secret was copied, or why not, and tells the user.
func (s *secretActions) tellCopied(id string, err error) {
	record(s.scope, id, history.Copy, history.FormatSecret, err)
	key := map[string]any{"ID": s.labels.nameOf(id)}
	if err != nil {
		s.host.Scrub()
		s.win.Copied().Error(lang.L("The secret of {{.ID}} couldn't be copied. Try again.", key))
		return
	}
	k, _ := s.keys.Find(id)
	about := s.win.Copied().While(func() bool {
		now, _ := s.keys.Find(id)
		return s.guard.Held() && now.State == k.State
	})
	said := lang.L("Copied the secret of {{.ID}}", key)
	if why := words.Refused(k.State); why != "" {
		about.DoneWarning(words.AndSay(said, why))
		return
	}
	about.Done(said)
}
