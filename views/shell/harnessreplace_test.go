package shell

import (
	"accesskeys/client"
	"accesskeys/views/keyshortcuts"
)

// replaceOpen presses Ctrl+Shift+N on a key, whether or not that opens the page that replaces it.
func (r *rig) replaceOpen(id string) {
	r.t.Helper()
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Replace())
}

// replace opens the page that replaces a key, and checks that it is shown.
func (r *rig) replace(id string) {
	r.t.Helper()
	r.replaceOpen(id)
	if !r.reads("Replace " + id) {
		r.t.Fatalf("it shows %q", r.texts())
	}
}

// replaceToWait replaces a key without a check of the new one, up to the wait: the old key is disabled.
func (r *rig) replaceToWait(id string) {
	r.t.Helper()
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check", "Disable Old Key…", yes)
}

// clicks taps buttons, one after another.
func (r *rig) clicks(labels ...string) {
	r.t.Helper()
	for _, label := range labels {
		if label == yes {
			r.answerDialog()
			continue
		}
		r.tapButton(label)
	}
}

// yes is a label for clicks: it stands for the button that answers a question with yes.
const yes = ""

// dialogReads reports whether a text of the open dialog contains a string.
func (r *rig) dialogReads(part string) bool { return readsIn(r.dialogContent(), part) }

// replacing reports whether the page that replaces a key is shown in place of the list.
func (r *rig) replacing() bool { return r.page().Replacing.Shown() }

// newest returns the key that the server made last.
func (r *rig) newest() client.AccessKey {
	all := r.server.Keys()
	return all[len(all)-1]
}
