package signin

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
)

// lookForKeyring finds out whether the user can stay signed in, and says so beforehand if not.
func (p *Page) lookForKeyring() {
	background.GoErr(p.win.Tasks, func(ctx context.Context) error { return p.app.Keyring.Probe(ctx) }, func(err error) {
		if keyring.KindOf(err) == keyring.Missing {
			p.Keep.refuse()
		}
	})
}

func (o *stayOffer) refuse() {
	o.SetChecked(false)
	o.Disable()
	style.Show(o.refused, true)
}

func noKeyring() string {
	return lang.L("This computer has no keyring. You'll sign in at each start.")
}
