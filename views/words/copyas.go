package words

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/copyas"
	"accesskeys/client"
	"accesskeys/client/route"
)

// FormatName returns the name of a format, as it is used in a sentence about a copied key.
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

// HeldAs names what a key copied in a format is on the clipboard, and says that it is secret.
func HeldAs(f copyas.Format) string {
	name := map[string]any{"Format": FormatName(f)}
	switch {
	case f == copyas.FormatPair, f == copyas.FormatKubernetes: // whose names say so
		return FormatName(f)
	case f.OneTime():
		return lang.L("One-time token ({{.Format}})", name)
	}
	return lang.L("Secret ({{.Format}})", name)
}

// FormatChoice returns the name of a format in the menu that it is chosen from.
func FormatChoice(f copyas.Format) string {
	switch {
	case f == copyas.FormatCurl:
		return lang.L("curl with a one-time token")
	case f == copyas.FormatHeader:
		return lang.L("Authorization header, one-time")
	case f == copyas.FormatPython:
		return lang.L("Python program that signs")
	}
	return FormatName(f)
}

// CopiedAs says that a key was copied in a format, and what the user should know about it, if anything. toKnow reports
// whether there is such a thing. key is the key's name, and n tells how its server is reached.
func CopiedAs(f copyas.Format, key string, state client.State, n route.Network) (said string, toKnow bool) {
	said = lang.L("Copied {{.Key}} as {{.Format}}", formatOf(f, key))
	join := AndSay
	add := func(sentence string) { said, toKnow, join = join(said, sentence), true, Sentences }
	if !f.HoldsSecret() {
		said = lang.L("Copied the Python program")
		add(lang.L("It holds no secret: it reads the key from the environment."))
	}
	format := map[string]any{"Format": FormatName(f)}
	switch why := Refused(state); {
	case f.OneTime() && state == client.StateExpired:
		add(lang.L("This key has expired: the server refuses this {{.Format}}.", format))
		return said, toKnow // what else is to know matters only for a key that works
	case f.OneTime() && state == client.StateDisabled:
		add(lang.L("This key is disabled. Once you enable it, this {{.Format}} works once, for any request.", format))
	case f.OneTime():
		add(lang.L("Works once, for any request."))
	case why != "":
		add(why)
	}
	if f == copyas.FormatCurl && n.Pin != "" {
		add(lang.L("You trust the server's certificate by its fingerprint, which curl can't check: add --cacert with the certificate's file."))
	}
	return said, toKnow
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

// NotCopiedAs says why a key was not copied in a format.
func NotCopiedAs(f copyas.Format, key string, err error) string {
	switch {
	case errors.Is(err, copyas.ErrControl):
		return lang.L("{{.Format}} of {{.Key}} not copied: the secret has a line break or another control character. Use Copy Secret.", formatOf(f, key))
	case errors.Is(err, copyas.ErrAmbiguous):
		return lang.L("{{.Format}} of {{.Key}} not copied: programs would read its secret in different ways. Copy it in another format.", formatOf(f, key))
	}
	return lang.L("{{.Format}} of {{.Key}} couldn't be copied. Try again.", formatOf(f, key))
}

func formatOf(f copyas.Format, key string) map[string]any {
	return map[string]any{"Format": FormatName(f), "Key": key}
}
