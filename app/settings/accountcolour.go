package settings

import "slices"

// Colour is what an account is marked with, besides its letters.
type Colour string

// The colours. Each can be told from the others, and from text on it, in the light and in the dark theme.
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

// ColourChoices are what an account can be marked with, in the order in which new ones get them.
func ColourChoices() []Colour {
	return []Colour{ColourBlue, ColourOrange, ColourGreen, ColourPurple, ColourRed, ColourTeal, ColourPink, ColourGrey}
}

// paint gives a colour of its own to each account that has none.
func (s *Settings) paint() {
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
