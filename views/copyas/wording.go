package copyas

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/copyas"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/words"
)

// heldAs names what a key copied in a format is on the clipboard, and says that it is secret.
func heldAs(f copyas.Format) string {
	name := map[string]any{"Format": words.FormatName(f)}
	switch {
	case f == copyas.FormatPair, f == copyas.FormatKubernetes: // whose names say so
		return words.FormatName(f)
	case f.OneTime():
		return lang.L("One-time token ({{.Format}})", name)
	}
	return lang.L("Secret ({{.Format}})", name)
}

// formatChoice returns the name of a format in the menu that it is chosen from.
func formatChoice(f copyas.Format) string {
	switch {
	case f == copyas.FormatCurl:
		return lang.L("curl with a one-time token")
	case f == copyas.FormatHeader:
		return lang.L("Authorization header, one-time")
	case f == copyas.FormatPython:
		return lang.L("Python program that signs")
	}
	return words.FormatName(f)
}

// CopiedAs says that a key was copied in a format, and what the user should know about it, if anything. toKnow reports
// whether there is such a thing. key is the key's name, and n tells how its server is reached.
func CopiedAs(f copyas.Format, key string, state client.State, n route.Network) (said string, toKnow bool) {
	said = lang.L("Copied {{.Key}} as {{.Format}}", map[string]any{"Key": key, "Format": words.CopiedForm(f)})
	join := words.AndSay
	add := func(sentence string) { said, toKnow, join = join(said, sentence), true, words.Sentences }
	if !f.HoldsSecret() {
		said = lang.L("Copied the Python program")
		add(lang.L("It holds no secret: it reads the key from the environment."))
	}
	format := map[string]any{"Format": words.FormatName(f)}
	switch why := words.Refused(state); {
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
	return map[string]any{"Format": words.FormatName(f), "Key": key}
}
