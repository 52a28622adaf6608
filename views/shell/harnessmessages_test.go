package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
)

// message is a message at the top of the window.
type message struct {
	text    string
	shown   string // the part of the text that there is room for
	whole   string // the tooltip with the whole text, if it is cut
	visible bool
	place   item
	dismiss *control.Button
	more    *control.Button // shows the whole text
}

// messages returns the current messages, oldest first.
func (r *rig) messages() (all []message) {
	for _, m := range r.w.page.Toasts.Shown {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(m.Object)
		place := item{areaOf(at, m.Object.Size()), m.Text}
		all = append(all, message{m.Text, m.Message.Text, m.Whole.Message, m.Object.Visible(), place, m.CloseButton, m.More})
	}
	return all
}

// said returns the texts of the messages on screen, oldest first, cut as on screen.
func (r *rig) said() (all []string) {
	for _, m := range r.messages() {
		all = append(all, m.shown)
	}
	return all
}

// meanwhile calls do, and look after each update of the window until do returns.
func (r *rig) meanwhile(do, look func()) {
	post := r.w.page.Tasks.Post
	defer func() { r.w.page.Tasks.Post = post }()
	r.w.page.Tasks.Post = func(update func()) {
		post(update)
		look()
	}
	do()
}

// messageMark returns the name of the icon beside the oldest message.
func (r *rig) messageMark() (name string) {
	walkVisible(r.w.page.Toasts.Shown[0].Object, func(o fyne.CanvasObject) {
		if icon, ok := o.(*widget.Icon); ok && name == "" {
			name = icon.Resource.Name()
		}
	})
	return name
}

// messagesShown reports whether messages are shown, not held back.
func (r *rig) messagesShown() bool { return r.w.page.Toasts.Layer.Visible() }

func (r *rig) toastsGone() { r.w.page.Toasts.Clear() }

func (r *rig) dismissMessage() { r.w.page.Toasts.Dismiss() }

func (r *rig) tellDone(message string) { r.w.page.Toasts.Done(message) }

func (r *rig) tellNote(message string) { r.w.page.Toasts.Note(message) }

func (r *rig) tellError(message string) { r.w.page.Toasts.Error(message) }

func (r *rig) tellSkew(skew time.Duration) { r.w.notices.TellSkew(skew) }

func (r *rig) tellStuck(restored bool) { r.w.notices.TellStuck(restored) }
