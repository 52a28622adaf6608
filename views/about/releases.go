package about

import (
	"net/url"

	"fyne.io/fyne/v2/lang"
)

// Releases is where new versions are. The program does not look there by itself.
const Releases = "https://github.com/access-keys/AccessKeys/releases"

// openReleases opens the page in the user's browser, or says its address.
func (d *Dialog) openReleases() {
	page, err := url.Parse(Releases)
	if err == nil {
		err = d.OpenURL(page)
	}
	if err != nil {
		d.Win.Toasts.Error(lang.L("No browser could be opened. New versions are at {{.Address}}.", map[string]any{"Address": Releases}))
	}
}
