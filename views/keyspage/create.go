package keyspage

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// CreatePause is how long New does nothing after it was pressed.
const CreatePause = time.Second

// rest lets New do nothing until it has not been pressed for a moment: a key held down is pressed again
// and again.
func (p *Page) rest() {
	if p.resting != nil {
		p.resting()
	}
	p.resting = p.tasks.After(CreatePause, func() { p.resting = nil })
}

func (p *Page) Create() {
	if !p.MayChange() {
		return
	}
	held := p.creating || p.resting != nil
	p.rest()
	if held {
		return
	}
	p.creating = true
	p.refresh()
	background.GoVital(p.win.Tasks, p.tasks.Limit, p.Keys.Create, func(ids []string, err error) {
		p.creating = false
		p.rest()
		if err != nil {
			p.log.Warn("creating a key", "reason", words.Reason(err))
		}
		switch {
		case p.left():
			p.createdLate(ids, err)
		case err != nil:
			p.refresh()
			p.createFailed(err)
		default:
			p.refresh()
			p.unhide(ids)
			p.List.Mark(ids)
			p.toldCreated(ids, p.win.Toasts.Done)
		}
	})
}

// createFailed says that there is no new key, or that nobody knows; then the list is looked through.
func (p *Page) createFailed(err error) {
	if keys.Uncertain(err) {
		p.sayUnknown("", words.NotCreated(err))
	} else {
		p.win.Toasts.Error(words.NotCreated(err))
	}
	if outdates(err) || keys.Offline(err) {
		p.reloadQuietly()
	}
}

// toldCreated says which keys were created.
func (p *Page) toldCreated(ids []string, say func(string)) {
	switch {
	case len(ids) == 0 && p.Keys.Partial():
		p.win.Toasts.Note(lang.L("The key was created. The server sends only a part of the list, and the key is not in it."))
	case len(ids) == 0:
		p.win.Toasts.Note(lang.L("The server made a key, but does not list it yet. Reload in a moment."))
	}
	for _, id := range ids {
		say(lang.L("Created {{.ID}}", map[string]any{"ID": id}))
	}
}
