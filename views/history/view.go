package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/history"
	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
)

// view is the look of the tab: a card with what is looked for, the table, and the line below.
type view struct {
	title            *control.Text
	card             *control.Card
	filter           *FilterField
	actions, periods *control.Choice
	accounts         *control.Choice // hidden where there are not several
	export           *control.Button
	head             *control.Ground
	names            []*control.Text // of the columns
	list             *list
	empty            *fyne.Container // in place of the list
	message          *control.Wrapped
	clear            *control.Button // of the filter
	remark, count    *control.Text
	folded           bool // the window is narrow: its title says which tab this is
	object           *fyne.Container
}

func newView(win *page.Window) *view {
	v := &view{
		title:    control.NewText(lang.L("History"), style.SizeHeading, fyne.TextStyle{Bold: true}),
		card:     control.NewCard(),
		filter:   newFilterField(win.Typing, lang.L("Filter by key, label, date")),
		actions:  control.NewChoice(win.Dialogs.Menu, lang.L("Action"), actionNames(), 0),
		periods:  control.NewChoice(win.Dialogs.Menu, lang.L("Period"), periodNames(), 0),
		accounts: control.NewChoice(win.Dialogs.Menu, lang.L("Accounts"), accountNames(), 0),
		export:   control.NewButton(lang.L("Export"), control.ButtonDefault, nil),
		head:     control.NewGround(style.ColorTableHead),
		list:     newList(win.Typing),
		message:  control.NewWrapped(""),
		clear:    control.NewButton(lang.L("Clear Filter"), control.ButtonDefault, nil),
		remark:   control.NewText("", style.SizeCaption, fyne.TextStyle{}),
		count:    control.NewText("", style.SizeText, fyne.TextStyle{}),
	}
	for _, name := range []string{lang.L("Time"), lang.L("Action"), lang.X("history.key", "Access Key"), lang.L("Outcome")} {
		v.names = append(v.names, control.NewText(name, style.SizeText, fyne.TextStyle{Bold: true}))
	}
	v.message.Alignment = fyne.TextAlignCenter
	picture := widget.NewIcon(theme.NewColoredResource(assets.EmptyIcon(), style.ColorBorder))
	v.empty = container.NewVBox(container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(emptySize), picture)),
		v.message, container.NewCenter(v.clear))
	v.empty.Hide()
	v.accounts.Hide()
	// The keyboard goes through them in this order.
	v.object = container.New(&cardLayout{v}, v.card, v.title, v.filter, v.actions, v.periods, v.accounts, v.export, v.head)
	for _, name := range v.names {
		v.object.Add(name)
	}
	for _, o := range []fyne.CanvasObject{v.list.List, v.empty, v.remark, v.count} {
		v.object.Add(o)
	}
	return v
}

// offerAccounts has the user choose whose events are shown, or not.
func (v *view) offerAccounts(on bool) {
	if v.accounts.Visible() != on {
		style.Show(v.accounts, on)
		v.object.Refresh()
	}
}

// choices are what there is to choose from, besides the text to look for.
func (v *view) choices() []*control.Choice {
	if v.accounts.Visible() {
		return []*control.Choice{v.actions, v.periods, v.accounts}
	}
	return []*control.Choice{v.actions, v.periods}
}

// show shows events, of which there are more in all.
func (v *view) show(events []history.Event, all int) {
	v.list.fill(events)
	style.Show(v.empty, false)
	count := lang.N("{{.Count}} entries", len(events), map[string]any{"Count": len(events)})
	if len(events) < all {
		count = lang.N("{{.Count}} of {{.Total}} entries", all, map[string]any{"Count": len(events), "Total": all})
	}
	v.count.Set(count, theme.ColorNameForeground)
	style.Enable(v.export, len(events) > 0)
	v.place()
}

// place lays out again, as the list has another height. Nothing else is drawn again.
func (v *view) place() { v.object.Layout.Layout(v.object.Objects, v.object.Size()) }

// say says in place of the list why there is nothing, and may offer to look for all again.
func (v *view) say(message string, clear bool) {
	v.message.SetText(message)
	style.Show(v.clear, clear)
	style.Show(v.empty, message != "")
	v.object.Refresh()
}
