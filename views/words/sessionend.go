package words

import "fyne.io/fyne/v2/lang"

// SessionWaits says why the end of the user's session on the computer has to wait.
func SessionWaits() string { return lang.L("Access Keys is finishing what is under way.") }
