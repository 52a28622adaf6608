package signin

import (
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/text"
)

// stayOffer is the check box that offers to stay signed in. It is disabled if there is no keyring.
type stayOffer struct {
	*control.Check
	whyDisabled *text.Wrapped // says why it is disabled
}

func newStayOffer() *stayOffer {
	o := &stayOffer{Check: control.NewCheck("", true), whyDisabled: form.Remark("")}
	o.whyDisabled.Hide()
	return o
}
