package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
)

func (s *secretActions) vaultTrouble(err error) {
	meaning := lang.L("Secrets can still be shown and copied.")
	switch offline := s.keys.Freshness().Offline(); {
	case offline && keyring.KindOf(err) == keyring.Missing:
		meaning = lang.L("Secrets can be shown when you're online.")
	case offline:
		meaning = lang.L("Only secrets that are in the keyring can be shown.")
	}
	s.host.TellKeyring(err, meaning)
}
