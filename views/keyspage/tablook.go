package keyspage

import (
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
	"accesskeys/views/words"
)

// keysState is what the Access Keys tab is to show around the list.
type keysState struct {
	Loaded            bool // there is a list, a current or a kept one
	Loading, Creating bool // because the user asked for it
	Count             int  // of the keys shown
	Deleted           int  // more would be, were the deleted not hidden
	Findable          int  // would be, were nothing looked for
	Total             int  // of all keys
	Finding           bool // something is looked for
	OneState          bool // keys in one state are
	Partial           bool // the list is not the whole one

	Failure      error  // why there is no current list
	News         string // of the list, in a line
	Warning, Why string // that it is not current
	ReadOnly     string // why nothing can be changed
	Ends         string // that keys end soon
	OnlyEnds     bool   // only those are shown
}

// keysView is the look of the Access Keys tab: the card with its buttons, the table, and the line below.
type keysView struct {
	title    *control.Text
	card     *control.Card
	toolbar  *toolbar
	bar      *banner.Bar
	room     banner.SteadyBar
	list     *keytable.List
	header   *keytable.Header
	ring     *control.Panel // around the list, where no row shows that it has the keyboard
	skeleton *keytable.Skeleton

	placeholder *placeholder
	hideDeleted *control.Check
	selected    *batch.Bar
	count       *control.Text
	news        *control.Text

	state  keysState
	drawn  bool // as state says
	folded bool // the window is narrow: its title says which tab this is
	object *fyne.Container
}

func newKeysView(list *keytable.List, header *keytable.Header, win *page.Window) *keysView {
	v := &keysView{
		list: list, header: header, skeleton: keytable.NewSkeleton(list.Layout), ring: control.NewPanel(style.ColorNothing),
		title: control.NewText(lang.L("Access Keys"), style.SizeHeading, fyne.TextStyle{Bold: true}),
		card:  control.NewCard(),

		toolbar:     newToolbar(win),
		placeholder: newPlaceholder(),
		selected:    batch.NewBar(),

		hideDeleted: control.NewCheck("", false),
		count:       control.NewText("", style.SizeText, fyne.TextStyle{}),
		news:        control.NewText("", style.SizeText, fyne.TextStyle{}),
		bar:         banner.New(win.Tips),
	}
	v.room = banner.SteadyBar{Bar: v.bar, HasPointer: list.Pool.HasPointer, After: win.Tasks.After, OnPointerLeft: v.relayout}
	for _, b := range v.changes() {
		b.Tips = win.Tips
	}
	v.ring.Stroke, v.ring.Rect.StrokeWidth = theme.ColorNamePrimary, 1
	t := v.toolbar
	// The keyboard goes through them in this order.
	v.object = container.New(&cardLayout{view: v},
		v.card, v.title, t.filter, t.states, t.create, t.reload, t.density, t.columns, v.bar.Object, v.header,
		v.list, v.ring, v.skeleton, v.placeholder.object, v.hideDeleted, v.selected.Object, v.news, v.count)
	return v
}

// changes are the buttons that change something.
func (v *keysView) changes() []*control.Button { return append(v.selected.Changes(), v.toolbar.create) }

// Show brings the view up to date. It draws nothing where nothing has changed.
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
	v.count.Set(v.counted(), theme.ColorNameForeground)
	v.relayout()
}

// relayout places the parts again. Refreshing them all would have each row set again.
func (v *keysView) relayout() {
	if v.placeholder.object.Visible() {
		v.placeholder.object.Refresh()
	}
	v.object.Layout.Layout(v.object.Objects, v.object.Size())
	canvas.Refresh(v.object)
}

// showBar says above the table that the list is not current, or else that keys end soon.
func (v *keysView) showBar() {
	s := v.state
	if s.Ends == "" {
		v.bar.Show(s.Warning, s.Why)
		v.bar.Offer(v.remedy(), false)
		return
	}
	v.bar.Show(s.Ends, "")
	if s.OnlyEnds {
		v.bar.Offer(lang.L("Show All"), true)
	} else {
		v.bar.Offer(lang.X("expiry.show", "Show"), true)
	}
}

// remedy is what may help where there is no current list.
func (v *keysView) remedy() string {
	if words.CertificateOf(v.state.Failure) != nil {
		return words.InspectCertificate()
	}
	if keys.SignInHelps(v.state.Failure) {
		return lang.L("Sign In Again")
	}
	return lang.L("Try Now")
}

// ShowFocus shows where the keyboard is, where no row does.
func (v *keysView) ShowFocus() { style.Show(v.ring, v.list.HasLostCursor() && v.state.Loaded) }
