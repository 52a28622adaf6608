package words

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// NoAnswerFor says that the server is asked again, after it has not answered for a time.
func NoAnswerFor(d time.Duration) string {
	return lang.L("The server hasn't answered for {{.Seconds}} s. Still trying…", map[string]any{"Seconds": int(d.Seconds())})
}
