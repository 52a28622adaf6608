package keytable

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// In Chinese, the title of the actions is short enough for the column of the menus.
func TestColumnOfMenusHasNoTitleInAnyLanguage(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	h := NewHeader(NewLayout(settings.DefaultTable()), tooltip.New(nil))
	w := test.NewTempWindow(t, h)
	for width, menus := range map[float32]bool{1000: false, 430: true} {
		w.Resize(fyne.NewSize(width, 100))
		if h.Layout.At.menu != menus || h.Cells[ColumnActions].Visible() == menus || !h.Cells[ColumnID].Visible() {
			t.Errorf("%v wide: menus: %v, a title: %v", width, h.Layout.At.menu, h.Cells[ColumnActions].Visible())
		}
	}
}
