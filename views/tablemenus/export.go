package tablemenus

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/export"
	"accesskeys/views/filedialog"
)

// exportItems returns menu items that save the keys that are shown, in their order, one for each format.
func (m *Menus) exportItems() []*fyne.MenuItem {
	shown := slices.Clone(m.host.Shown())
	save := func(f export.Format) func() {
		return func() {
			name := "access-keys-" + m.tasks.Now().Local().Format(time.DateOnly) + "." + string(f)
			filedialog.Save(m.win, lang.L("Export List"), name, func() ([]byte, error) {
				return export.KeyList(shown, m.host.Noted).As(f)
			})
		}
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(lang.L("Export List as CSV…"), save(export.CSV)), fyne.NewMenuItem(lang.L("Export List as JSON…"), save(export.JSON))}
	for _, item := range items {
		item.Disabled = len(shown) == 0
	}
	return items
}
