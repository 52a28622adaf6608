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
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
)

// view has the widgets of the tab: a card with the filters, the table, and a line below it.
type view struct {
	title            *text.Text
	card             *surface.Card
	filter           *FilterField
	actions, periods *control.Choice
	accounts         *control.Choice // hidden unless there are several
	export           *control.Button
	head             *surface.Ground
	names            []*text.Text // the titles of the columns
	list             *list
	empty            *fyne.Container // shown in place of the list, with message and clear
	message          *text.Wrapped
	clear            *control.Button // clears the filter
	remark, count    *text.Text
	folded           bool // the window is narrow, and the top of the page says which tab this is
	object           *fyne.Container
}

func newView(win *page.Window, l *list) *view {
	v := &view{
		title:    text.New(lang.L("History"), style.SizeHeading, fyne.TextStyle{Bold: true}),
		card:     surface.NewCard(),
		filter:   newFilterField(win, lang.L("Filter by key, action, date")),
		actions:  control.NewChoice(win.Dialogs.MenuOfChoice, lang.L("Action"), actionNames(), 0),
		periods:  control.NewChoice(win.Dialogs.MenuOfChoice, lang.L("Period"), periodNames(), 0),
		accounts: control.NewChoice(win.Dialogs.MenuOfChoice, lang.L("Accounts"), accounts{}.accountNames(), 0),
		export:   control.NewButton(lang.L("Export…"), control.ButtonDefault, nil),
		head:     surface.NewGround(style.ColorTableHead),
		list:     l,
		message:  text.NewWrapped(""),
		clear:    control.NewButton(lang.L("Clear Filter"), control.ButtonDefault, nil),
		remark:   text.New("", style.SizeCaption, fyne.TextStyle{}),
		count:    text.New("", style.SizeText, fyne.TextStyle{}),
	}
	for _, name := range []string{lang.L("Time"), lang.L("Action"), lang.X("history.key", "Access Key"), lang.L("Outcome")} {
		v.names = append(v.names, text.New(name, style.SizeText, fyne.TextStyle{Bold: true}))
	}
	v.message.Alignment = fyne.TextAlignCenter
	picture := widget.NewIcon(theme.NewColoredResource(assets.EmptyIcon(), style.ColorBorder))
	v.empty = container.NewVBox(container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(emptySize), picture)),
		v.message, container.NewCenter(v.clear))
	v.empty.Hide()
	v.accounts.Hide()
	// Tab goes through them in this order.
	v.object = container.New(&cardLayout{v}, v.card, v.title, v.filter, v.actions, v.periods, v.accounts, v.export, v.head)
	for _, name := range v.names {
		v.object.Add(name)
	}
	for _, o := range []fyne.CanvasObject{v.list.List, v.empty, v.remark, v.count} {
		v.object.Add(o)
	}
	return v
}

// offerAccounts shows the choice of accounts if there are several.
func (v *view) offerAccounts(a accounts) {
	v.accounts.Rename(a.accountNames())
	if v.accounts.Visible() != a.several {
		style.Show(v.accounts, a.several)
		v.object.Refresh()
	}
}

// choices returns the visible drop-down lists.
func (v *view) choices() []*control.Choice {
	if v.accounts.Visible() {
		return []*control.Choice{v.actions, v.periods, v.accounts}
	}
	return []*control.Choice{v.actions, v.periods}
}

// show shows events, and how many of all there are. filtered means that the filter has changed.
func (v *view) show(events []history.Event, all int, filtered bool) {
	v.list.fill(events, filtered && v.list.Focused)
	style.Show(v.empty, false)
	count := lang.N("{{.Count}} entries", len(events), map[string]any{"Count": len(events)})
	if len(events) < all {
		count = lang.N("{{.Count}} of {{.Total}} entries", all, map[string]any{"Count": len(events), "Total": all})
	}
	v.count.Set(count, theme.ColorNameForeground)
	style.Enable(v.export, len(events) > 0)
	v.relayout()
}

// relayout lays out the tab again, because the list has another height, without redrawing everything.
func (v *view) relayout() { v.object.Layout.Layout(v.object.Objects, v.object.Size()) }

// showEmpty shows in place of the list why it is empty, and if clear is true, the button that clears the filter.
func (v *view) showEmpty(message string, clear bool) {
	v.message.SetText(message)
	style.Show(v.clear, clear)
	style.Show(v.empty, message != "")
	v.object.Refresh()
}
