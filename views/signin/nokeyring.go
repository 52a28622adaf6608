package signin

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
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

// stayOffer offers to stay signed in, where there is a keyring for that.
type stayOffer struct {
	*control.Check
	refused *control.Wrapped // why not
}

func newStayOffer() *stayOffer {
	o := &stayOffer{Check: control.NewCheck("", true), refused: control.Remark("")}
	o.refused.Hide()
	return o
}

func (o *stayOffer) refuse() {
	o.SetChecked(false)
	o.Disable()
	style.Show(o.refused, true)
}

func noKeyring() string {
	return lang.L("This computer has no keyring. You'll sign in at each start.")
}
