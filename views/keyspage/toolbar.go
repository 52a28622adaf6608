package keyspage

import (
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
)

// toolbar is the filter and the buttons above the table.
type toolbar struct {
	filter  *filter
	states  *control.Choice
	create  *control.Button
	reload  *control.Button
	density *control.Button
	columns *control.Button
}

func newToolbar(win *page.Window) *toolbar {
	t := &toolbar{
		filter:  newFilter(win.Typing),
		states:  control.NewChoice(win.Dialogs.Menu, lang.L("State"), stateChoiceNames(), 0),
		create:  control.NewButton(lang.L("New"), control.ButtonPrimary, nil),
		reload:  control.NewIconButton(assets.ReloadIcon(), lang.L("Reload")+" (F5)", win.Tips, nil),
		density: control.NewIconButton(assets.DensityIcon(), lang.L("Density"), win.Tips, nil),
		columns: control.NewIconButton(assets.SettingsIcon(), lang.L("Column Settings and Export"), win.Tips, nil),
	}
	t.create.Icon = theme.ContentAddIcon()
	return t
}
