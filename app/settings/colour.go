package settings

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
