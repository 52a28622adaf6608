package undo

import (
	"cmp"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// NotYet says that an operation on a key, which was to undo a Disable, has failed because the server cannot be worked with.
// Its offer must have come back. NotYet returns "" after any other failure.
func (u *Undo) NotYet(op keys.Operation, id string, err error) string {
	for _, o := range u.about([]string{id}) {
		if o.tried && op == keys.OpEnable && keys.Offline(err) && !keys.Uncertain(err) {
			return words.Sentences(u.still(o), cmp.Or(words.Briefly(err), words.Explain(err)))
		}
	}
	return ""
}

// still says what is so because an offer could not be taken.
func (u *Undo) still(o *offer) string {
	if len(o.left.Keys) > 1 {
		return lang.L("The keys are still disabled. Enable them once the server works again.")
	}
	return lang.L("{{.ID}} is still disabled. Enable it once the server works again.", map[string]any{"ID": u.name(o.left.Keys[0].ID)})
}
