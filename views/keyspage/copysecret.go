package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/client"
)

func (s *secretActions) copySecret(id string) {
	s.forClipboard(id, history.FormatSecret, func(secret client.Secret) {
		s.guard.Copy(secret, s.host.Privacy().ClearClipboard, func(err error) { s.tellCopied(id, err) })
	})
}

// forClipboard hands on a secret to be copied, unless the clipboard was to be cleared meanwhile, as locking does, too.
func (s *secretActions) forClipboard(id, format string, copied func(client.Secret)) {
	clears := s.guard.Clears
	use := func(secret client.Secret) {
		if s.guard.Clears == clears {
			copied(secret)
		}
	}
	if secret := s.display.list.Secrets.Of(id); !secret.IsZero() {
		use(secret)
		return
	}
	s.withSecret(id, secretUse{action: history.Copy, format: format, do: use})
}

// tellCopied says whether a secret was copied.
func (s *secretActions) tellCopied(id string, err error) {
	record(s.scope, id, history.Copy, history.FormatSecret, err)
	key := map[string]any{"ID": s.labels.named(id)}
	if err != nil {
		s.win.Copied().Error(lang.L("The secret of {{.ID}} couldn't be copied. Try again.", key))
		return
	}
	s.win.Copied().Done(lang.L("Copied the secret of {{.ID}}", key))
}
