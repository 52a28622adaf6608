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
	rowPitch  = float32(58) // from row to row, as in the console
	mask      = "********************************"
	dotSize   = float32(7)
	lineWidth = float32(1)
)

// rowActions is what a row asks for; each names its key by ID.
type rowActions struct {
	OnSelect       func(id string)
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
	Selected bool
	Focused  bool
	New      bool
}

// row shows one key. It is recycled: everything that it shows is set anew by Set.
type row struct {
	widget.BaseWidget
	actions *rowActions
	tips    *tips
	pitch   float32
	data    rowData
	hovered bool

	id, secret           *mono
	own, state, busy     *text
	date, clock          *text
	dot                  *canvas.Rectangle
	show, copy           *link
	toggle, remove       *link
	created              *tipArea
	ground, edge, border *canvas.Rectangle
	need                 [columnCount]float32
}

func newRow(actions *rowActions, tips *tips, need [columnCount]float32, height float32) *row {
	r := &row{actions: actions, tips: tips, need: need, pitch: height}
	r.id, r.secret = newMono(idLength), newMono(idLength)
	r.own = newText("", sizeCaption, fyne.TextStyle{})
	r.state = newText("", sizeText, fyne.TextStyle{})
	r.busy = newText("", sizeText, fyne.TextStyle{})
	r.date = newText("", sizeText, fyne.TextStyle{})
	r.clock = newText("", sizeText, fyne.TextStyle{})
	r.dot = &canvas.Rectangle{CornerRadius: dotSize / 2}
	r.show = r.link(func(id string) { actions.OnToggleSecret(id) })
	r.copy = r.link(func(id string) { actions.OnCopySecret(id) })
	r.toggle = r.link(func(id string) { actions.OnToggleState(id) })
	r.remove = r.link(func(id string) { actions.OnDelete(id) })
	r.created = newTipArea(tips)
	r.ground, r.edge, r.border = &canvas.Rectangle{}, &canvas.Rectangle{}, &canvas.Rectangle{}
	r.created.OnHover = r.hover
	r.ExtendBaseWidget(r)
	return r
}

// link makes a link of the row's. A click selects the row too: what is pressed next is meant for the
// key that was clicked.
func (r *row) link(action func(id string)) *link {
	l := newLink(func(id string) {
		r.actions.OnSelect(id)
		action(id)
	})
	l.OnHover = r.hover
	l.OnMenu = r.openMenu
	return l
}

// columnNeeds is the room that each column's widest content takes in the language in use.
func columnNeeds() [columnCount]float32 {
	monoWidth := newMono(idLength).Width()
	regular := func(s string) float32 { return measure(s, sizeText, fyne.TextStyle{}) }
	widest := func(words ...string) float32 {
		w := float32(0)
		for _, s := range words {
			w = max(w, regular(s))
		}
		return w
	}
	return [columnCount]float32{
		columnID:      monoWidth + 2*cellInset,
		columnSecret:  monoWidth + 2*cellInset + 2*linkGap + showWidth() + regular(lang.L("Copy")),
		columnState:   stateWidth,
		columnCreated: timeWidth,
		columnActions: 2*cellInset + linkGap + widest(lang.L("Disable"), lang.L("Enable")) + regular(lang.L("Delete")),
	}
}

func showWidth() float32 {
	return max(measure(lang.L("Show"), sizeText, fyne.TextStyle{}), measure(lang.L("Hide"), sizeText, fyne.TextStyle{}))
}

// Set makes the row show a key.
func (r *row) Set(d rowData) {
	r.data = d
	id := d.ID
	r.id.Set(id, r.ink())
	r.own.Set("", colorSecondary)
	if d.Own {
		r.own.Set(lang.L("This app is signed in with this key"), colorSecondary)
	}
	r.setSecret()
	word, _ := stateLook(d.State)
	r.state.Set(word, r.ink())
	date, clock := dateAndTime(d.CreatedAt)
	r.date.Set(date, r.ink())
	r.clock.Set(clock, r.ink())
	r.created.Set(exactTime(d.CreatedAt))
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
	if d.Busy != "" {
		toggle, remove = "", ""
	}
	r.toggle.Set(d.ID, toggle)
	r.remove.Set(d.ID, remove)
	r.busy.Set(progress(d.Busy), colorSecondary)
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

// Tapped selects the row.
func (r *row) Tapped(*fyne.PointEvent) { r.actions.OnSelect(r.data.ID) }

// TappedSecondary opens the row's actions as a menu.
func (r *row) TappedSecondary(e *fyne.PointEvent) { r.openMenu(e) }

func (r *row) openMenu(e *fyne.PointEvent) {
	r.actions.OnSelect(r.data.ID)
	r.actions.OnMenu(r.data.ID, e.AbsolutePosition)
}

// AccessibilityLabel is the key, and its state.
func (r *row) AccessibilityLabel() string {
	word, _ := stateLook(r.data.State)
	return r.data.ID + ", " + word
}

// AccessibilityRole is that of a text.
func (r *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MinSize is what every row takes.
func (r *row) MinSize() fyne.Size { return fyne.NewSize(sum(r.need), r.pitch) }

// CreateRenderer is how Fyne draws it.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	out := &rowRenderer{row: r}
	out.recolor()
	return out
}
