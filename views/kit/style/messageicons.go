package style

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// DoneSign returns the icon before a message about a success.
func DoneSign() fyne.Resource { return theme.NewColoredResource(theme.ConfirmIcon(), ColorDotGreen) }

// ErrorSign returns the icon before a message about an error.
func ErrorSign() fyne.Resource { return theme.NewColoredResource(theme.ErrorIcon(), ColorDanger) }

// UnknownSign returns the icon before a message about an outcome that is not known.
func UnknownSign() fyne.Resource {
	return theme.NewColoredResource(theme.QuestionIcon(), ColorDotOrange)
}

// WarningSign returns the icon before what the user is warned of.
func WarningSign() fyne.Resource { return theme.NewWarningThemedResource(theme.WarningIcon()) }

// InfoSign returns the icon before a message that is neither good nor bad.
func InfoSign() fyne.Resource { return theme.NewColoredResource(theme.InfoIcon(), ColorLink) }
