package keyscard

import (
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/tooltip"
)

// Toolbar is the filter and the buttons above the table.
type Toolbar struct {
	Filter  *Filter
	States  *control.Choice
	Create  *control.Button
	widest  float32 // the width of Create while a key is created, which takes a longer label
	Reload  *control.Button
	Density *control.Button
	Columns *control.Button
}

func newToolbar(win *page.Window) *Toolbar {
	tips := tooltip.Above{Tips: win.Tips} // below is the line that says what is wrong, with its button
	t := &Toolbar{
		Filter:  newFilter(win.Typing, tips),
		Create:  control.NewButton("", control.ButtonPrimary, nil),
		Reload:  control.NewIconButton(assets.ReloadIcon(), lang.L("Reload")+" (F5)", tips, nil),
		Density: control.NewIconButton(assets.DensityIcon(), lang.L("Density"), tips, nil),
		Columns: control.NewIconButton(assets.SettingsIcon(), lang.L("Column Settings and Export"), tips, nil),
	}
	t.States = control.NewChoice(win.Dialogs.MenuAmong(t.Icons), lang.L("State"), StateChoiceNames(), 0)
	t.Create.Tips = tips
	t.Create.Icon = theme.ContentAddIcon()
	t.showCreating(true)
	t.widest = t.Create.MinSize().Width
	t.showCreating(false)
	return t
}

// Icons returns the buttons with an icon only. With a menu of the toolbar open, a click on one of them presses it as well,
// which does nothing to a key.
func (t *Toolbar) Icons() []*control.Button { return []*control.Button{t.Reload, t.Density, t.Columns} }

// showCreating has New say whether a key is created.
func (t *Toolbar) showCreating(on bool) {
	label := lang.L("New")
	if on {
		label = lang.L("Creating…")
	}
	t.Create.SetText(label)
}
