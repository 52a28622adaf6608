// Package keyscard is what the Access Keys tab looks like: the card with its buttons, the table, and the line below. It shows
// a State, and calls back when a button is pressed.
package keyscard

import (
	"cmp"
	"slices"

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

// State is what the tab shows around the list.
type State struct {
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
	ExpiryText   string // above the list: that keys expire soon, or that only those are shown
	OnlyExpiring bool   // the list is filtered by those keys, also while something else is above it
}

// View is the widgets of the tab: the card with its buttons, the table, and the line below.
type View struct {
	Title    *text.Text
	card     *surface.Card
	Toolbar  *Toolbar
	Bar      *banner.Bar
	list     *keytable.List
	Header   *keytable.Header
	ring     *surface.Panel // marks the list as focused when no row can show that
	skeleton *skeleton

	Placeholder *Placeholder
	HideDeleted *control.Check
	ShowAll     *control.Button // ends showing only the keys that expire soon, while the bar tells of something else
	Selected    *batch.Bar
	count       *text.Text
	news        *text.Text

	steady steadyHeights

	WhyNone func(op keys.Operation) string // says why an operation can be done to none of the selected keys, or returns ""

	State  State
	drawn  bool // State has been drawn
	Folded bool // the window is narrow, and the tab's title is hidden
	Object *fyne.Container
}

// New returns the widgets around a list, without a state.
func New(list *keytable.List, header *keytable.Header, win *page.Window) *View {
	v := &View{
		list: list, Header: header, skeleton: newSkeleton(list.Layout), ring: surface.NewPanel(style.ColorNothing),
		Title: text.New(lang.L("Access Keys"), style.SizeHeading, fyne.TextStyle{Bold: true}),
		card:  surface.NewCard(),

		Toolbar:     newToolbar(win),
		Placeholder: newPlaceholder(),
		Selected:    batch.NewBar(),

		HideDeleted: control.NewCheck("", false),
		ShowAll:     control.NewButton(lang.L("Show All"), control.ButtonLink, nil),
		count:       text.New("", style.SizeText, fyne.TextStyle{}),
		news:        text.New("", style.SizeText, fyne.TextStyle{}),
		Bar:         banner.New(win.Tips),
		steady:      steadyHeights{after: win.Tasks.After, asked: win.Dialogs.IsOpen, onFoot: win.Toasts.Relayout},
		WhyNone:     func(keys.Operation) string { return "" },
	}
	for _, b := range v.Selected.Buttons() {
		b.OnHover = func(bool) { v.LetGo() }
	}
	v.Bar.More.OnTapped = func() { win.ShowMessage(v.Bar.Text(), toast.Offer{}) }
	for _, b := range v.Selected.Changes() {
		b.Tips = win.Tips
	}
	v.ring.Stroke, v.ring.Rect.StrokeWidth = theme.ColorNamePrimary, 1
	t := v.Toolbar
	// Tab moves the focus through them in this order.
	v.Object = container.New(&cardLayout{view: v},
		v.card, v.Title, t.Filter, t.States, t.Create, t.Reload, t.Density, t.Columns, v.Bar.Object, v.Header,
		v.list, v.ring, v.skeleton, v.Placeholder.Object, v.HideDeleted, v.Selected.Object, v.news, v.ShowAll, v.count)
	return v
}

// Show updates the view. It draws nothing if nothing has changed.
func (v *View) Show(s State) {
	if v.drawn && s == v.State {
		return
	}
	v.State, v.drawn = s, true
	waiting := !s.Loaded && (s.Failure == nil || s.Loading)
	style.Show(v.skeleton, waiting)
	v.Placeholder.show(s, waiting)
	v.showBar()
	v.showReadOnly()
	v.showHidden()
	v.ShowFocus()
	v.Toolbar.showCreating(s.Creating)
	v.count.Set(v.countText(), theme.ColorNameForeground)
	v.Relayout()
}

// KeepsFocus reports whether a button that is no longer shown still has the keyboard.
func (v *View) KeepsFocus() bool {
	hides := func(in fyne.CanvasObject, buttons ...*control.Button) bool {
		return slices.ContainsFunc(buttons, func(b *control.Button) bool { return b.Focused && !(in.Visible() && b.Visible()) })
	}
	bar, p := v.Bar, v.Placeholder
	return hides(v.Selected.Object, v.Selected.Buttons()...) || hides(bar.Object, bar.More, bar.Action, bar.Other) || hides(v.Object, v.ShowAll) ||
		hides(p.Object, p.Retry, p.Inspect, p.SignIn, p.NoFilter, p.Deleted)
}

// Relayout places the parts again without refreshing them, which would set every row again.
func (v *View) Relayout() {
	if v.Placeholder.Object.Visible() {
		v.Placeholder.Object.Refresh()
	}
	v.Object.Layout.Layout(v.Object.Objects, v.Object.Size())
	canvas.Refresh(v.Object)
}

// showBar shows the bar above the table, which says that the list is not current, or else that keys expire soon.
func (v *View) showBar() {
	s := v.State
	if s.ExpiryText == "" {
		v.Bar.Show(s.Warning, s.Why)
		v.Bar.Offer(lang.L("Try Now"), v.remedyLabel(), false)
		return
	}
	v.Bar.Show(s.ExpiryText, "")
	show := lang.X("expiry.show", "Show")
	if s.OnlyExpiring {
		show = lang.L("Show All")
	}
	v.Bar.Offer(show, lang.L("Dismiss"), true)
}

// remedyLabel returns the label of the button that may help when the list is not current, or "" if nothing but trying
// again may.
func (v *View) remedyLabel() string {
	if words.CertificateOf(v.State.Failure) != nil {
		return words.InspectCertificate()
	}
	if keys.SignInHelps(v.State.Failure) {
		return lang.L("Sign In Again")
	}
	return ""
}

// ShowFocus shows or hides the ring around the list.
func (v *View) ShowFocus() { style.Show(v.ring, v.list.HasLostCursor() && v.State.Loaded) }

// showReadOnly greys the buttons that change something while nothing can be changed. They then only say why.
func (v *View) showReadOnly() {
	greyIf(v.State.ReadOnly, v.Toolbar.Create)
	v.ShowPossible()
	v.list.SetReadOnly(v.State.ReadOnly != "")
}

// ShowPossible greys the buttons for what can be done to none of the selected keys, too.
func (v *View) ShowPossible() {
	why := v.State.ReadOnly
	for op, b := range map[keys.Operation]*control.Button{keys.OpDisable: v.Selected.Disable, keys.OpEnable: v.Selected.Enable, keys.OpDelete: v.Selected.Delete} {
		greyIf(cmp.Or(why, v.WhyNone(op)), b)
	}
}

// greyIf greys a button if there is a reason, which its tip says.
func greyIf(why string, b *control.Button) {
	b.SetHint(why)
	style.Enable(b, why == "")
}

// showHidden updates the label of Hide deleted, which says how many keys that hides.
func (v *View) showHidden() {
	hidden := v.State.Deleted
	label := lang.L("Hide deleted")
	style.Enable(v.HideDeleted, !v.State.OneState)
	switch {
	case v.State.OneState:
		label = lang.L("Hide deleted (no effect while one state is chosen)")
	case hidden > 0:
		label = lang.N("Hide deleted ({{.Count}} hidden)", hidden, map[string]any{"Count": hidden})
	}
	if v.HideDeleted.Text != label {
		v.HideDeleted.Text = label
		v.HideDeleted.Refresh()
	}
}

// countText returns the text that says how many keys are shown.
func (v *View) countText() string {
	s := v.State
	switch {
	case !s.Loaded || s.Total == 0, s.Count == 0 && !s.Finding:
		return ""
	case s.Finding:
		return lang.N("{{.Count}} of {{.Total}} items", s.Findable, map[string]any{"Count": s.Count, "Total": s.Findable})
	}
	return lang.N("1-{{.Count}} of {{.Count}} items", s.Count, map[string]any{"Count": s.Count})
}
