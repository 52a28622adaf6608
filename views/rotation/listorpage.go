package rotation

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/client"
	"accesskeys/views/chips"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
	"accesskeys/views/words/replacement"
)

// Tab shows the list of keys, or in its place the page that replaces a key.
type Tab struct {
	Object *fyne.Container
	*scope
}

// scope is what the tab and its pages share.
type scope struct {
	win   *page.Window
	host  Host
	tasks *background.Tasks // end with the session
	guide *rotation.Guide

	inPlace *Page            // shown in place of the list; nil while that is shown
	acting  map[string]*Page // with an act in progress, by the key that is replaced
	changes int              // keys being changed by the pages, counted from the click until the outcome is known

	unsure map[string]keys.Operation // of which a page has said that it is not confirmed, by the key that is replaced
}

// NewTab returns a tab that shows nothing until Show is called.
func NewTab(win *page.Window, host Host, tasks *background.Tasks, guide *rotation.Guide) *Tab {
	return &Tab{Object: container.NewStack(), scope: &scope{win: win, host: host, tasks: tasks, guide: guide, acting: map[string]*Page{}, unsure: map[string]keys.Operation{}}}
}

// Subscribe has the page refreshed whenever the record of the replacements changes. It calls changed first, on the UI
// thread.
func (t *Tab) Subscribe(changed func()) (unsubscribe func()) {
	return t.guide.File.Changed.Subscribe(func(struct{}) {
		t.tasks.Post(func() {
			changed()
			t.Refresh()
		})
	})
}

// Offer returns the name of what Ask does with a key in its menu: to replace it, or to go on with the replacement that it
// is part of. It returns "" if neither is possible.
func (t *Tab) Offer(k keys.Key) string {
	switch _, open := t.guide.State(k.ID); {
	case open:
		return lang.L("Continue Replacement")
	case k.State == client.StateEnabled:
		return lang.L("Replace…")
	}
	return ""
}

// Ask shows the page for a key, or says why it cannot be replaced.
func (t *Tab) Ask(id string) {
	k, ok := t.guide.Keys.Find(id)
	switch {
	case !ok:
	case t.Offer(k) == "":
		t.win.Toasts.Hint(whyNot(k.State))
	default:
		t.Open(id)
	}
}

// whyNot returns the text that says why a key in this state cannot be replaced, and what to do.
func whyNot(s client.State) string {
	create := map[string]any{"Keys": press.Chord(keyshortcuts.New())}
	if s == client.StateDisabled {
		return lang.L("Only an enabled key can be replaced. Enable it, or create a new one with New ({{.Keys}}).", create)
	}
	return lang.L("Only an enabled key can be replaced. Create a new one with New ({{.Keys}}).", create)
}

// Open shows the page for a key, whatever its state. Where another tab is shown, that keeps its messages and the keyboard.
func (t *Tab) Open(id string) {
	t.host.HideSecrets()
	t.Stop()
	t.inPlace = pageOf(t.scope, id)
	t.Show()
	if t.host.OnScreen() {
		toast.ClearPage(t.win.Toasts)
		t.inPlace.Focus()
	}
	t.inPlace.open()
}

// Shown reports whether a page is shown in place of the list.
func (t *Tab) Shown() bool { return t.inPlace != nil }

// Changing reports whether a key is being changed or created, by a page or on the list. The reading of keys before a
// change counts.
func (t *Tab) Changing() bool { return t.changes > 0 || keys.Changing(t.guide.Keys) }

// TopWidth returns the width of the buttons above the page that is shown in place of the list, or 0 if none is.
func (t *Tab) TopWidth() float32 {
	if t.inPlace == nil {
		return 0
	}
	return t.inPlace.drawn.topWidth
}

// Page returns the page that is shown in place of the list, or nil.
func (t *Tab) Page() *Page { return t.inPlace }

// Close shows the list again. It reports whether a page was shown until now.
func (t *Tab) Close() bool {
	if t.inPlace == nil {
		return false
	}
	t.Stop()
	left := t.inPlace.old
	if s, open := t.guide.State(left); open && s.OldKey.State == client.StateDeleted && s.New != "" {
		left = s.New // the list may hide the other
	}
	t.inPlace = nil
	t.Show()
	t.host.Choose(left)
	return true
}

