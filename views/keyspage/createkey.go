package keyspage

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/confirm"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/toast"
	"accesskeys/views/notes"
	"accesskeys/views/words"
)

// CreatePause is how long New does nothing after it was pressed.
const CreatePause = time.Second

// creator creates keys.
type creator struct {
	*scope
	display  *display
	status   *status
	outcomes *outcomes
	creating bool
	asker    *notes.Asker // asks what a new key is for
	doubt    bool         // the server did not answer, and it is checked whether it is there
	resting  func()       // ends the rest after New early; nil when New may be pressed
}

// rest lets New do nothing until it has not been pressed for a moment: a key held down is pressed again
// and again.
func (c *creator) rest() {
	if c.resting != nil {
		c.resting()
	}
	c.resting = c.tasks.After(CreatePause, func() { c.resting = nil })
}

func (c *creator) create() {
	if !c.status.mayChange() {
		return
	}
	held := c.creating || c.resting != nil
	c.rest()
	if held {
		return
	}
	if c.keys.MasksSecrets() {
		c.win.Dialogs.Ask(confirm.WithoutSecret(c.begin))
		return
	}
	c.begin()
}

// begin creates a key, unless one is being created.
func (c *creator) begin() {
	if c.creating || !c.status.mayChange() {
		return
	}
	onButton := c.win.Canvas.Focused() == fyne.Focusable(c.display.view.toolbar.create)
	c.creating = true
	c.asker.Expect()
	c.status.show()
	background.GoVital(c.win.Tasks, c.tasks.Limit, c.keys.Create, func(ids []string, err error) {
		c.creating = false
		c.rest()
		if err != nil {
			c.log.Warn("creating a key", "reason", words.Reason(err))
		}
		switch {
		case c.left():
			c.createdLate(ids, err)
		case err != nil:
			c.failed(err)
			c.status.show()
			c.tasks.After(CreatePause, c.asker.ExpectNone) // the user may be in the middle of a word
			if onButton && keytable.HasFocus(c.display.list) {
				c.win.Canvas.Focus(c.display.view.toolbar.create)
			}
		default:
			c.status.show()
			c.display.present(ids)
			c.tellCreated(ids, toast.Subject.Done)
			for _, id := range ids {
				c.asker.Ask(id)
			}
			c.asker.ExpectNone()
		}
	})
}

// failed says that there is no new key, or that this is not known. Then the list is read again.
func (c *creator) failed(err error) {
	c.outcomes.created = c.outcomes.created || keys.Uncertain(err)
	c.about(keys.OpCreate, "").Failed(words.NotCreated(err), keys.Uncertain(err))
	if outdates(err) || keys.Offline(err) {
		c.doubt = true
		c.outcomes.loader.reloadQuietly()
	}
}

// tellCreated says which keys were created.
func (c *creator) tellCreated(ids []string, say func(toast.Subject, string)) {
	c.outcomes.undo.End()
	ofNew := c.about(keys.OpCreate, "")
	ofNew.Withdraw()
	switch {
	case len(ids) == 0 && c.keys.Partial():
		ofNew.Note(lang.L("The key was created, but isn't in the part of the list that the server sent."))
	case len(ids) == 0:
		ofNew.Note(lang.L("The key was created, but isn't listed yet. Reload in a moment."))
	}
	for _, id := range ids {
		say(c.about(keys.OpCreate, id), lang.L("Created {{.ID}}", map[string]any{"ID": c.labels.named(id)}))
	}
}

// createdLate says what became of a new key after the session was left.
func (c *creator) createdLate(ids []string, err error) {
	switch {
	case keys.Uncertain(err):
		c.about(keys.OpCreate, "").Unknown(notSeenLate())
	case err != nil:
		c.about(keys.OpCreate, "").Error(words.NotCreated(err))
	default:
		c.tellCreated(ids, toast.Subject.Note)
	}
	c.host.ReloadKeys()
}
