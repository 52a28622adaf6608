package views

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// keysState is what the Access Keys tab is to show around the list.
type keysState struct {
	Loaded, Loading, Creating bool
	Count                     int
	LoadedAt                  time.Time
	Failure                   error
}

// keysView is the look of the Access Keys tab: the card with its buttons, the table, and the line below.
type keysView struct {
	create, reload, retry *button

	list     *keyList
	header   *header
	title    *text
	card     *card
	count    *text
	news     *text
	message  *widget.Label
	centre   *fyne.Container
	emptyPic *widget.Icon
	state    keysState
	object   *fyne.Container
}

func newKeysView(list *keyList, header *header) *keysView {
	v := &keysView{
		list: list, header: header,
		title: newText(lang.L("Access Keys"), sizeHeading, fyne.TextStyle{Bold: true}),
		card:  newCard(),
		count: newText("", sizeText, fyne.TextStyle{}),
		news:  newText("", sizeText, fyne.TextStyle{}),

		message:  widget.NewLabel(""),
		emptyPic: widget.NewIcon(theme.NewColoredResource(theme.LoginIcon(), colorSecondary)),
	}
	v.message.Alignment = fyne.TextAlignCenter
	v.message.Wrapping = fyne.TextWrapWord
	return v
}

// Object is the view as something to put into a window; the buttons must be there by now.
func (v *keysView) Object() fyne.CanvasObject {
	if v.object == nil {
		v.centre = container.NewVBox(container.New(centred{}, v.emptyPic),
			v.message, container.New(centred{}, v.retry))
		v.object = container.New(&cardLayout{view: v},
			v.title, v.card, v.create, v.reload, v.header, v.list, v.centre, v.news, v.count)
		v.Show(v.state)
	}
	return v.object
}

// Show brings the view up to date.
func (v *keysView) Show(s keysState) {
	v.state = s
	if v.object == nil {
		return
	}
	v.showCentre()
	v.showNews()
	if s.Creating {
		v.create.SetText(lang.L("Creating…"))
	} else {
		v.create.SetText(lang.L("New"))
	}
	v.count.Set("", theme.ColorNameForeground)
	if s.Loaded && s.Count > 0 {
		v.count.Set(lang.N("1-{{.Count}} of {{.Count}} items", s.Count, map[string]any{"Count": s.Count}),
			theme.ColorNameForeground)
	}
	v.object.Refresh()
}

// showCentre says, where there is no list to show, why not.
func (v *keysView) showCentre() {
	s := v.state
	waiting := !s.Loaded && s.Failure == nil
	failed := !s.Loaded && s.Failure != nil
	empty := s.Loaded && s.Count == 0
	show(v.centre, waiting || failed || empty)
	show(v.retry, failed && !s.Loading)
	show(v.emptyPic, empty)
	switch {
	case failed && !s.Loading:
		v.message.SetText(sentences(lang.L("The access keys could not be loaded."), explain(s.Failure)))
	case empty:
		v.message.SetText(lang.L("There are no access keys yet. New makes one."))
	default:
		v.message.SetText(lang.L("Loading the access keys…"))
	}
}

// showNews says how current the list is.
func (v *keysView) showNews() {
	s := v.state
	switch {
	case !s.Loaded:
		v.news.Set("", colorSecondary)
	case s.Loading:
		v.news.Set(lang.L("Reloading…"), colorSecondary)
	case s.Failure != nil:
		v.news.Set(lang.L("Could not reload: this is the list of {{.Time}}. Press F5 to retry.",
			map[string]any{"Time": s.LoadedAt.Format(time.TimeOnly)}), colorDanger)
	default:
		v.news.Set("", colorSecondary)
	}
}

const (
	cardTop     = float32(61)  // of the card below the page's top, as in the console
	toolbarRoom = float32(54)  // from the card's top to the table's
	footerRoom  = float32(49)  // from the table's bottom to the card's
	cardInset   = float32(21)  // from the card's sides to the table's
	centreRoom  = float32(190) // for what stands where the list would
)