// Does handles a shortcut while a page is shown, and reports whether one is.
func (t *Tab) Does(s fyne.Shortcut) (shown bool) {
	if t.inPlace == nil {
		return false
	}
	switch s.ShortcutName() {
	case (&fyne.ShortcutUndo{}).ShortcutName():
		t.host.Undo().TakeLast()
	case (&fyne.ShortcutCopy{}).ShortcutName():
		copySecret(t.inPlace)
	}
	return true
}

// Key scrolls the page by a key press that no control has handled.
func (t *Tab) Key(e *fyne.KeyEvent) { scroll.ByKey(t.inPlace.scroll.Scroll, e.Name) }

// Stop stops a start or a check in progress and forgets a press that waits, because the user leaves the page or the window is
// being locked.
func (t *Tab) Stop() {
	if t.inPlace != nil {
		t.inPlace.doing.next = nil
		t.inPlace.doing.stop()
	}
}

// Online takes back that the server did not answer, which it does again.
func (t *Tab) Online() { notAnswered(t.win).Withdraw() }

// Resolved takes back that a change is not confirmed, since its outcome is known now.
func (t *Tab) Resolved(r keys.Resolved) {
	for old, op := range t.unsure {
		s, _ := t.guide.State(old)
		if op == r.Op && (op == keys.OpCreate || r.ID == old || r.ID == s.New) {
			about(t.scope, old).WithdrawFailure()
			delete(t.unsure, old)
		}
	}
}

// Show shows the page, or the list.
func (t *Tab) Show() {
	o := t.host.List()
	if t.inPlace != nil {
		o = t.inPlace.object
	}
	if len(t.Object.Objects) == 1 && t.Object.Objects[0] == o {
		return
	}
	t.win.Presses.Changed()
	t.win.Tips.Clear()
	t.Object.Objects = []fyne.CanvasObject{o}
	t.Object.Refresh()
	t.win.Toasts.Relayout()
}

// Lift makes what scrolls on the page lower by the height of messages, and returns how high the buttons below it are, with
// what is below them; 0 if the messages have room below that. It returns ok only if a page is shown.
func (t *Tab) Lift(height float32) (foot float32, ok bool) {
	p := t.inPlace
	if p == nil {
		return 0, false
	}
	if height != p.messages.lifted {
		p.messages.lifted = height
		p.object.Refresh()
	}
	return p.messages.foot, true
}

// Refresh updates the page, if one is shown.
func (t *Tab) Refresh() {
	if t.inPlace != nil {
		t.inPlace.refresh()
	}
}

// FocusBack gives the keyboard to the page if a closing dialog has returned it to a control that has gone.
func (t *Tab) FocusBack() {
	if t.inPlace != nil {
		t.inPlace.focusBack()
	}
}

// Remark returns what a question about disabling or deleting a key says about its replacement, or "". standsIn reports
// whether the key replaces one that is already disabled: without it, neither would work.
func (t *Tab) Remark(id string) (text string, standsIn bool) {
	s, open := t.guide.State(id)
	switch {
	case !open:
		return "", false
	case s.New == id && s.NewKey.State == client.StateEnabled && s.OldOff():
		return replacement.StandsIn(t.host.Name(id), t.host.Name(s.Old)), true
	}
	return replacement.Progress(&s, id, t.host.Name), false
}

// Chips returns the chip that a key's row shows about its replacement, if there is one.
func (t *Tab) Chips(k keys.Key) []chips.Chip {
	s, open := t.guide.State(k.ID)
	if !open {
		return nil
	}
	c := chips.Chip{Mark: chips.MarkInfo, Whole: replacement.Fact(&s, k.ID, t.host.Name), Leads: true}
	c.Text, c.Short, c.Brief = replacement.Chip(&s, k.ID)
	c.Vague = replacement.IsBriefVague(&s, k.ID)
	switch {
	case s.Halt() != "":
		c.Mark, c.Tone = chips.MarkWarning, chips.ToneSoon
	case s.Step == rotation.StepWait && k.ID == s.Old:
		c.Mark = chips.MarkClock
	}
	return []chips.Chip{c}
}

// Facts returns what the details of a key say about its replacement, if there is one.
func (t *Tab) Facts(k keys.Key) []words.Fact {
	s, open := t.guide.State(k.ID)
	if !open {
		return nil
	}
	return []words.Fact{{Name: lang.L("Replacement"), Value: replacement.Fact(&s, k.ID, t.host.Name)}}
}
