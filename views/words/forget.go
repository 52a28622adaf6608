package words

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/forget"
	"accesskeys/app/keyring"
	"accesskeys/app/platform/singleinstance"
)

// ConfirmForgetting asks whether to remove everything that the app keeps on this computer.
func ConfirmForgetting() string {
	return lang.L("This removes what Access Keys keeps on this computer: settings, accounts, lists of keys, labels and notes, open replacements, the history, and entries in the keyring. The keys themselves stay on the server. Remove it? (y/n)")
}

// IsYes reports whether a user has typed yes, in either language.
func IsYes(answer string) bool {
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "是":
		return true
	}
	return false
}

// Forgotten says what was removed from this computer, one line for each thing.
func Forgotten(r forget.Removed) []string {
	var lines []string
	if r.SignIns+r.Secrets > 0 {
		lines = append(lines, lang.L("Removed from the keyring. Sign-ins: {{.SignIns}}; secrets of keys: {{.Secrets}}.",
			map[string]any{"SignIns": r.SignIns, "Secrets": r.Secrets}))
	}
	for _, path := range r.Paths {
		lines = append(lines, lang.L("Removed: {{.Path}}", map[string]any{"Path": path}))
	}
	if r.Occupied != "" {
		lines = append(lines, lang.L("There are other files in this folder, so it stays: {{.Path}}", map[string]any{"Path": r.Occupied}))
	}
	return lines
}

// NotForgotten says why not everything was removed from this computer.
func NotForgotten(r forget.Removed, err error) string {
	if r.Nothing() {
		return Sentences(NothingForgotten(), explainForgetting(err))
	}
	return Sentences(lang.L("Not everything was removed."), explainForgetting(err))
}

// NothingForgotten says that nothing was removed from this computer.
func NothingForgotten() string { return lang.L("Nothing was removed.") }

// NothingToForget says that nothing was kept on this computer.
func NothingToForget() string { return lang.L("There was nothing to remove.") }

func explainForgetting(err error) string {
	if errors.Is(err, singleinstance.ErrOpen) {
		return lang.L("Access Keys is open. Quit it, then try again.")
	}
	switch keyring.KindOf(err) {
	case keyring.Missing:
		return lang.L("The keyring cannot be reached, and it has entries of Access Keys. Try again on the desktop where it runs.")
	case keyring.Locked, keyring.Refused: // Explain would say of a locked one what becomes of other secrets
		return Sentences(explainKeyring(keyring.Refused), lang.L("Unlock it, then try again."))
	case keyring.Timeout, keyring.Busy:
		return Sentences(Explain(err), lang.L("Unlock it, then try again."))
	case "", keyring.Lost:
		return Explain(err)
	}
	return lang.L("The keyring still has an entry that was to be deleted. Look there for entries named access-keys.")
}
