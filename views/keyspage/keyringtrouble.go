package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
)

func (s *secretActions) vaultTrouble(err error) {
	meaning := lang.L("Secrets can still be shown and copied.")
	switch missing, offline := keyring.KindOf(err) == keyring.Missing, s.keys.Freshness().Offline(); {
	case missing && !offline:
		meaning = "" // the error says it
	case missing:
		meaning = lang.L("Secrets can be shown when you're online.")
	case offline:
		meaning = lang.L("Only secrets that are in the keyring can be shown.")
	}
	s.host.TellKeyring(err, meaning)
}
