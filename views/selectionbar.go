package views

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
)

// selectionBar says how many keys are selected, where there are several, with what can be done to them.
type selectionBar struct {
	count                            *text
	disable, enable, remove, nothing *button
	object                           *fyne.Container
}

func newSelectionBar() *selectionBar {
	b := &selectionBar{
		count:   newText("", sizeText, fyne.TextStyle{Bold: true}),
		disable: newButton(lang.L("Disable"), buttonLink, nil),
		enable:  newButton(lang.L("Enable"), buttonLink, nil),
		remove:  newButton(lang.L("Delete"), buttonLink, nil),
		nothing: newButton(lang.L("Clear Selection"), buttonLink, nil),
	}
	b.object = container.NewHBox(container.New(centred{}, b.count), gap(4, 0))
	for _, each := range b.buttons() {
		b.object.Add(container.New(centred{}, each))
	}
	b.object.Hide()
	return b
}

func (b *selectionBar) buttons() []*button { return append(b.changes(), b.nothing) }

// changes are the buttons that change keys.
func (b *selectionBar) changes() []*button { return []*button{b.disable, b.enable, b.remove} }

// keepsFocus tells whether one of the buttons has the keyboard, though they are not shown.
func (b *selectionBar) keepsFocus() bool {
	return !b.object.Visible() && slices.ContainsFunc(b.buttons(), func(each *button) bool { return each.focused })
}

// Show says how many are selected; of one, the row itself says enough.
func (b *selectionBar) Show(count int) {
	show(b.object, count > 1)
	b.count.Set(lang.N("{{.Count}} selected", count, map[string]any{"Count": count}), theme.ColorNameForeground)
	b.object.Refresh()
}
