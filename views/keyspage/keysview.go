package keyspage

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/views/batch"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/banner"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// keysState is what the tab shows around the list.
type keysState struct {
	Loaded            bool // there is a list, either current or saved by an earlier run
	Loading, Creating bool // at the user's request
	Count             int  // keys shown
	Deleted           int  // deleted keys that match the filter but are hidden
	Findable          int  // keys that would be shown without the filter
	Total             int  // all keys
	Finding           bool // the list is filtered
	OneState          bool // the filter is for one state
	Partial           bool // the server sent only a part of the list

	Failure      error  // why the list is not current
	News         string // below the list: that it is loading, or was just updated
	Warning, Why string // above the list: that it is not current, and why
	ReadOnly     string // why nothing can be changed; "" if it can
	ExpiryText   string // above the list: that keys expire soon
	OnlyExpiring bool   // the list is filtered by those keys
}

// keysView is the widgets of the tab: the card with its buttons, the table, and the line below.
type keysView struct {
	title    *text.Text
	card     *surface.Card
	toolbar  *toolbar
	bar      *banner.Bar
	room     banner.SteadyBar
	list     *keytable.List
	header   *keytable.Header
	ring     *surface.Panel // marks the list as focused when no row can show that
	skeleton *keytable.Skeleton

	placeholder *placeholder
	hideDeleted *control.Check
	selected    *batch.Bar
	count       *text.Text
	news        *text.Text

	state  keysState
	drawn  bool // state has been drawn
	folded bool // the window is narrow, and the tab's title is hidden
	object *fyne.Container
}

func newKeysView(list *keytable.List, header *keytable.Header, win *page.Window) *keysView {
	v := &keysView{
		list: list, header: header, skeleton: keytable.NewSkeleton(list.Layout), ring: surface.NewPanel(style.ColorNothing),
		title: text.New(lang.L("Access Keys"), style.SizeHeading, fyne.TextStyle{Bold: true}),
		card:  surface.NewCard(),

		toolbar:     newToolbar(win),
		placeholder: newPlaceholder(),
		selected:    batch.NewBar(),

		hideDeleted: control.NewCheck("", false),
		count:       text.New("", style.SizeText, fyne.TextStyle{}),
		news:        text.New("", style.SizeText, fyne.TextStyle{}),
		bar:         banner.New(win.Tips),
	}
	v.room = banner.SteadyBar{Bar: v.bar, HasPointer: v.hasPointer, After: win.Tasks.After, Now: func() time.Time { return win.Tasks.Now() }, Relayout: v.relayout, OnMoved: win.Presses.Arrived}
	for _, b := range v.selected.Buttons() {
		b.OnHover = v.room.PointerMoved
	}
	v.bar.More.OnTapped = func() { win.ShowMessage(v.bar.Text(), toast.Offer{}) }
	for _, b := range v.changes() {
		b.Tips = win.Tips
	}
	v.ring.Stroke, v.ring.Rect.StrokeWidth = theme.ColorNamePrimary, 1
	t := v.toolbar
	// Tab moves the focus through them in this order.
	v.object = container.New(&cardLayout{view: v},
		v.card, v.title, t.filter, t.states, t.create, t.reload, t.density, t.columns, v.bar.Object, v.header,
		v.list, v.ring, v.skeleton, v.placeholder.object, v.hideDeleted, v.selected.Object, v.news, v.count)
	return v
}

// hasPointer reports whether the pointer is over something below the bar that a click acts on.
func (v *keysView) hasPointer() bool { return v.list.Pool.HasPointer() || v.selected.HasPointer() }

// changes returns the buttons that change keys.
func (v *keysView) changes() []*control.Button { return append(v.selected.Changes(), v.toolbar.create) }

// Show updates the view. It draws nothing if nothing has changed.
func (v *keysView) Show(s keysState) {
	if v.drawn && s == v.state {
		return
	}
	v.state, v.drawn = s, true
	waiting := !s.Loaded && (s.Failure == nil || s.Loading)
	style.Show(v.skeleton, waiting)
	v.placeholder.show(s, waiting)
	v.showBar()
	v.showReadOnly()
	v.showHidden()
	v.ShowFocus()
	if s.Creating {
		v.toolbar.create.SetText(lang.L("Creating…"))
	} else {
		v.toolbar.create.SetText(lang.L("New"))
	}
	v.count.Set(v.countText(), theme.ColorNameForeground)
	v.relayout()
}

// relayout places the parts again without refreshing them, which would set every row again.
func (v *keysView) relayout() {
	if v.placeholder.object.Visible() {
		v.placeholder.object.Refresh()
	}
	v.object.Layout.Layout(v.object.Objects, v.object.Size())
	canvas.Refresh(v.object)
}

// showBar shows the bar above the table, which says that the list is not current, or else that keys expire soon.
func (v *keysView) showBar() {
	s := v.state
	if s.ExpiryText == "" {
		v.bar.Show(s.Warning, s.Why)
		v.bar.Offer(v.remedyLabel(), false)
		return
	}
	v.bar.Show(s.ExpiryText, "")
	if s.OnlyExpiring {
		v.bar.Offer(lang.L("Show All"), true)
	} else {
		v.bar.Offer(lang.X("expiry.show", "Show"), true)
	}
}

// remedyLabel returns the label of the button that may help when the list is not current.
func (v *keysView) remedyLabel() string {
	if words.CertificateOf(v.state.Failure) != nil {
		return words.InspectCertificate()
	}
	if keys.SignInHelps(v.state.Failure) {
		return lang.L("Sign In Again")
	}
	return lang.L("Try Now")
}

// ShowFocus shows or hides the ring around the list.
func (v *keysView) ShowFocus() { style.Show(v.ring, v.list.HasLostCursor() && v.state.Loaded) }
