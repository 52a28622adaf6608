package signin

import "accesskeys/views/kit/control"

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
