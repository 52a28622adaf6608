package keyspage

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keys"
	"accesskeys/assets"
	"accesskeys/views/connectionform"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// KeysState is what the Access Keys tab is to show around the list.
type KeysState struct {
	Loaded            bool // there is a list, of now or kept from before
	Loading, Creating bool // because the person said so
	Count             int  // of the keys shown
	Deleted           int  // more would be, were the deleted not hidden
	Total             int  // of all keys
	Finding           bool // something is looked for
	Partial           bool // the list is not the whole one

	Failure      error  // why there is no current list
	News         string // of the list, in a line
	Warning, Why string // that it is not current
	ReadOnly     string // why nothing can be changed
}

// keysView is the look of the Access Keys tab: the card with its buttons, the table, and the line below.
type keysView struct {
	Create, reload, density, columns *control.Button
	Filter                           *filter
	States                           *control.Choice
	statesFrame                      fyne.CanvasObject

	title    *control.Text
	Card     *control.Card
	list     *keytable.List
	Header   *keytable.Header
	Ring     *control.Panel // around the list, where no row shows that it has the keyboard
	skeleton *keytable.Skeleton

	HideDeleted *control.Check
	Selected    *selectionBar
	Count       *control.Text
	News        *control.Text
	Bar         *newsBar

	Centre   *fyne.Container
	emptyPic *widget.Icon
	Message  *widget.Label
	Retry    *control.Button
	look     *control.Button // at the certificate that was not accepted
	SignIn   *control.Button // again, where that helps
	NoFilter *control.Button

	State  KeysState
	folded bool // the window is narrow: its title says which tab this is
	object *fyne.Container
}

func newKeysView(list *keytable.List, header *keytable.Header, tips *control.Tips) *keysView {
	v := &keysView{
		list: list, Header: header, skeleton: keytable.NewSkeleton(list.Layout), Ring: control.NewPanel(style.ColorNothing),
		title: control.NewText(lang.L("Access Keys"), style.SizeHeading, fyne.TextStyle{Bold: true}),
		Card:  control.NewCard(),

		Create:   control.NewButton(lang.L("New"), control.ButtonPrimary, nil),
		reload:   control.NewIconButton(assets.ReloadIcon(), lang.L("Reload")+" (F5)", tips, nil),
		density:  control.NewIconButton(assets.DensityIcon(), lang.L("Density"), tips, nil),
		columns:  control.NewIconButton(assets.SettingsIcon(), lang.L("Column Settings"), tips, nil),
		Filter:   newFilter(),
		States:   control.NewChoice(lang.L("State"), stateChoiceNames(), 0),
		Selected: newSelectionBar(),

		HideDeleted: control.NewCheck("", false),
		Count:       control.NewText("", style.SizeText, fyne.TextStyle{}),
		News:        control.NewText("", style.SizeText, fyne.TextStyle{}),
		Bar:         newNewsBar(tips),

		emptyPic: widget.NewIcon(theme.NewColoredResource(assets.EmptyIcon(), style.ColorBorder)),
		Message:  widget.NewLabel(""),
		Retry:    control.NewButton(lang.L("Retry"), control.ButtonDefault, nil),
		look:     connectionform.NewCertificateButton(control.ButtonDefault),
		SignIn:   control.NewButton(lang.L("Sign In Again"), control.ButtonDefault, nil),
		NoFilter: control.NewButton(lang.L("Clear Filter"), control.ButtonDefault, nil),
	}
	v.Create.Icon = theme.ContentAddIcon()
	for _, b := range append(v.Selected.changes(), v.Create) {
		b.Tips = tips
	}
	v.Ring.Stroke, v.Ring.Rect.StrokeWidth = theme.ColorNamePrimary, 1
	v.statesFrame = control.Framed(v.States)
	v.Message.Alignment = fyne.TextAlignCenter
	v.Message.Wrapping = fyne.TextWrapWord
	v.Centre = container.NewVBox(container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(emptySize), v.emptyPic)),
		v.Message, container.NewCenter(container.NewHBox(v.Retry, v.look, v.SignIn, v.NoFilter)))
	// The keyboard goes through them in this order.
	v.object = container.New(&cardLayout{view: v},
		v.Card, v.title, v.Filter, v.statesFrame, v.Create, v.reload, v.density, v.columns, v.Bar.Object, v.Header,
		v.list, v.Ring, v.skeleton, v.Centre, v.HideDeleted, v.Selected.Object, v.News, v.Count)
	return v
}

// Show brings the view up to date.
func (v *keysView) Show(s KeysState) {
	v.State = s
	v.showCentre()
	v.News.Set(s.News, style.ColorSecondary)
	v.Bar.Show(s.Warning, s.Why)
	v.Bar.Offer(v.remedy())
	v.showReadOnly()
	v.showHidden()
	v.ShowFocus()
	if s.Creating {
		v.Create.SetText(lang.L("Creating…"))
	} else {
		v.Create.SetText(lang.L("New"))
	}
	v.Count.Set(v.counted(), theme.ColorNameForeground)
	v.object.Refresh()
}

// remedy is what may help where there is no list of now.
func (v *keysView) remedy() string {
	if words.CertificateOf(v.State.Failure) != nil {
		return words.LookAtCertificate()
	}
	if wantsSignIn(v.State.Failure) {
		return lang.L("Sign In Again")
	}
	return lang.L("Try Now")
}

// wantsSignIn reports whether an error is one that signing in again helps with.
func wantsSignIn(err error) bool {
	var moved *keys.APIMovedError
	return errors.As(err, &moved) || errors.Is(err, keys.ErrOwnerMismatch)
}

// counted is how many keys there are to see.
func (v *keysView) counted() string {
	s := v.State
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
func (v *keysView) ShowFocus() { style.Show(v.Ring, v.list.Lost() && v.State.Loaded) }

// showCentre says, where there is no list to show, why not.
func (v *keysView) showCentre() {
	s := v.State
	waiting := !s.Loaded && (s.Failure == nil || s.Loading)
	failed := !s.Loaded && !waiting
	empty := s.Loaded && s.Count == 0
	style.Show(v.skeleton, waiting)
	style.Show(v.Centre, failed || empty)
	style.Show(v.Retry, failed)
	style.Show(v.look, failed && words.CertificateOf(s.Failure) != nil)
	style.Show(v.SignIn, failed && wantsSignIn(s.Failure))
	style.Show(v.emptyPic, empty)
	style.Show(v.NoFilter, empty && s.Finding)
	switch {
	case failed:
		v.Message.SetText(words.Sentences(lang.L("The access keys could not be loaded."), words.Explain(s.Failure)))
	case s.Finding:
		v.Message.SetText(lang.L("No access key matches the filter."))
	case s.Deleted > 0:
		v.Message.SetText(lang.L("There are only deleted access keys, and those are hidden."))
	case s.Partial:
		v.Message.SetText(lang.L("The server sent none of the access keys. Reload in a moment."))
	default:
		v.Message.SetText(lang.L("There are no access keys yet. New makes one."))
	}
}

// showReadOnly greys what does nothing but say why it does nothing.
func (v *keysView) showReadOnly() {
	why := v.State.ReadOnly
	for _, b := range append(v.Selected.changes(), v.Create) {
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
	hidden := v.State.Deleted
	label := lang.L("Hide deleted")
	if hidden > 0 {
		label = lang.N("Hide deleted ({{.Count}} hidden)", hidden, map[string]any{"Count": hidden})
	}
	if v.HideDeleted.Text != label {
		v.HideDeleted.Text = label
		v.HideDeleted.Refresh()
	}
}
