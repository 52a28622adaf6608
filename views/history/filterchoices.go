package history

import (
	"slices"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// actionChoices returns the actions to choose from. The first, "", stands for all.
func actionChoices() []history.Action { return append([]history.Action{""}, history.Actions()...) }

func actionNames() []string {
	return control.Names(actionChoices(), func(a history.Action) string {
		if a == "" {
			return lang.L("All actions")
		}
		return words.ActionName(a)
	})
}

// periodDays has the choices of how many days are shown, including today; 0 stands for all.
var periodDays = [...]int{0, 1, 7, 30, 90}

func periodNames() []string {
	return control.Names(periodDays[:], func(days int) string {
		switch days {
		case 0:
			return lang.L("Any time")
		case 1:
			return lang.L("Today")
		}
		return lang.N("Last {{.Count}} days", days, map[string]any{"Count": days})
	})
}

// periodBegin returns the start of the first day of the period at an index of periodDays, or the zero time for all.
func periodBegin(place int, now time.Time) time.Time {
	if place == 0 {
		return time.Time{}
	}
	y, m, d := now.Local().Date()
	return time.Date(y, m, d-periodDays[place]+1, 0, 0, 0, 0, time.Local)
}

func indexOf(all []history.Action, a history.Action) int { return slices.Index(all, a) }
