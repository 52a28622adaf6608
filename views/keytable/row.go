package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tickbox"
	"accesskeys/views/words"
)

const (
	dotSize   = float32(7)
	dotGap    = float32(7) // from the dot to the word
	secretGap = float32(7) // from a secret to its links, as in the console
)

// RowActions is what a row asks for; each names its key by ID.
type RowActions struct {
	OnSelect       func(id string, held fyne.KeyModifier)
	OnClick        func(id string) // the row, and none of its links
	OnToggleSecret func(id string)
	OnCopySecret   func(id string)
	OnToggleState  func(id string)
	OnDelete       func(id string)
	OnMenu         func(id string, at fyne.Position)
	OnTick         func(id string)
	OnHover        func() // the pointer has come over a row, or left one
	hold           func() // has rows wait to be drawn again for what is asked for next
}

// RowData is all that a row shows.
type RowData struct {
	keys.Key
	Label    string            // that the user has given the key
	Field    fyne.CanvasObject // in which the label is asked for
	Secret   client.Secret     // shown if there is one, masked otherwise
	Selected bool              // what is done to the selection is done to it
	Ticked   bool              // it is selected for more than being where the cursor is
	Boxes    bool              // each row shows its box
	Keyboard bool              // it has the keyboard: what is pressed is meant for it
	Chips    [MostChips]Chip
	Age      Age
	New      bool
	ReadOnly bool // nothing can be changed now
	NoSecret bool // its secret is not available now
}

// same reports whether a row looks the same with another's data. Times are the same in any zone.
func (d RowData) same(other RowData) bool {
	if !d.CreatedAt.Equal(other.CreatedAt) || !d.UpdatedAt.Equal(other.UpdatedAt) || !d.ValidUntil.Equal(other.ValidUntil) {
		return false
	}
	other.CreatedAt, other.UpdatedAt, other.ValidUntil, other.DeletedAt = d.CreatedAt, d.UpdatedAt, d.ValidUntil, d.DeletedAt
	return d == other
}

// Row shows one key. It is recycled: Set replaces everything that it shows.
type Row struct {
	widget.BaseWidget
	actions *RowActions
	look    *Layout
	place   int // in the list
	Data    RowData
	hovered bool

	Box              *tickbox.Box
	id, secret       *control.Mono
	own, state, busy *control.Text
	label            *control.Text // nil until a key has one
	dot              *canvas.Rectangle
	Links            rowLinks
	Times            [3]*timeCell
	chips            rowChips
	age              ageCell
	frame            rowFrame
}

// rowLinks are the actions on a row's key. More opens them as a menu where there is no room for each.
type rowLinks struct{ Show, Copy, State, Delete, More *control.Link }

// rowFrame is what surrounds the contents of a row: its background, the bar of a selected row, the line below, and the
// ring of the row that has the keyboard.
type rowFrame struct {
	ground, edge, border style.Fill
	ring                 style.Outline
}

// NewRow returns a row that shows nothing yet.
func NewRow(actions *RowActions, tips *control.Tips, look *Layout) *Row {
	r := &Row{actions: actions, look: look}
	r.id, r.secret = control.NewMono(idLength, 1), control.NewMono(secretRoom, 1)
	r.own = control.NewText("", style.SizeCaption, fyne.TextStyle{})
	r.state, r.busy = control.NewText("", style.SizeText, fyne.TextStyle{}), control.NewText("", style.SizeText, fyne.TextStyle{})
	r.dot = &canvas.Rectangle{CornerRadius: dotSize / 2}
	r.Box = tickbox.New(func(id string) { actions.OnTick(id) }, r.hover)
	r.Links.Show = r.link(func(id string) { actions.OnToggleSecret(id) })
	r.Links.Show.OnTapped = r.held(r.Links.Show.OnTapped)
	r.Links.Copy = r.link(func(id string) { actions.OnCopySecret(id) })
	r.Links.State = r.link(func(id string) { actions.OnToggleState(id) })
	r.Links.Delete = r.link(func(id string) { actions.OnDelete(id) })
	r.Links.More = r.link(func(id string) { actions.OnMenu(id, r.below(r.Links.More)) })
	for i, c := range []Column{ColumnCreated, columnUpdated, ColumnExpires} {
		r.Times[i] = newTimeCell(c, tips)
		r.Times[i].Area.OnHover = r.hover
	}
	r.age.make = func() *control.TipArea {
		area := control.NewTipArea(tips)
		area.OnHover = r.hover
		return area
	}
	r.chips.make = func() *chipView { return newChipView(tips, r.hover) }
	r.frame = rowFrame{style.NewFill(), style.NewFill(), style.NewFill(), style.NewOutline()}
	r.ExtendBaseWidget(r)
	return r
}

// link makes a link of the row's. A click selects the row too: what is pressed next is meant for the
// key that was clicked.
func (r *Row) link(action func(id string)) *control.Link {
	l := control.NewLink(func(id string) {
		r.actions.OnSelect(id, 0)
		action(id)
	})
	l.OnHover = r.hover
	l.OnMenu = r.openMenu
	return l
}

