package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
)

// vaultTrouble says that the keyring has failed, or withdraws that once the keyring has answered; err is nil then.
func (s *secretActions) vaultTrouble(err error) {
	if err == nil {
		s.host.KeyringAnswered()
		return
	}
	meaning := lang.L("You can still show and copy secrets.")
	switch missing, offline := keyring.KindOf(err) == keyring.Missing, s.keys.Freshness().Offline(); {
	case missing && !offline:
		meaning = "" // the error says it
	case missing:
		meaning = lang.L("You can show secrets when you're online.")
	case offline:
		meaning = lang.L("Only secrets that are in the keyring can be shown.")
	}
	s.host.TellKeyring(err, meaning)
}
