package signin

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
)

// probePause is how long the form waits before it looks again for a keyring: the user may start one.
const probePause = 5 * time.Second

// probeKeyring finds out whether there is a keyring. Until there is one, the form says that the user cannot stay signed in.
func (p *Page) probeKeyring() {
	background.GoErr(p.win.Tasks, func(ctx context.Context) error { return p.app.Keyring.Probe(ctx) }, func(err error) {
		missing := keyring.KindOf(err) == keyring.Missing
		if missing == p.Keep.made() {
			p.Keep.SetChecked(!missing && settings.KeepsSignedIn(p.app.Settings.Get(), p.target.account))
			style.Show(p.Keep.whyDisabled, missing)
			style.Enable(p.Keep, !missing && !p.last.busy)
		}
		if missing {
			p.win.Tasks.After(probePause, func() {
				if p.host.Shows(p) {
					p.probeKeyring()
				}
			})
		}
	})
}

func noKeyring() string {
	return lang.L("No keyring found. Without one, you'll sign in at each start.")
}
