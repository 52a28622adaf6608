package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// AccountName returns the name of an account: the one that the user has given it, or else its server, with the end of
// the key ID if there are other accounts at that server.
func AccountName(a settings.Account, all []settings.Account) string {
	if a.Name != "" {
		return a.Name
	}
	host := Host(a.Server)
	for _, o := range all {
		if o.ID != a.ID && Host(o.Server) == host {
			return lang.L("{{.Label}} ({{.End}})", map[string]any{"Label": host, "End": "…" + a.KeyID[max(0, len(a.KeyID)-4):]})
		}
	}
	return host
}

// SignsIn says that the app is signed in with a key, or that its account of this name signs in with it.
func SignsIn(account string) string {
	if account == "" {
		return lang.L("This app is signed in with this key")
	}
	return lang.L("Account {{.Account}} signs in with this key", map[string]any{"Account": account})
}

// KeyOf says the same as SignsIn in fewer words.
func KeyOf(account string) string {
	if account == "" {
		return lang.L("This app's key")
	}
	return lang.L("Key of {{.Account}}", map[string]any{"Account": account})
}

// SignsInFact returns which other account of the app signs in with a key as a fact, or nothing if account is "".
func SignsInFact(account string) []Fact {
	if account == "" {
		return nil
	}
	return []Fact{{Name: lang.L("This App"), Value: SignsIn(account)}}
}

// SeveralAt says that there are several accounts at a server, so that the server does not tell which of them is meant.
func SeveralAt(server string) string {
	return lang.L("You have several accounts at {{.Server}}. Switch to one of them, or sign in with another key.", map[string]any{"Server": Host(server)})
}

// ColourName returns the name of an account's colour.
func ColourName(c settings.Colour) string {
	switch c {
	case settings.ColourBlue:
		return lang.L("Blue")
	case settings.ColourOrange:
		return lang.L("Orange")
	case settings.ColourGreen:
		return lang.L("Green")
	case settings.ColourPurple:
		return lang.L("Purple")
	case settings.ColourRed:
		return lang.L("Red")
	case settings.ColourTeal:
		return lang.L("Teal")
	case settings.ColourPink:
		return lang.L("Pink")
	}
	return lang.L("Gray")
}
