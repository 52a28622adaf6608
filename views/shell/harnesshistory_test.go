package shell

import (
	"strings"

	"accesskeys/views/history"
)

// openHistory shows the History tab.
func (r *rig) openHistory() { r.w.state.settings.Show(tabHistory) }

// entries is what is read out of the entries of the history that are to be seen.
func (r *rig) entries() (all []string) {
	for _, text := range r.texts() {
		if strings.HasPrefix(text, "20") && strings.Count(text, ", ") >= 3 {
			all = append(all, text)
		}
	}
	return all
}

// historyFilter is the field for what is looked for in the history.
func (r *rig) historyFilter() *history.FilterField {
	r.t.Helper()
	return onScreen(r, "filter of the history", func(f *history.FilterField) bool { return f.Visible() })
}

// updatesOfHeld runs what was held back, and is the updates that it asks for, which are still to be made.
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
