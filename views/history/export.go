package history

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/export"
	"accesskeys/app/history"
	"accesskeys/views/filedialog"
	"accesskeys/views/words"
)

// openExport opens the menu of the Export button. A click on the button has taken the focus from the list, so
// openExport gives it back first.
func (p *Page) openExport() {
	if p.win.Canvas.Focused() == nil {
		p.Focus()
	}
	p.win.Dialogs.MenuBelow(p.exportMenu(), p.view.export)
}

// exportMenu returns the menu of formats in which the visible events can be saved.
func (p *Page) exportMenu() *fyne.Menu {
	found := p.found
	save := func(f export.Format) func() {
		return func() {
			name := "access-keys-history-" + p.tasks.Now().Local().Format(time.DateOnly) + "." + string(f)
			filedialog.Save(p.win, lang.L("Export History"), name, func() ([]byte, error) {
				return history.Table(found, p.labelOf, words.EventSentence).As(f)
			})
		}
	}
	return fyne.NewMenu("", fyne.NewMenuItem(lang.L("Export as CSV…"), save(export.CSV)), fyne.NewMenuItem(lang.L("Export as JSON…"), save(export.JSON)))
}
