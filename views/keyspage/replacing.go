package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	apprep "accesskeys/app/rotation"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/rotation"
	"accesskeys/views/words"
)

// Replacing shows the page that leads through replacing a key, in place of the list.
type Replacing struct {
	*scope
	host    rotation.Host
	guide   *apprep.Guide
	display *display
	hide    func() // hides secrets

	shown *rotation.Page // nil while the list is shown
	body  *fyne.Container
}

func newReplacing(p *Page) *Replacing {
	return &Replacing{scope: p.scope, host: replaceHost{p}, guide: p.host.Guide(), display: p.display, hide: p.secrets.hideAll,
		body: container.NewStack()}
}

// may reports whether a key can be replaced, or is part of a replacement.
func (r *Replacing) may(k keys.Key) bool {
	_, open := r.guide.State(k.ID)
	return open || k.State == client.StateEnabled
}

// open shows the page for a key.
func (r *Replacing) open(id string) {
	k, ok := r.display.list.Key(id)
	switch {
	case !ok:
		return
	case !r.may(k):
		r.win.Toasts.Hint(lang.L("Only a key that is enabled can be replaced."))
		return
	}
	r.Open(id)
}

// Open shows the page for a key, whatever its state.
func (r *Replacing) Open(id string) {
	r.hide()
	r.win.Toasts.Clear()
	r.shown = rotation.New(r.win, r.host, r.tasks, r.guide, id)
	r.show()
	r.shown.Focus()
	r.shown.Open()
}

// Shown reports whether the page is shown, and not the list.
func (r *Replacing) Shown() bool { return r.shown != nil }

// Close shows the list again, and reports whether that was not shown.
func (r *Replacing) Close() bool {
	if r.shown == nil {
		return false
	}
	old := r.shown.Old()
	r.shown = nil
	r.show()
	r.display.list.Choose(old, 0)
	r.win.Canvas.Focus(r.display.list)
	return true
}

// show shows the page, or the list.
func (r *Replacing) show() {
	var o fyne.CanvasObject = r.display.view.object
	if r.shown != nil {
		o = r.shown.Show()
	}
	if len(r.body.Objects) == 1 && r.body.Objects[0] == o {
		return
	}
	r.body.Objects = []fyne.CanvasObject{o}
	r.body.Refresh()
}

// changed shows what has become of the replacements.
func (r *Replacing) changed() {
	r.display.list.Signs.Changed()
	if r.shown != nil {
		r.shown.Refresh()
	}
}

// chips are what a row says of the replacement that its key is part of.
func (r *Replacing) chips(k keys.Key) []keytable.Chip {
	s, open := r.guide.State(k.ID)
	if !open {
		return nil
	}
	c := keytable.Chip{Mark: keytable.MarkInfo, Whole: words.ReplacementFact(&s, k.ID, r.host.Name)}
	c.Text, c.Short = words.ReplacementChip(&s, k.ID)
	switch {
	case s.Halt() != "":
		c.Mark, c.Tone = keytable.MarkWarning, keytable.ToneSoon
	case s.Step == apprep.StepWait && k.ID == s.Old:
		c.Mark = keytable.MarkClock
	}
	return []keytable.Chip{c}
}

// facts are what the details of a key say of its replacement.
func (r *Replacing) facts(k keys.Key) []words.Fact {
	s, open := r.guide.State(k.ID)
	if !open {
		return nil
	}
	return []words.Fact{{Name: lang.L("Replacement"), Value: words.ReplacementFact(&s, k.ID, r.host.Name)}}
}
