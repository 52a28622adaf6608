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

// CreatePause is how long New ignores further presses, unless the user types about the new key meanwhile.
const CreatePause = time.Second

// creator creates keys.
type creator struct {
	*scope
	display        *display
	status         *status
	outcomes       *outcomes
	creating       bool
	more           int          // how many keys to create after that, one by one
	asker          *notes.Asker // asks for the label of a new key
	checkingServer bool         // after a failed attempt, until the list has been read
	endPause       func()       // cancels the pause after New; nil when New may be pressed
	input          bool         // the user has typed about the new key since New was pressed, so that the next press is meant
	forget         func()       // stops the timer that forgets what was typed about a key that was not created; nil if none runs
}

// pause has New ignore presses for a moment. Each press starts the moment again: a key that is held down repeats.
func (c *creator) pause() {
	if c.endPause != nil {
		c.endPause()
	}
	c.endPause = c.tasks.After(CreatePause, func() { c.endPause = nil })
}

// create handles a press of New. Neither a double press nor a key that is held down creates two keys. A press after the user
// has typed about the key before is neither: it creates another, after that one.
func (c *creator) create() {
	if !c.status.mayChange() {
		return
	}
	meant := c.input || c.endPause == nil
	input := c.input
	c.input = false
	c.pause()
	switch {
	case !meant:
		c.asker.TakeFocusBack()
	case c.creating && input && !c.keys.MasksSecrets():
		c.more++
		c.asker.Expect()
	case c.creating:
		c.win.Toasts.HintWhile(words.StillCreating(), func() bool { return c.creating })
	case c.keys.MasksSecrets():
		c.win.Dialogs.Ask(confirm.WithoutSecret(c.begin))
	default:
		c.begin()
	}
}

// begin creates a key, unless one is being created already.
func (c *creator) begin() {
	if c.creating || !c.status.mayChange() {
		return
	}
	if c.forget != nil {
		c.forgetTyped()
	}
	onButton := c.win.Canvas.Focused() == fyne.Focusable(c.display.view.Toolbar.Create)
	c.asker.Expect()
	c.request(onButton)
}

// forgetTyped forgets what was typed about a key that was not created.
func (c *creator) forgetTyped() {
	c.forget()
	c.forget = nil
	c.asker.ExpectNone()
}

// request has the server create a key. onButton is whether the keyboard was on New.
func (c *creator) request(onButton bool) {
	find := c.display.find
	c.creating = true
	c.about(keys.OpCreate, "").WithdrawFailure()
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
			c.more = 0
			c.tellFailed(err)
			c.status.show()
			c.forget = c.tasks.After(CreatePause, c.forgetTyped) // the user may be in the middle of a word
			if onButton && keytable.HasFocus(c.display.list) {
				c.win.Canvas.Focus(c.display.view.Toolbar.Create)
			}
		default:
			c.status.show()
			if len(ids) != 1 { // the label of one might become that of another
				c.asker.ExpectNoMore()
			}
			switch {
			case c.win.Dialogs.IsOpen(): // it may be about another row, which stays where it is
				c.display.highlight(ids)
				c.asker.Skip()
			case c.display.find == find || !c.display.hides(ids): // what the user has filtered by meanwhile stays
				c.present(ids)
			default:
				c.asker.Skip()
			}
			c.tellCreated(ids, toast.Subject.Done)
			c.goOn(len(ids) == 1)
		}
	})
}

// goOn creates the next key that the user has asked for, if there is one. If that is not possible, it says so. known is
// whether it is known which key was created.
func (c *creator) goOn(known bool) {
	if c.more == 0 {
		c.asker.ExpectNone()
		return
	}
	c.more--
	if !known || c.keys.MasksSecrets() || !c.status.mayChange() {
		c.more = 0
		c.asker.ExpectNone()
		c.win.Toasts.About("next key").Note(lang.L("The next key was not created. Press New to create it."))
		return
	}
	c.asker.ExpectNext()
	c.request(false)
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
		c.outcomes.loader.reloadQuietly()
		c.checkingServer = c.outcomes.loader.loading // it does not begin while a batch is running or the window is locked
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
