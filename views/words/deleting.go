package words

import (
	"strings"
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

// mostPlaces is how many places are named where a key is used.
const mostPlaces = 4

// UsedBy says where a key is used.
func UsedBy(places []string) string {
	more := len(places) - mostPlaces
	if more <= 0 {
		return lang.L("Used by: {{.Places}}", map[string]any{"Places": strings.Join(places, ", ")})
	}
	named := strings.Join(places[:mostPlaces], ", ")
	return lang.N("Used by: {{.Places}}, and {{.Count}} more", more, map[string]any{"Places": named, "Count": more})
}
