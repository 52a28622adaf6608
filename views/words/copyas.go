package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/copyas"
	"accesskeys/client"
)

// CopiedForm names what a key is copied as, within a sentence.
func CopiedForm(f copyas.Format) string {
	switch f {
	case copyas.FormatShell:
		return lang.L("shell exports")
	case copyas.FormatDotenv:
		return lang.L("a .env file")
	case copyas.FormatKubernetes:
		return lang.L("a Kubernetes Secret")
	case copyas.FormatCurl:
		return lang.L("a curl command")
	case copyas.FormatHeader:
		return lang.L("an Authorization header")
	}
	return FormatName(f)
}

// FormatName returns the name of a format, as it stands alone or begins a sentence.
func FormatName(f copyas.Format) string {
	switch f {
	case copyas.FormatPair:
		return lang.L("ID and secret")
	case copyas.FormatShell:
		return lang.L("Shell exports")
	case copyas.FormatPowerShell:
		return "PowerShell"
	case copyas.FormatDotenv:
		return lang.L(".env file")
	case copyas.FormatJSON:
		return "JSON"
	case copyas.FormatKubernetes:
		return "Kubernetes Secret"
	case copyas.FormatCurl:
		return lang.L("curl command")
	case copyas.FormatHeader:
		return lang.L("Authorization header")
	}
	return lang.L("Python program")
}

// Refused says that the server refuses a key of this state, or returns "" if it does not.
func Refused(state client.State) string {
	switch state {
	case client.StateDisabled:
		return lang.L("This key is disabled: the server refuses it until you enable it.")
	case client.StateExpired:
		return lang.L("This key has expired: the server refuses it.")
	}
	return ""
}
