package views

import (
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
)

// selectionBar says how many keys are selected, where there are several, with what can be done to them.
type selectionBar struct {
	count                            *control.Text
	disable, enable, remove, nothing *control.Button
	object                           *fyne.Container
}

func newSelectionBar() *selectionBar {
	b := &selectionBar{
		count:   control.NewText("", style.SizeText, fyne.TextStyle{Bold: true}),
		disable: control.NewButton(lang.L("Disable"), control.ButtonLink, nil),
		enable:  control.NewButton(lang.L("Enable"), control.ButtonLink, nil),
		remove:  control.NewButton(lang.L("Delete"), control.ButtonLink, nil),
		nothing: control.NewButton(lang.L("Clear Selection"), control.ButtonLink, nil),
	}
	b.object = container.NewHBox(container.New(style.Centred{}, b.count), style.Gap(4, 0))
	for _, each := range b.buttons() {
		b.object.Add(container.New(style.Centred{}, each))
	}
	b.object.Hide()
	return b
}

func (b *selectionBar) buttons() []*control.Button { return append(b.changes(), b.nothing) }

// changes are the buttons that change keys.
func (b *selectionBar) changes() []*control.Button {
	return []*control.Button{b.disable, b.enable, b.remove}
}

// keepsFocus tells whether one of the buttons has the keyboard, though they are not shown.
func (b *selectionBar) keepsFocus() bool {
	return !b.object.Visible() && slices.ContainsFunc(b.buttons(), func(each *control.Button) bool { return each.Focused })
}

// Show says how many are selected; of one, the row itself says enough.
func (b *selectionBar) Show(count int) {
	style.Show(b.object, count > 1)
	b.count.Set(lang.N("{{.Count}} selected", count, map[string]any{"Count": count}), theme.ColorNameForeground)
	b.object.Refresh()
}
