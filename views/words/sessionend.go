package words

import "fyne.io/fyne/v2/lang"

// SessionWaits is why the end of the user's session has to wait.
func SessionWaits() string { return lang.L("Access Keys is finishing what is under way.") }
