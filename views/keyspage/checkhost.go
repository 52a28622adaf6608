package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// checkHost answers what checks need of the tab.
type checkHost struct{ page *Page }

func (h checkHost) Covered() bool          { return h.page.host.Covered() }
func (h checkHost) Reload()                { h.page.loader.reloadQuietly() }
func (h checkHost) Scrub()                 { h.page.host.Scrub() }
func (h checkHost) Label(id string) string { return h.page.labels.label(id) }

// Key is a key as it is known now: one that is checked again may not be on screen any more.
func (h checkHost) Key(id string) (k keys.Key, listed, idle bool) {
	k, listed = h.page.keys.Find(id)
	return k, listed, k.Busy == "" && !h.page.batches.Includes(id)
}

// lastCheck is what came of the last check of a key that the server answered, in this run or, as the history tells,
// before; and of one that failed since.
func (m *menus) lastCheck(id string, before history.Facts) (facts []words.Fact) {
	now := m.tasks.Now()
	if r, answered := m.tools.checker.LastAnswered(id); answered {
		facts = append(facts, words.Fact{Name: lang.L("Last Check"), Value: words.LastCheck(r, now)})
	} else if !before.Checked.IsZero() {
		facts = append(facts, words.Fact{Name: lang.L("Last Checked Here"), Value: words.CheckedBefore(before)})
	}
	if r, checked := m.tools.checker.Last(id); checked && !r.Kind.Answered() {
		facts = append(facts, words.Fact{Name: lang.L("Failed Check"), Value: words.LastCheck(r, now)})
	}
	return facts
}

// Checked keeps what came of a check in the history.
func (h checkHost) Checked(r keycheck.Result) {
	h.page.host.Record(history.Checked(keys.RefOf(h.page.keys, r.KeyID), string(r.Kind), r.State))
}
