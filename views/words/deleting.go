package words

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// CannotBeUndone says that nothing brings back a deleted key.
func CannotBeUndone() string { return lang.L("This cannot be undone.") }

// DisableInstead says why disabling comes before deleting.
func DisableInstead() string {
	return lang.L("A disabled key can be enabled again. A deleted one cannot.")
}

// DisabledSince says when this app disabled a key.
func DisabledSince(at, now time.Time) string {
	return lang.L("Disabled since {{.Time}}, by this app.", map[string]any{"Time": Moment(at, now)})
}
