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
	"accesskeys/views/chips"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tickbox"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

const (
	dotSize   = float32(7)
	dotGap    = float32(7)  // between the dot and the word
	secretGap = float32(10) // between a secret, with what is behind it, and its links
)

// RowActions has the callbacks of a row. They name its key by ID.
type RowActions struct {
	OnSelect       func(id string, held fyne.KeyModifier)
	OnClick        func(id string) // the row of a selected key, and none of its links
	OnToggleSecret func(id string)
	OnCopySecret   func(id string)
	OnToggleState  func(id string)
	OnDelete       func(id string)
	OnMenu         func(id string, at fyne.Position)
	OnTick         func(id string, held fyne.KeyModifier)
	OnChip         func(id string) // a chip that leads somewhere
	OnHover        func()          // the pointer has come over a row, or left one
	hold           func()          // delays redrawing until the result of the next action is there

	Presses *press.Presses // tells which presses are meant for what they act on
}

// RowData is all that a row shows.
type RowData struct {
	keys.Key
	Account  string            // the name of another account of the app that signs in with the key, or ""
	Label    string            // the label that the user has given to the key
	Lent     bool              // the label is that of the key that this one replaces, with a remark
	StandIn  words.StandIn     // is shown in place of the label, if that is empty
	Field    fyne.CanvasObject // the field that asks for the label, or nil
	Secret   client.Secret     // the secret to show; masked if zero
	Selected bool              // the key is selected
	Ticked   bool              // the key is marked, and not selected only because the cursor is there
	Boxes    bool              // all rows show their boxes
	Keyboard bool              // the cursor is here and the list has the focus
	Chips    chips.OfRow
	Age      Age
	New      bool
	ReadOnly bool // nothing can be changed now
	NoSecret bool // the secret is not available now
}

// same reports whether a row looks the same with other data. Times are compared regardless of their zone.
func (d RowData) same(other RowData) bool {
	if !d.CreatedAt.Equal(other.CreatedAt) || !d.UpdatedAt.Equal(other.UpdatedAt) || !d.ValidUntil.Equal(other.ValidUntil) {
		return false
	}
	other.CreatedAt, other.UpdatedAt, other.ValidUntil, other.DeletedAt = d.CreatedAt, d.UpdatedAt, d.ValidUntil, d.DeletedAt
	return d == other
}

// Row shows one key. The list reuses rows for other keys: Set replaces everything that a row shows.
type Row struct {
	widget.BaseWidget
	style.Hover
	actions *RowActions
	look    *Layout
	place   int // in the list
	Data    RowData

	Box              *tickbox.Box
	id, secret       *text.Mono
	label, ownRemark *text.Text
	state, busy      *text.Text
	dot              *canvas.Rectangle
	Links            rowLinks
	Times            [3]*timeCell
	chips            chips.Group
	age              ageCell
	frame            rowFrame
}

// rowLinks has the links for the actions on a row's key. More opens a menu of all of them.
type rowLinks struct{ Show, Copy, State, Delete, More *control.Link }

// rowFrame is what surrounds the contents of a row: its background, the bar at the edge of a selected row, the line
// below, and the focus ring.
type rowFrame struct {
	ground, edge, border style.Fill
	ring                 style.Outline
	secret               *canvas.Rectangle // behind a secret that is shown below the ID
}

// NewRow returns an empty row.
func NewRow(actions *RowActions, tips *tooltip.Tips, look *Layout) *Row {
	r := &Row{actions: actions, look: look}
	r.Redraw, r.OnHover = r.Refresh, func(bool) {
		if actions.OnHover != nil {
			actions.OnHover()
		}
	}
	r.id, r.secret = text.NewMono(idLength, 1), text.NewMono(secretRoom, 1)
	r.label, r.ownRemark = text.New("", style.SizeText, fyne.TextStyle{}), text.New("", style.SizeCaption, fyne.TextStyle{})
	r.state, r.busy = text.New("", style.SizeText, fyne.TextStyle{}), text.New("", style.SizeText, fyne.TextStyle{})
	r.dot = &canvas.Rectangle{CornerRadius: dotSize / 2}
	r.Box = tickbox.New(func(id string) { actions.OnTick(id, press.Modifiers()) }, r.SetHovered)
	r.Links.Show = r.link(func(id string) { actions.OnToggleSecret(id) })
	r.Links.Show.OnTapped = once(actions, r.holding(r.Links.Show.OnTapped))
	r.Links.Copy = r.link(func(id string) { actions.OnCopySecret(id) })
	r.Links.Copy.OnTapped = once(actions, r.Links.Copy.OnTapped)
	r.Links.State = r.link(func(id string) { actions.OnToggleState(id) })
	r.Links.Delete = r.link(func(id string) { actions.OnDelete(id) })
	r.Links.More = r.link(func(id string) {
		where := fyne.CurrentApp().Driver().AbsolutePositionForObject
		actions.OnMenu(id, fyne.NewPos(where(r.Links.More).X, where(r).Y+r.Size().Height))
	})
	r.Links.More.Quiet, r.Links.More.Tips = true, tips
	r.Links.More.TellOn(r.Links.More, func() string { return r.Links.More.Name + " (" + press.Chord(press.Bare(desktop.KeyMenu)) + ")" })
	for i, c := range timeColumns {
		r.Times[i] = newTimeCell(c, tips)
		r.Times[i].Area.OnHover = r.SetHovered
	}
	r.age.make = func() *tooltip.Area {
		area := tooltip.NewArea(tips)
		area.OnHover = r.SetHovered
		return area
	}
	r.chips = chips.NewGroup(tips, func() *control.Link { return r.link(func(id string) { actions.OnChip(id) }) }, r.SetHovered)
	r.frame = rowFrame{style.NewFill(), style.NewFill(), style.NewFill(), style.NewOutline(), &canvas.Rectangle{CornerRadius: 3}}
	r.ExtendBaseWidget(r)
	return r
}