// held has what a click changes be drawn with what it asks for, which is there in a moment.
func (r *Row) held(tapped func(id string)) func(id string) {
	return func(id string) {
		if r.actions.hold != nil {
			r.actions.hold()
		}
		tapped(id)
	}
}

func (r *Row) below(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(0, o.Size().Height)
}

// Update makes the row show a key, and draws it only if that changes how it looks.
func (r *Row) Update(d RowData) {
	if !r.Data.same(d) {
		r.Set(d)
	}
}

// Set makes the row show a key.
func (r *Row) Set(d RowData) {
	r.Data = d
	r.Box.Set(d.ID, d.Ticked)
	r.id.Set(d.ID, r.ink())
	r.setLabel()
	r.setSecret()
	r.Times[0].Set(d.CreatedAt, d.Unread.CreatedAt, r.ink())
	r.Times[1].Set(d.UpdatedAt, d.Unread.UpdatedAt, r.ink())
	r.Times[2].Set(d.ValidUntil, d.Unread.ValidUntil, r.ink())
	r.setActions()
	r.chips.set(d.Chips, r)
	r.age.set(d.Age, r.ink())
	r.Refresh()
}

func (r *Row) ink() fyne.ThemeColorName {
	if r.Data.State == client.StateDeleted {
		return style.ColorSecondary
	}
	return theme.ColorNameForeground
}

func (r *Row) setActions() {
	d := r.Data
	toggle, remove := words.ToggleVerb(d.State), ""
	if keys.CanDelete(d.State) {
		remove = lang.L("Delete")
	}
	if r.progress() != "" {
		toggle, remove = "", ""
	}
	r.Links.State.Set(d.ID, toggle)
	r.Links.Delete.Set(d.ID, remove)
	r.Links.State.Mute(d.ReadOnly)
	r.Links.Delete.Mute(d.ReadOnly)
	r.Links.More.Set(d.ID, "•••")
	r.Links.More.Name = lang.L("More actions")
	r.busy.Set(r.progress(), style.ColorSecondary)
}

// progress is what is said in place of the actions. That a secret is being fetched is said where the secret would be,
// if that is shown.
func (r *Row) progress() string {
	if r.Data.Busy == keys.OpReveal && !r.look.At.stacked && !r.look.At.Shows(columnSecret) {
		return words.Fetching()
	}
	return words.Progress(r.Data.Key)
}

func (r *Row) hover(in bool) {
	r.hovered = in
	r.Refresh()
	if r.actions.OnHover != nil {
		r.actions.OnHover()
	}
}

// MouseIn is the pointer coming over it.
func (r *Row) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved is of no use to a row.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is the pointer going away.
func (r *Row) MouseOut() { r.hover(false) }

// Tapped selects the row, as well as others with Ctrl (Cmd on macOS), or all from the last one to it with
// Shift.
func (r *Row) Tapped(*fyne.PointEvent) {
	held := press.Modifiers()
	if r.actions.OnSelect(r.Data.ID, held); held == 0 && r.actions.OnClick != nil {
		r.actions.OnClick(r.Data.ID)
	}
}

// TappedSecondary opens the row's actions as a menu.
func (r *Row) TappedSecondary(e *fyne.PointEvent) { r.openMenu(e) }

func (r *Row) openMenu(e *fyne.PointEvent) { r.actions.OnMenu(r.Data.ID, e.AbsolutePosition) }

// MinSize is what every row takes: widget.List keeps its theme's padding between rows free.
func (r *Row) MinSize() fyne.Size {
	return fyne.NewSize(r.look.leastWidth()+Gutter, r.look.Pitch()-theme.Padding())
}

// RowLink is a link of a row that asks something before it acts.
type RowLink int

// The links.
const (
	LinkState RowLink = iota
	LinkDelete
)

// middleOf is how far from the row's left edge the middle of a link is, or of what stands in its place.
func (r *Row) middleOf(link RowLink) float32 {
	at := r.Links.State
	if link == LinkDelete {
		at = r.Links.Delete
	}
	if !at.Visible() {
		at = r.Links.More
	}
	return at.Position().X + at.Size().Width/2
}

// AccessibilityLabel is the key and its state, that it expires at a time that is not known, as the column for that may
// be hidden, and what its chips say.
func (r *Row) AccessibilityLabel() string {
	label := words.Labelled(r.Data.Label, r.Data.ID) + ", " + words.StateName(r.Data.State)
	if r.Data.Unread.ValidUntil != "" {
		label += ", " + lang.L("Expires At") + " " + lang.L("unreadable")
	}
	return label + readOut(r.Data.Chips)
}

// AccessibilityRole is that of a text.
func (r *Row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	out := &rowRenderer{Row: r}
	out.recolor()
	return out
}
