package keytable

import (
	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/views/kit/style"
)

// stateDot returns the colour of the dot before a state.
func stateDot(s client.State) fyne.ThemeColorName {
	switch s {
	case client.StateEnabled:
		return style.ColorDotGreen
	case client.StateDisabled:
		return style.ColorDotOrange
	case client.StateExpired:
		return style.ColorDotRed
	}
	return style.ColorDotGrey
}
