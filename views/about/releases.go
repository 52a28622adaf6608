package about

import (
	"net/url"

	"fyne.io/fyne/v2/lang"
)

// Releases is the address of new versions. The program does not check it automatically.
const Releases = "https://github.com/access-keys/AccessKeys/releases"

// openReleases opens the page in the user's browser. If that fails, it tells the user the address.
func (d *Dialog) openReleases() {
	page, err := url.Parse(Releases)
	if err == nil {
		err = d.OpenURL(page)
	}
	if err != nil {
		d.Win.Toasts.Error(lang.L("No browser could be opened. New versions are at {{.Address}}.", map[string]any{"Address": Releases}))
	}
}
