package style

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// DoneSign stands before what went well.
func DoneSign() fyne.Resource { return theme.NewColoredResource(theme.ConfirmIcon(), ColorDotGreen) }

// ErrorSign stands before what did not work.
func ErrorSign() fyne.Resource { return theme.NewColoredResource(theme.ErrorIcon(), ColorDanger) }

// UnknownSign stands before what could not be found out.
func UnknownSign() fyne.Resource {
	return theme.NewColoredResource(theme.QuestionIcon(), ColorDotOrange)
}

// InfoSign stands before what is told and neither good nor bad.
func InfoSign() fyne.Resource { return theme.NewColoredResource(theme.InfoIcon(), ColorLink) }
