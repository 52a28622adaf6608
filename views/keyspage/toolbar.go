package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
)

// toolbar is what stands above the table: the filter, and the buttons of the card.
type toolbar struct {
	filter      *filter
	states      *control.Choice
	statesFrame fyne.CanvasObject
	create      *control.Button
	reload      *control.Button
	density     *control.Button
	columns     *control.Button
}

func newToolbar(tips *control.Tips) *toolbar {
	t := &toolbar{
		filter:  newFilter(),
		states:  control.NewChoice(lang.L("State"), stateChoiceNames(), 0),
		create:  control.NewButton(lang.L("New"), control.ButtonPrimary, nil),
		reload:  control.NewIconButton(assets.ReloadIcon(), lang.L("Reload")+" (F5)", tips, nil),
		density: control.NewIconButton(assets.DensityIcon(), lang.L("Density"), tips, nil),
		columns: control.NewIconButton(assets.SettingsIcon(), lang.L("Column Settings"), tips, nil),
	}
	t.create.Icon = theme.ContentAddIcon()
	t.statesFrame = control.Framed(t.states)
	return t
}
