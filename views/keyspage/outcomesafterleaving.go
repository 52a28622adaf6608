package keyspage

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// leave says, at the end of the session, how the user can find out about pending outcomes. It uses one message,
// because there is no room for many.
func (o *outcomes) leave() {
	var pending []string
	for _, k := range o.keys.All() {
		if k.Pending != "" {
			o.about(k.Pending, k.ID).Withdraw()
			pending = append(pending, words.Sentences(words.NotKnown(k.Pending, o.labels.nameOf(k.ID)), words.CheckStateLater()))
		}
	}
	if len(pending) > 0 {
		o.win.Toasts.Unknown(strings.Join(pending, "\n"))
	}
	if o.createPending {
		o.about(keys.OpCreate, "").Unknown(notSeenLate())
	}
}

func notSeenLate() string {
	return words.Sentences(words.NotSeen(), lang.L("Check the list when you sign in again."))
}

// tellChangedLate says how the change of a key ended when the session has ended in the meantime.
func (o *outcomes) tellChangedLate(id string, op keys.Operation, err error) {
	switch {
	case err == nil:
		o.about(op, id).DoneNote(words.Outcome(op, o.labels.nameOf(id)))
	case keys.Uncertain(err):
		o.about(op, id).Unknown(words.Sentences(words.NotKnown(op, o.labels.nameOf(id)), words.CheckStateLater()))
	default:
		o.about(op, id).Error(words.Failure(op, o.labels.nameOf(id), err))
	}
	o.host.ReloadKeys()
}
