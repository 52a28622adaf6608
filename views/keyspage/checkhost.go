package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// checkHost answers what checks need of the tab.
type checkHost struct{ page *Page }

func (h checkHost) Covered() bool { return h.page.host.Covered() }
func (h checkHost) Reload()       { h.page.loader.reloadQuietly() }
func (h checkHost) Scrub()        { h.page.host.Scrub() }

// Key is a key as it is known now: one that is checked again may not be on screen any more.
func (h checkHost) Key(id string) (k keys.Key, listed, idle bool) {
	k, listed = h.page.keys.Find(id)
	return k, listed, k.Busy == "" && !h.page.batches.Includes(id)
}

// lastCheck is the facts about the last check of a key, if there was one.
func (m *menus) lastCheck(id string) []fyne.CanvasObject {
	r, checked := m.checker.Last(id)
	if !checked {
		return nil
	}
	return []fyne.CanvasObject{control.FactName(lang.L("Last Check")), control.Fact(words.LastCheck(r, m.tasks.Now()))}
}
