package style

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
)

// ownIcons maps the toolkit's icons that the window shows to icons of our own, all drawn with lines of the same width.
var ownIcons = map[fyne.ThemeIconName]string{
	theme.IconNameWarning:       "warning",
	theme.IconNameError:         "error",
	theme.IconNameInfo:          "info",
	theme.IconNameQuestion:      "question",
	theme.IconNameHelp:          "question",
	theme.IconNameConfirm:       "confirm",
	theme.IconNameCancel:        "cancel",
	theme.IconNameAccount:       "account",
	theme.IconNameSettings:      "settings",
	theme.IconNameLogout:        "logout",
	theme.IconNameMenu:          "menu",
	theme.IconNameContentAdd:    "add",
	theme.IconNameContentRemove: "remove",
	theme.IconNameMediaSkipNext: "skip",
	theme.IconNameVisibility:    "visibility",
	theme.IconNameVisibilityOff: "visibilityoff",

	theme.IconNameMenuExpand:    "chevronright",
	theme.IconNameArrowDropDown: "chevrondown",
}

// Icon implements fyne.Theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if drawn, ok := ownIcons[name]; ok {
		return theme.NewThemedResource(assets.Drawn(drawn))
	}
	return t.Theme.Icon(name)
}