// link returns a link of the row. A click on it also selects the row, so that the next key press acts on the same key. Where
// the row has a field, Show and Copy leave the keyboard to that: who takes the secret has not yet said what the key is for.
func (r *Row) link(action func(id string)) (l *control.Link) {
	l = control.NewLink(func(id string) {
		if f, asks := r.Data.Field.(fyne.Focusable); asks && (l == r.Links.Show || l == r.Links.Copy) {
			fyne.CurrentApp().Driver().CanvasForObject(r).Focus(f)
		} else {
			r.actions.OnSelect(id, 0)
		}
		action(id)
	})
	l.OnHover = r.SetHovered
	l.OnMenu = r.openMenu
	return l
}

// holding delays redrawing after a click until the result of the action is there, which takes only a moment.
func (r *Row) holding(tapped func(id string)) func(id string) {
	return func(id string) {
		if r.actions.hold != nil {
			r.actions.hold()
		}
		tapped(id)
	}
}

// once ignores the second click of a double click, which would undo or repeat what the first has done.
func once(actions *RowActions, tapped func(id string)) func(id string) {
	return func(id string) {
		if !actions.Presses.IsRepeatedClick() {
			tapped(id)
		}
	}
}

// Update makes the row show d, and redraws it only if it looks different then.
func (r *Row) Update(d RowData) {
	if !r.Data.same(d) {
		r.Set(d)
	}
}

// Set makes the row show d.
func (r *Row) Set(d RowData) {
	r.Data = d
	r.Box.Set(d.ID, d.Ticked)
	r.id.Set(d.ID, r.ink())
	r.setSecret()
	r.Times[0].Set(d.CreatedAt, d.Unread.CreatedAt, r.ink())
	r.Times[1].Set(d.UpdatedAt, d.Unread.UpdatedAt, r.ink())
	r.Times[2].Set(d.ValidUntil, d.Unread.ValidUntil, r.ink())
	r.setActions()
	r.chips.Set(d.Chips, d.ID, r)
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
	r.Links.More.Set(d.ID, moreDots)
	r.Links.More.Name = lang.L("More actions")
	r.busy.Set(r.progress(), style.ColorSecondary)
}

// progress returns what the row shows in place of the actions. That a secret is being fetched is shown in place of the
// secret instead, if there is a column for it.
func (r *Row) progress() string {
	if r.Data.Busy == keys.OpReveal && !r.look.At.stacked && !r.look.At.Shows(columnSecret) {
		return words.Fetching()
	}
	return words.Progress(r.Data.Key)
}

// Tapped selects the row, as well as others with Ctrl (Cmd on macOS), or all from the last one to it with
// Shift.
func (r *Row) Tapped(*fyne.PointEvent) {
	held, again := press.Modifiers(), r.Data.Selected
	if r.actions.OnSelect(r.Data.ID, held); held == 0 && again {
		r.actions.OnClick(r.Data.ID)
	}
}

// TappedSecondary opens the row's actions as a menu.
func (r *Row) TappedSecondary(e *fyne.PointEvent) { r.openMenu(e) }

func (r *Row) openMenu(e *fyne.PointEvent) { r.actions.OnMenu(r.Data.ID, e.AbsolutePosition) }

// MinSize returns the size of every row. widget.List adds the theme's padding between rows.
func (r *Row) MinSize() fyne.Size {
	return fyne.NewSize(r.look.leastWidth()+scroll.Gutter, r.look.Pitch()-theme.Padding())
}

// linkMiddle returns where in the row the middle of the link for an operation is, or that of the link for the menu.
func (r *Row) linkMiddle(op keys.Operation) fyne.Position {
	at := r.Links.State
	if op == keys.OpDelete {
		at = r.Links.Delete
	}
	if !at.Visible() {
		at = r.Links.More
	}
	return at.Position().AddXY(at.MinSize().Width/2, at.Size().Height/2)
}

// AccessibilityLabel returns the key, its state and what its chips say. It also says if the server sent a date of
// expiry that cannot be read, because the column for it may be hidden.
func (r *Row) AccessibilityLabel() string {
	label := words.ReadOut(r.Data.Label, r.Data.StandIn, r.Data.ID) + ", " + words.StateName(r.Data.State)
	if r.Data.Unread.ValidUntil != "" {
		label += ", " + lang.L("Expires At") + " " + lang.L("unreadable")
	}
	return label + r.Data.Chips.ReadOut()
}

// AccessibilityRole returns the role of a text.
func (r *Row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	out := &rowRenderer{Row: r}
	out.recolor()
	return out
}
