package settings

import "slices"

// Colour is the colour of an account's mark.
type Colour string

// The colours. In both the light and the dark theme, each can be told from the others and text on it is legible.
const (
	ColourBlue   Colour = "blue"
	ColourOrange Colour = "orange"
	ColourGreen  Colour = "green"
	ColourPurple Colour = "purple"
	ColourRed    Colour = "red"
	ColourTeal   Colour = "teal"
	ColourPink   Colour = "pink"
	ColourGrey   Colour = "grey"
)

// ColourChoices returns the colours to choose from, in the order in which new accounts get them.
func ColourChoices() []Colour {
	return []Colour{ColourBlue, ColourOrange, ColourGreen, ColourPurple, ColourRed, ColourTeal, ColourPink, ColourGrey}
}

// assignColours gives each account without a colour one that no other account has, as far as there are enough.
func (s *Settings) assignColours() {
	for i := range s.Accounts {
		if s.Accounts[i].Colour == "" {
			s.Accounts[i].Colour = s.freeColour(i)
		}
	}
}

func (s *Settings) freeColour(place int) Colour {
	choices := ColourChoices()
	for _, c := range choices {
		if !slices.ContainsFunc(s.Accounts, func(a Account) bool { return a.Colour == c }) {
			return c
		}
	}
	return choices[place%len(choices)]
}
