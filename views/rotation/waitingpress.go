package rotation

import (
	"accesskeys/app/rotation"
	"accesskeys/client"
	"accesskeys/views/words/replacement"
)

// waitingPress is a press that waits until the keys are read: what it asks for may no longer be possible then.
type waitingPress struct {
	act   rotation.Act
	shown string // what the page showed of the replacement when the user pressed
	do    func()
}

// wait has a press wait while the keys are being read, and reports whether they are. There is one such press at most.
func (t acts) wait(a rotation.Act, do func()) bool {
	p := t.page
	if p.doing.act != rotation.ActLook {
		return false
	}
	if p.doing.next == nil {
		p.doing.next = &waitingPress{a, stateShown(p), do}
		p.Rebuild()
	}
	return true
}

// takeWaiting does what a press has waited for, once the keys were read. It does nothing if the user has turned to something
// else, and says so if the press meant another state of the replacement than the page shows now.
func (t acts) takeWaiting(next *waitingPress, before *rotation.State, err error) {
	p := t.page
	switch {
	case next == nil, !p.shown(), !p.host.OnScreen(), client.KindOf(err) == client.KindLocked:
	case err != nil && asksServer(next.act):
		p.host.TellFailed(p.subject(), replacement.NotDone(next.act, before, p.host.Name, err), err)
	case err != nil && !isUnasked(err): // the page could not be updated, which was told
	case next.shown != stateShown(p):
		p.subject().Hint(replacement.NotDone(next.act, before, p.host.Name, &rotation.NotNowError{}))
	case asksServer(next.act) && !p.host.MayChange():
	default:
		next.do()
	}
}
