package signin

import (
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/text"
)

// stayOffer is the tick box that offers to stay signed in. It begins as the user left it at the last sign-in, and is
// disabled if there is no keyring.
type stayOffer struct {
	*control.Check
	whyDisabled *text.Wrapped // says why it is disabled
}

func newStayOffer(on bool) *stayOffer {
	o := &stayOffer{Check: control.NewCheck("", on), whyDisabled: form.Remark("")}
	o.whyDisabled.Hide()
	return o
}

// made reports whether the user could choose.
func (o *stayOffer) made() bool { return !o.whyDisabled.Visible() }
