package words

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/client/delay"
)

// Delayed says why something takes long: the server asks to wait, or it does not answer and is asked again.
func Delayed(d delay.Delay) string {
	if d.Asked > 0 {
		return lang.L("The server asks to wait for {{.Seconds}} s. Waiting…", map[string]any{"Seconds": int(d.Asked.Seconds())})
	}
	return lang.L("The server hasn't answered for {{.Seconds}} s. Still trying…", map[string]any{"Seconds": int(d.Silent.Seconds())})
}
