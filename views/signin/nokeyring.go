package signin

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
)

// probeKeyring finds out whether there is a keyring. If not, the form says that the user cannot stay signed in.
func (p *Page) probeKeyring() {
	background.GoErr(p.win.Tasks, func(ctx context.Context) error { return p.app.Keyring.Probe(ctx) }, func(err error) {
		if keyring.KindOf(err) == keyring.Missing {
			p.Keep.disable()
		}
	})
}

func (o *stayOffer) disable() {
	o.SetChecked(false)
	o.Disable()
	style.Show(o.whyDisabled, true)
}

func noKeyring() string {
	return lang.L("No keyring found. Without one, you'll sign in at each start.")
}
