package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/assets"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// keysState is what the Access Keys tab is to show around the list.
type keysState struct {
	Loaded            bool // there is a list, of now or kept from before
	Loading, Creating bool // because the person said so
	Count             int  // of the keys shown
	Deleted           int  // more would be, were the deleted not hidden
	Total             int  // of all keys
	Finding           bool // something is looked for
	InDoubt           bool // the list may be another user's
	Partial           bool // the list is not the whole one

	Failure      error  // why there is no current list
	News         string // of the list, in a line
	Warning, Why string // that it is not current
	ReadOnly     string // why nothing can be changed
}

// keysView is the look of the Access Keys tab: the card with its buttons, the table, and the line below.
type keysView struct {
	create, reload, density, columns *control.Button
	filter                           *filter
	states                           *control.Choice
	statesFrame                      fyne.CanvasObject

	title    *control.Text
	card     *control.Card
	list     *keytable.List
	header   *keytable.Header
	ring     *control.Panel // around the list, where no row shows that it has the keyboard
	skeleton *keytable.Skeleton

	hideDeleted *control.Check
	selected    *selectionBar
	count       *control.Text
	news        *control.Text
	bar         *newsBar

	centre   *fyne.Container
	emptyPic *widget.Icon
	message  *widget.Label
	retry    *control.Button
	look     *control.Button // at the certificate that was not accepted
	noFilter *control.Button

	state  keysState
	folded bool // the window is narrow: its title says which tab this is
	object *fyne.Container
}

func newKeysView(list *keytable.List, header *keytable.Header, tips *control.Tips) *keysView {
	v := &keysView{
		list: list, header: header, skeleton: keytable.NewSkeleton(list.Layout), ring: control.NewPanel(style.ColorNothing),
		title: control.NewText(lang.L("Access Keys"), style.SizeHeading, fyne.TextStyle{Bold: true}),
		card:  control.NewCard(),

		create:   control.NewButton(lang.L("New"), control.ButtonPrimary, nil),
		reload:   control.NewIconButton(assets.ReloadIcon(), lang.L("Reload")+" (F5)", tips, nil),
		density:  control.NewIconButton(assets.DensityIcon(), lang.L("Density"), tips, nil),
		columns:  control.NewIconButton(assets.SettingsIcon(), lang.L("Column Settings"), tips, nil),
		filter:   newFilter(),
		states:   control.NewChoice(lang.L("State"), stateChoiceNames(), 0),
		selected: newSelectionBar(),

		hideDeleted: control.NewCheck("", false),
		count:       control.NewText("", style.SizeText, fyne.TextStyle{}),
		news:        control.NewText("", style.SizeText, fyne.TextStyle{}),
		bar:         newNewsBar(tips),

		emptyPic: widget.NewIcon(theme.NewColoredResource(assets.EmptyIcon(), style.ColorBorder)),
		message:  widget.NewLabel(""),
		retry:    control.NewButton(lang.L("Retry"), control.ButtonDefault, nil),
		look:     newCertificateButton(control.ButtonDefault),
		noFilter: control.NewButton(lang.L("Clear Filter"), control.ButtonDefault, nil),
	}
	v.create.Icon = theme.ContentAddIcon()
	for _, b := range append(v.selected.changes(), v.create) {
		b.Tips = tips
	}
	v.ring.Stroke, v.ring.Rect.StrokeWidth = theme.ColorNamePrimary, 1
	v.statesFrame = control.Framed(v.states)
	v.message.Alignment = fyne.TextAlignCenter
	v.message.Wrapping = fyne.TextWrapWord
	v.centre = container.NewVBox(container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(emptySize), v.emptyPic)),
		v.message, container.NewCenter(container.NewHBox(v.retry, v.look, v.noFilter)))
	// The keyboard goes through them in this order.
	v.object = container.New(&cardLayout{view: v},
		v.card, v.title, v.filter, v.statesFrame, v.create, v.reload, v.density, v.columns, v.bar.object, v.header,
		v.list, v.ring, v.skeleton, v.centre, v.hideDeleted, v.selected.object, v.news, v.count)
	return v
}

// Show brings the view up to date.
func (v *keysView) Show(s keysState) {
	v.state = s
	v.showCentre()
	v.news.Set(s.News, style.ColorSecondary)
	v.bar.Show(s.Warning, s.Why)
	v.bar.Offer(v.remedy())
	v.showReadOnly()
	v.showHidden()
	v.ShowFocus()
	if s.Creating {
		v.create.SetText(lang.L("Creating…"))
	} else {
		v.create.SetText(lang.L("New"))
	}
	v.count.Set(v.counted(), theme.ColorNameForeground)
	v.object.Refresh()
}

// remedy is what may help where there is no list of now.
func (v *keysView) remedy() string {
	if certificateOf(v.state.Failure) != nil {
		return lookAtCertificate()
	}
	return lang.L("Try Now")
}

// counted is how many keys there are to see.
func (v *keysView) counted() string {
	s := v.state
	switch {
	case !s.Loaded || s.Total == 0:
		return ""
	case s.Finding:
		return lang.N("{{.Count}} of {{.Total}} items", s.Total, map[string]any{"Count": s.Count, "Total": s.Total})
	case s.Count == 0:
		return ""
	}
	return lang.N("1-{{.Count}} of {{.Count}} items", s.Count, map[string]any{"Count": s.Count})
}

// ShowFocus shows where the keyboard is, where no row does.
func (v *keysView) ShowFocus() { style.Show(v.ring, v.list.Lost() && v.state.Loaded) }

// showCentre says, where there is no list to show, why not.
func (v *keysView) showCentre() {
	s := v.state
	waiting := !s.Loaded && (s.Failure == nil || s.Loading)
	failed := !s.Loaded && !waiting
	empty := s.Loaded && s.Count == 0
	style.Show(v.skeleton, waiting)
	style.Show(v.centre, failed || empty)
	style.Show(v.retry, failed)
	style.Show(v.look, failed && certificateOf(s.Failure) != nil)
	style.Show(v.emptyPic, empty)
	style.Show(v.noFilter, empty && s.Finding)
	switch {
	case failed:
		v.message.SetText(words.Sentences(lang.L("The access keys could not be loaded."), words.Explain(s.Failure)))
	case s.Finding:
		v.message.SetText(lang.L("No access key matches the filter."))
	case s.Deleted > 0:
		v.message.SetText(lang.L("There are only deleted access keys, and those are hidden."))
	case s.Partial:
		v.message.SetText(lang.L("The server sent none of the access keys. Reload in a moment."))
	case s.InDoubt:
		v.message.SetText(lang.L("The server lists no access keys now."))
	default:
		v.message.SetText(lang.L("There are no access keys yet. New makes one."))
	}
}

// showReadOnly greys what does nothing but say why it does nothing.
func (v *keysView) showReadOnly() {
	why := v.state.ReadOnly
	for _, b := range append(v.selected.changes(), v.create) {
		b.Hint = why
		if why != "" {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	v.list.SetReadOnly(why != "")
}

// showHidden says how many keys are hidden because they are deleted.
func (v *keysView) showHidden() {
	hidden := v.state.Deleted
	label := lang.L("Hide deleted")
	if hidden > 0 {
		label = lang.N("Hide deleted ({{.Count}} hidden)", hidden, map[string]any{"Count": hidden})
	}
	if v.hideDeleted.Text != label {
		v.hideDeleted.Text = label
		v.hideDeleted.Refresh()
	}
}
