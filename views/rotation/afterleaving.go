package rotation

import (
	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/views/words/replacement"
)

// tellLate says how a change ended when the session has ended in the meantime.
func (t acts) tellLate(a rotation.Act, before *rotation.State, err error) {
	p := t.page
	op, ids := changeOf(a, before)
	switch {
	case op == "":
	case err != nil && !keys.Uncertain(err):
		p.subject().Error(replacement.NotDone(a, before, p.host.Name, err))
	default:
		if s, open := p.guide.State(p.old); open && op == keys.OpCreate && s.New != "" {
			ids = []string{s.New}
		}
		p.host.ChangedLate(op, ids, err)
	}
}

// changeOf returns the operation that an act asks of the server, and the existing keys that it changes. Creating a key
// changes none of them. op is "" for an act that changes no key.
func changeOf(a rotation.Act, s *rotation.State) (op keys.Operation, ids []string) {
	switch op = a.Operation(); {
	case op == "", op == keys.OpCreate:
		return op, nil
	case a == rotation.ActEnableNew:
		return op, []string{s.New}
	}
	return op, []string{s.Old}
}
