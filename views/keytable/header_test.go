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

// A secret looks like the ID above it.
func TestTitleSaysThatTheSecretsAreBelowTheIDs(t *testing.T) {
	for locale, both := range map[string]string{"en_US.UTF-8": "Access Key ID and Secret", "zh_CN.UTF-8": "Access Key ID 和 Secret"} {
		speak(t, locale)
		test.NewTempApp(t).Settings().SetTheme(style.New(nil))
		table := settings.DefaultTable()
		table.SortBy = settings.ColumnID
		h := NewHeader(NewLayout(table), tooltip.New(nil))
		w := test.NewTempWindow(t, h)
		for _, width := range []float32{1200, h.Layout.leastWidth(), 560, 1200} {
			w.Resize(fyne.NewSize(width, 100))
			want, cell := "Access Key ID", h.Cells[ColumnID]
			if h.Layout.At.stacked {
				want = both
			}
			if got := cell.title; h.Layout.At.stacked != (width < 1200) || got.Line.Text != want || !got.Visible() || got.Position().X+got.MinSize().Width > cell.Up.Position().X {
				t.Errorf("%v wide, stacked: %v: the title is %q, visible: %v", width, h.Layout.At.stacked, got.Line.Text, got.Visible())
			}
		}
	}
}
