package dialog

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/style"
)

func TestADimmedItemLooksDisabledAndCanBeChosen(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	w := test.NewTempWindow(t, nil)
	chosen := false
	item := fyne.NewMenuItem("Created At (window too narrow)", func() { chosen = true })
	item.Checked, item.Icon = true, Dimmed{}
	row := newMenuRow(item, w.Canvas(), func() {})
	out := test.TempWidgetRenderer(t, row).(*menuRowRenderer)
	if out.label.Color != style.Color(row, style.ColorSecondary) || row.Icon == nil {
		t.Errorf("it is drawn in %v; its tick is %v", out.label.Color, row.Icon)
	}
	if test.Tap(row); !chosen || row.Disabled() {
		t.Error("it cannot be chosen")
	}
	item.Checked = false
	if iconRoom(fyne.NewMenu("", item)) != 0 {
		t.Error("without a tick, there is room for one")
	}
}
