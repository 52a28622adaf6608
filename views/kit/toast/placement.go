package toast

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/form"
	"accesskeys/views/kit/style"
)

const (
	leastBody = float32(240) // the height that messages below a body leave to it at least

	edge  = float32(12) // between the sides of the room and a message
	gap   = float32(4)  // between two messages
	inset = float32(2)  // between the messages and the top and bottom of the room
	below = float32(8)  // between the messages and the bottom of the window
)

// Room is an area of the window for messages, where they cover nothing to click and little to read. If its size is zero,
// the messages are below what scrolls, which gets lower, and Most is how high they may be; 0 means as high as they like.
//
// The page has a foot that stays where it is if Lift is not nil. Lift makes what scrolls above it lower by the height of the
// messages, and returns how high above the bottom of the window they end. Otherwise the whole page gets lower.
type Room struct {
	At   fyne.Position
	Size fyne.Size
	Most float32
	Lift func(height float32) (foot float32)
}

// lift is Lift, if the page has a foot.
func (r Room) lift(height float32) (foot float32) {
	if r.Lift == nil {
		return 0
	}
	return r.Lift(height)
}

// Around returns body with the messages over it where it leaves them room, or else in a corner below it.
func (t *Toasts) Around(body fyne.CanvasObject) fyne.CanvasObject {
	t.outer.Objects = []fyne.CanvasObject{body, t.Layer}
	return t.outer
}

// OnScreen returns the messages that are shown.
func (t *Toasts) OnScreen() (shown []fyne.CanvasObject) {
	if t.hidden {
		return nil
	}
	for _, o := range t.Layer.Objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

// Relayout lays out the body and the messages again. It must be called when the body has other contents.
func (t *Toasts) Relayout() { t.outer.Layout.Layout(t.outer.Objects, t.outer.Size()) }

// asideLayout lays out the body and the messages so that the messages cover nothing. If the page leaves no room for
// them, the body is made lower while there are any.
type asideLayout struct{ toasts *Toasts }

func (l asideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}

func (l asideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	body, layer := objects[0], objects[1]
	over := !l.toasts.Room().Size.IsZero()
	room := l.fit(body, size, over)
	if now := !l.toasts.Room().Size.IsZero(); now != over { // with its new size, the page has another layout
		room = l.fit(body, size, now)
	}
	layer.Move(room.At)
	layer.Resize(room.Size)
	stackedLayout(l).Layout(nil, room.Size) // fitting has resized the messages, even if the layer has kept its size
	taken := float32(0)
	if l.toasts.Room().Size.IsZero() {
		taken = room.Size.Height
	}
	if taken != l.toasts.taken {
		l.toasts.taken = taken
		l.toasts.OnMoved()
	}
}

// fit gives the body its size, and the messages their sizes: they are over the body, or else below it. It returns where
// they have room.
func (l asideLayout) fit(body fyne.CanvasObject, size fyne.Size, over bool) Room {
	if over {
		body.Resize(size)
		room := l.toasts.Room() // it may have changed with the size of the body
		room.lift(0)
		l.toasts.fit(room.Size)
		return room
	}
	most := max(0, size.Height-max(leastBody, body.MinSize().Height))
	room := l.toasts.Room()
	if room.Most > 0 {
		most = min(most, room.Most)
	}
	height, lower := l.toasts.fit(fyne.NewSize(size.Width, most)), float32(0)
	if room.Lift == nil {
		lower = height
	}
	body.Resize(fyne.NewSize(size.Width, size.Height-lower))
	foot := room.lift(height)
	if foot > 0 {
		foot -= (below - inset) / 2 // as far from the foot as from what scrolls
	}
	return Room{At: fyne.NewPos(0, size.Height-height-foot), Size: fyne.NewSize(size.Width, height)}
}

// fit shows as many messages as there is room for, and returns the height that they take. The newest message is shown
// even if it has to be cut; older ones wait, each for the rest of its time, and so do those behind a dialog. A success
// waits no longer than it would have been shown.
func (t *Toasts) fit(room fyne.Size) float32 {
	total, count := float32(0), 0
	for i := len(t.Shown) - 1; i >= 0; i-- {
		shown := t.Shown[i]
		height := shown.fit(min(room.Width-2*edge, shown.widest()), room.Height-2*inset, t.Brief) + gap
		fits := total == 0 || count < mostShown && total+height-gap+2*inset <= room.Height
		fits = fits && !shown.isBehind()
		switch {
		case fits && !shown.Object.Visible():
			t.startTimer(shown)
		case !fits && shown.Object.Visible():
			shown.count(t)
			shown.stopTimer()
			if shown.isPassingSuccess() {
				t.startTimer(shown)
			}
		}
		style.Show(shown.Object, fits)
		if fits {
			total += height
			count++
			shown.heldBack = shown.heldBack && t.hidden
		}
	}
	if total == 0 || t.hidden {
		return 0
	}
	return total - gap + inset + below
}

// fit makes a message as wide as it needs, up to widest. Of a text that does not fit into height it shows the brief form,
// and cuts that if it does not fit either. It returns the height of the message.
func (t *toast) fit(widest, height float32, brief func(string) string) float32 {
	at := fitted{t.Text, widest, height, t.offered}
	if t.fitted == at {
		return t.Object.MinSize().Height
	}
	t.fitted = at
	style.Show(t.offer, t.offered)
	var whole []rune
	for _, text := range []string{t.Text, brief(t.Text)} {
		shortened := style.Shorten(text, LongestToast)
		t.show(shortened, shortened != text)
		if t.heightAt(widest) <= height {
			return t.balance(widest)
		}
		whole = []rune(shortened)
	}
	t.show("…", true)
	style.Show(t.offer, t.offered && widest-aroundText-t.buttonsWidth() >= leastText)
	fits, tooLong := 1, len(whole)
	for tooLong-fits > 1 {
		most := (fits + tooLong) / 2
		t.show(string(whole[:most])+"…", true)
		if t.heightAt(widest) <= height {
			fits = most
		} else {
			tooLong = most
		}
	}
	t.show(string(whole[:fits])+"…", true)
	return t.heightAt(widest)
}

// balance makes a message of several lines as narrow as it can be without another line or a broken word, so that its last
// line is no single word. It returns the height of the message.
func (t *toast) balance(widest float32) float32 {
	height := t.heightAt(widest)
	if t.width() <= widest {
		return height
	}
	narrow, wide := aroundText+t.buttonsWidth()+style.WidestPiece(t.Message.Text, style.SizeText), widest
	for wide-narrow > 4 {
		middle := (narrow + wide) / 2
		if t.heightAt(middle) > height {
			narrow = middle
		} else {
			wide = middle
		}
	}
	return t.heightAt(wide)
}

// fitted holds the parameters for which a message was fitted last.
type fitted struct {
	text           string
	widest, height float32
	offers         bool
}

// heightAt returns the height of a message that is as wide as it needs, up to widest. It resizes the message to nothing
// first: the toolkit lays out a message again only if its size changes.
func (t *toast) heightAt(widest float32) float32 {
	t.Object.Resize(fyne.Size{})
	return form.HeightAt(t.Object, min(widest, t.width()))
}

// stackedLayout lays out the messages below one another, at the right.
type stackedLayout struct{ toasts *Toasts }

func (stackedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l stackedLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := inset
	for _, shown := range l.toasts.Shown {
		o := shown.Object
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(o.Size().Width, o.MinSize().Height))
		o.Move(fyne.NewPos(size.Width-edge-o.Size().Width, y))
		y += o.Size().Height + gap
	}
}
