package keyspage

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// leave says of the pending outcomes how to find out about them, as the session is left: in one message, as there is
// no room for many.
func (o *outcomes) leave() {
	var pending []string
	for _, k := range o.keys.All() {
		if k.Pending != "" {
			o.about(k.Pending, k.ID).Withdraw()
			pending = append(pending, words.Sentences(words.NotKnown(k.Pending, o.labels.named(k.ID)), words.CheckStateLater()))
		}
	}
	if len(pending) > 0 {
		o.win.Toasts.Unknown(strings.Join(pending, "\n"))
	}
	if o.created {
		o.about(keys.OpCreate, "").Unknown(notSeenLate())
	}
}

func notSeenLate() string {
	return words.Sentences(words.NotSeen(), lang.L("Check the list when you sign in again."))
}

// changedLate says what became of a key after the session was left.
func (o *outcomes) changedLate(id string, op keys.Operation, err error) {
	switch {
	case err == nil:
		o.about(op, id).Note(words.Outcome(op, o.labels.named(id)))
	case keys.Uncertain(err):
		o.about(op, id).Unknown(words.Sentences(words.NotKnown(op, o.labels.named(id)), words.CheckStateLater()))
	default:
		o.about(op, id).Error(words.Failure(op, o.labels.named(id), err))
	}
	o.host.ReloadKeys()
}
