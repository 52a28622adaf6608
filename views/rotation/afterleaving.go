package rotation

import (
	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/views/words"
)

// tellLate says what came of a change after the session was left.
func (t acts) tellLate(a rotation.Act, before *rotation.State, err error) {
	p := t.page
	op, ids := changeOf(a, before)
	switch {
	case op == "":
	case err != nil && !keys.Uncertain(err):
		p.said().Error(words.NotReplaced(a, before, p.host.Name, err))
	default:
		if s, open := p.guide.State(p.old); open && op == keys.OpCreate && s.New != "" {
			ids = []string{s.New}
		}
		p.host.ChangedLate(op, ids, err)
	}
}

// changeOf is the change that an act asks of the server, and the keys that are there already that it is of.
func changeOf(a rotation.Act, s *rotation.State) (op keys.Operation, ids []string) {
	switch a {
	case rotation.ActCreate, rotation.ActCreateAgain:
		return keys.OpCreate, nil
	case rotation.ActDisable:
		return keys.OpDisable, []string{s.Old}
	case rotation.ActDelete:
		return keys.OpDelete, []string{s.Old}
	case rotation.ActEnableOld, rotation.ActUndo:
		return keys.OpEnable, []string{s.Old}
	case rotation.ActEnableNew:
		return keys.OpEnable, []string{s.New}
	}
	return "", nil
}
