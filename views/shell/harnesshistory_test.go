package shell

import (
	"strings"

	"accesskeys/views/history"
)

// openHistory shows the History tab.
func (r *rig) openHistory() { r.w.state.settings.Show(tabHistory) }

// entries returns the accessible texts of the history's visible entries.
func (r *rig) entries() (all []string) {
	for _, text := range r.texts() {
		if strings.HasPrefix(text, "20") && strings.Count(text, ", ") >= 3 {
			all = append(all, text)
		}
	}
	return all
}

// historyFilter returns the history's filter field.
func (r *rig) historyFilter() *history.FilterField {
	r.t.Helper()
	return onScreen(r, "filter of the history", func(f *history.FilterField) bool { return f.Visible() })
}

// updatesOfHeld runs the work that was held back. It returns the UI updates that the work has posted, without running
// them.
func (r *rig) updatesOfHeld() (updates []func()) {
	post, held := r.w.page.Tasks.Post, r.held
	r.w.page.Tasks.Post = func(update func()) { updates = append(updates, update) }
	r.held = nil
	for _, work := range held {
		work()
	}
	r.w.page.Tasks.Post = post
	return updates
}
