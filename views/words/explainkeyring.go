package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
)

func explainKeyring(k keyring.Kind) string {
	switch k {
	case keyring.Missing:
		return lang.L("No keyring found, so secrets come from the server each time. Start a keyring to save them.")
	case keyring.Locked:
		return lang.L("The keyring is locked, so secrets come from the server and aren't saved.")
	case keyring.Timeout:
		return lang.L("The keyring didn't answer. It may be waiting for its password.")
	case keyring.Busy:
		return lang.L("The keyring is busy. It may be waiting for its password.")
	case keyring.Mismatch:
		return lang.L("The keyring didn't save the secret.")
	case keyring.Lost:
		return lang.L("The index of saved secrets was damaged. Delete entries named access-keys from the system's keyring.")
	case keyring.TooLarge:
		return lang.L("The secret is too long for this computer's keyring.")
	}
	return lang.L("The keyring is locked, or its prompt was dismissed.")
}
