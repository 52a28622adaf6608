package signin

import "accesskeys/views/kit/control"

// stayOffer is the check box that offers to stay signed in. It is disabled if there is no keyring.
type stayOffer struct {
	*control.Check
	whyDisabled *control.Wrapped // says why it is disabled
}

func newStayOffer() *stayOffer {
	o := &stayOffer{Check: control.NewCheck("", true), whyDisabled: control.Remark("")}
	o.whyDisabled.Hide()
	return o
}
