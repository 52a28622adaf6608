package words

import (
	"strconv"
	"unicode"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// AccountName is what an account is called: as the user does, or else by its server, with the end of the key ID where
// others are there too.
func AccountName(a settings.Account, all []settings.Account) string {
	if a.Name != "" {
		return a.Name
	}
	host := Host(a.Server)
	for _, o := range all {
		if o.ID != a.ID && Host(o.Server) == host {
			return host + " (…" + a.KeyID[max(0, len(a.KeyID)-4):] + ")"
		}
	}
	return host
}

// AccountMarks are a letter or two by which each account is told from the others where colours are not, by ID.
func AccountMarks(all []settings.Account) map[string]string {
	marks, taken := make(map[string]string, len(all)), map[string]bool{}
	for _, a := range all {
		mark := initials(AccountName(a, all))
		for n := 2; taken[mark]; n++ {
			mark = string([]rune(mark)[:1]) + strconv.Itoa(n)
		}
		marks[a.ID], taken[mark] = mark, true
	}
	return marks
}

// initials are the first letters of the first two words of a name. Those of other scripts than Latin are wide: one is
// enough.
func initials(name string) string {
	var first []rune
	inside := false
	for _, r := range name {
		is := unicode.IsLetter(r) || unicode.IsDigit(r)
		if is && !inside {
			first = append(first, unicode.ToUpper(r))
		}
		inside = is
	}
	switch {
	case len(first) == 0:
		return "?"
	case len(first) == 1 || first[0] > unicode.MaxLatin1:
		return string(first[:1])
	}
	return string(first[:2])
}

// ColourName is what the colour of an account is called.
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
	return lang.L("Grey")
}
