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

// CreatePause is how long New ignores further presses.
const CreatePause = time.Second

// creator creates keys.
type creator struct {
	*scope
	display        *display
	status         *status
	outcomes       *outcomes
	creating       bool
	asker          *notes.Asker // asks for the label of a new key
	checkingServer bool         // the server did not answer; the app is checking whether it is reachable
	endPause       func()       // cancels the pause after New; nil when New may be pressed
}

// pause has New ignore presses for a moment. Each press starts the moment again, because a key that is held down
// repeats.
func (c *creator) pause() {
	if c.endPause != nil {
		c.endPause()
	}
	c.endPause = c.tasks.After(CreatePause, func() { c.endPause = nil })
}

func (c *creator) create() {
	if !c.status.mayChange() {
		return
	}
	held := c.creating || c.endPause != nil
	c.pause()
	if held {
		return
	}
	if c.keys.MasksSecrets() {
		c.win.Dialogs.Ask(confirm.WithoutSecret(c.begin))
		return
	}
	c.begin()
}

// begin creates a key, unless one is being created already.
func (c *creator) begin() {
	if c.creating || !c.status.mayChange() {
		return
	}
	find := c.display.find
	onButton := c.win.Canvas.Focused() == fyne.Focusable(c.display.view.Toolbar.Create)
	c.creating = true
	c.about(keys.OpCreate, "").WithdrawFailure()
	c.asker.Expect()
	c.status.show()
	background.GoVital(c.win.Tasks, c.tasks.Limit, c.keys.Create, func(ids []string, err error) {
		c.creating = false
		c.pause()
		if err != nil {
			c.log.Warn("creating a key", "reason", words.Reason(err))
		}
		switch {
		case c.sessionEnded():
			c.tellCreatedLate(ids, err)
		case err != nil:
			c.tellFailed(err)
			c.status.show()
			c.tasks.After(CreatePause, c.asker.ExpectNone) // the user may be in the middle of a word
			if onButton && keytable.HasFocus(c.display.list) {
				c.win.Canvas.Focus(c.display.view.Toolbar.Create)
			}
		default:
			c.status.show()
			if c.display.find == find || !c.display.hides(ids) { // what the user has filtered by meanwhile stays
				c.present(ids)
			}
			c.tellCreated(ids, toast.Subject.Done)
			c.asker.ExpectNone()
		}
	})
}

// present shows new keys in the list, and asks what they are for.
func (c *creator) present(ids []string) {
	c.display.presentNew(ids)
	for _, id := range ids {
		c.asker.Ask(id)
	}
}

// tellFailed says that no key was created, or that this is not known. It reloads the list if that may be out of date.
func (c *creator) tellFailed(err error) {
	c.outcomes.createPending = c.outcomes.createPending || keys.Uncertain(err)
	c.outcomes.tellError(c.about(keys.OpCreate, ""), words.BriefNotCreated(err), err)
	if outdates(err) || keys.Offline(err) {
		c.checkingServer = true
		c.outcomes.loader.reloadQuietly()
	}
}

// tellCreated says which keys were created, using say for each.
func (c *creator) tellCreated(ids []string, say func(toast.Subject, string)) {
	ofNew := c.about(keys.OpCreate, "")
	ofNew.Withdraw()
	switch {
	case len(ids) == 0 && c.keys.Partial():
		ofNew.Note(lang.L("The key was created, but isn't in the part of the list that the server sent."))
	case len(ids) == 0:
		ofNew.Note(lang.L("The key was created, but isn't listed yet. Reload in a moment."))
	}
	for _, id := range ids {
		say(c.about(keys.OpCreate, id), created(c.labels.nameOf(id)))
	}
}

func created(name string) string { return lang.L("Created {{.ID}}", map[string]any{"ID": name}) }

// nameNew calls a new key by the label that the user has just given it, in the message that it was created.
func (c *creator) nameNew(id string) {
	if said := c.about(keys.OpCreate, id); said.Says(created(id)) {
		said.Done(created(c.labels.nameOf(id)))
	}
}

// tellCreatedLate says how creating a key ended when the session has ended in the meantime, or the page that would show it
// was left.
func (c *creator) tellCreatedLate(ids []string, err error) {
	switch {
	case keys.Uncertain(err):
		c.about(keys.OpCreate, "").Unknown(notSeenLate())
	case err != nil:
		c.about(keys.OpCreate, "").Error(words.NotCreated(err))
	default:
		c.tellCreated(ids, toast.Subject.DoneNote)
		if !c.sessionEnded() {
			return // the list shows the key already
		}
	}
	c.host.ReloadKeys()
}
