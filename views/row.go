package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/client"
)

const (
	dotSize   = float32(7)
	dotGap    = float32(7) // from the dot to the word
	secretGap = float32(7) // from a secret to its links, as in the console
)

// rowActions is what a row asks for; each names its key by ID.
type rowActions struct {
	OnSelect       func(id string, held fyne.KeyModifier)
	OnToggleSecret func(id string)
	OnCopySecret   func(id string)
	OnToggleState  func(id string)
	OnDelete       func(id string)
	OnMenu         func(id string, at fyne.Position)
}

// rowData is all that a row shows.
type rowData struct {
	app.Key
	Secret   client.Secret // shown if there is one, masked otherwise
	Selected bool          // what is done to the selection is done to it
	Cursor   bool          // what is pressed is meant for it
	Focused  bool          // the list has the keyboard
	New      bool
	ReadOnly bool // nothing can be changed now
}

// row shows one key. It is recycled: everything that it shows is set anew by Set.
type row struct {
	widget.BaseWidget
	actions *rowActions
	look    *tableLook
	data    rowData
	hovered bool

	id, secret           *mono
	own, state, busy     *text
	dot                  *canvas.Rectangle
	show, copy           *link
	toggle, remove       *link
	more                 *link
	times                [3]*timeCell
	ground, edge, border *canvas.Rectangle
	ring                 *canvas.Rectangle
}

func newRow(actions *rowActions, tips *tips, look *tableLook) *row {
	r := &row{actions: actions, look: look}
	r.id, r.secret = newMono(idLength, 1), newMono(secretRoom, 1)
	r.own = newText("", sizeCaption, fyne.TextStyle{})
	r.state, r.busy = newText("", sizeText, fyne.TextStyle{}), newText("", sizeText, fyne.TextStyle{})
	r.dot = &canvas.Rectangle{CornerRadius: dotSize / 2}
	r.show = r.link(func(id string) { actions.OnToggleSecret(id) })
	r.copy = r.link(func(id string) { actions.OnCopySecret(id) })
	r.toggle = r.link(func(id string) { actions.OnToggleState(id) })
	r.remove = r.link(func(id string) { actions.OnDelete(id) })
	r.more = r.link(func(id string) { actions.OnMenu(id, r.below(r.more)) })
	for i, c := range []column{columnCreated, columnUpdated, columnExpires} {
		r.times[i] = newTimeCell(c, tips)
		r.times[i].area.OnHover = r.hover
	}
	r.ground, r.edge, r.border = &canvas.Rectangle{}, &canvas.Rectangle{}, &canvas.Rectangle{}
	r.ring = &canvas.Rectangle{StrokeWidth: 1}
	r.ExtendBaseWidget(r)
	return r
}

// link makes a link of the row's. A click selects the row too: what is pressed next is meant for the
// key that was clicked.
func (r *row) link(action func(id string)) *link {
	l := newLink(func(id string) {
		r.actions.OnSelect(id, 0)
		action(id)
	})
	l.OnHover = r.hover
	l.OnMenu = r.openMenu
	return l
}

func (r *row) below(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(0, o.Size().Height)
}

// Set makes the row show a key.
func (r *row) Set(d rowData) {
	r.data = d
	r.id.Set(d.ID, r.ink())
	r.own.Set("", colorSecondary)
	if d.Own {
		r.own.Set(lang.L("This app is signed in with this key"), colorSecondary)
	}
	r.setSecret()
	r.times[0].Set(d.CreatedAt, d.Unread.CreatedAt, r.ink())
	r.times[1].Set(d.UpdatedAt, d.Unread.UpdatedAt, r.ink())
	r.times[2].Set(d.ValidUntil, d.Unread.ValidUntil, r.ink())
	r.setActions()
	r.Refresh()
}

func (r *row) ink() fyne.ThemeColorName {
	if r.data.State == client.StateDeleted {
		return colorSecondary
	}
	return theme.ColorNameForeground
}

func (r *row) setSecret() {
	d := r.data
	verb := lang.L("Show")
	if d.Secret.IsZero() {
		r.secret.Set(mask, colorSecondary)
	} else {
		r.secret.SetSecret(d.Secret.Reveal(), theme.ColorNameForeground)
		verb = lang.L("Hide")
	}
	copyVerb := lang.L("Copy")
	if !canReveal(d.State) {
		verb, copyVerb = "", ""
	}
	r.show.Set(d.ID, verb)
	r.copy.Set(d.ID, copyVerb)
}

func (r *row) setActions() {
	d := r.data
	toggle, remove := toggleVerb(d.State), ""
	if canDelete(d.State) {
		remove = lang.L("Delete")
	}
	if progress(d.Key) != "" {
		toggle, remove = "", ""
	}
	r.toggle.Set(d.ID, toggle)
	r.remove.Set(d.ID, remove)
	r.toggle.Mute(d.ReadOnly)
	r.remove.Mute(d.ReadOnly)
	r.more.Set(d.ID, "•••")
	r.more.Name = lang.L("More actions")
	r.busy.Set(progress(d.Key), colorSecondary)
}

func (r *row) hover(in bool) {
	r.hovered = in
	r.Refresh()
}

// MouseIn is the pointer coming over it.
func (r *row) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved is of no use to a row.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is the pointer going away.
func (r *row) MouseOut() { r.hover(false) }

// Tapped selects the row, as well as others with Ctrl (Cmd on macOS), or all from the last one to it with
// Shift.
func (r *row) Tapped(*fyne.PointEvent) { r.actions.OnSelect(r.data.ID, keyModifiers()) }

// TappedSecondary opens the row's actions as a menu.
func (r *row) TappedSecondary(e *fyne.PointEvent) { r.openMenu(e) }

func (r *row) openMenu(e *fyne.PointEvent) { r.actions.OnMenu(r.data.ID, e.AbsolutePosition) }

// MinSize is what every row takes: widget.List keeps its theme's padding between rows free.
func (r *row) MinSize() fyne.Size {
	return fyne.NewSize(leastWidth(r.look.needs), r.look.Pitch()-theme.Padding())
}

// AccessibilityLabel is the key and its state, and that it expires at a time that is not known: the column for that
// may be hidden.
func (r *row) AccessibilityLabel() string {
	label := r.data.ID + ", " + stateName(r.data.State)
	if r.data.Unread.ValidUntil != "" {
		label += ", " + lang.L("Expires At") + " " + lang.L("unreadable")
	}
	return label
}

// AccessibilityRole is that of a text.
func (r *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	out := &rowRenderer{row: r}
	out.recolor()
	return out
}
