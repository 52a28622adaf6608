package keyscard

import (
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
)

// Toolbar is the filter and the buttons above the table.
type Toolbar struct {
	Filter  *Filter
	States  *control.Choice
	Create  *control.Button
	Reload  *control.Button
	Density *control.Button
	Columns *control.Button
}

func newToolbar(win *page.Window) *Toolbar {
	t := &Toolbar{
		Filter:  newFilter(win.Typing),
		States:  control.NewChoice(win.Dialogs.Menu, lang.L("State"), StateChoiceNames(), 0),
		Create:  control.NewButton(lang.L("New"), control.ButtonPrimary, nil),
		Reload:  control.NewIconButton(assets.ReloadIcon(), lang.L("Reload")+" (F5)", win.Tips, nil),
		Density: control.NewIconButton(assets.DensityIcon(), lang.L("Density"), win.Tips, nil),
		Columns: control.NewIconButton(assets.SettingsIcon(), lang.L("Column Settings and Export"), win.Tips, nil),
	}
	t.Create.Icon = theme.ContentAddIcon()
	for _, b := range []*control.Button{t.Create, t.Reload, t.Density, t.Columns} {
		b.TipAbove = true // below is the line that says what is wrong, with its button
	}
	return t
}
