package shell

import (
	"accesskeys/app/session"
	"accesskeys/views/words"
)

// setTitle names the window, and the server that it is signed in to.
func (f *frame) setTitle(s *session.Session) {
	title := AppName()
	if s != nil {
		title += " – " + f.called(s)
	}
	f.win.SetTitle(title)
	f.setMenu()
}

// called is what the title says of a session.
func (w *switching) called(s *session.Session) string {
	if name := w.accounts.Name(); name != "" && s == w.current {
		return name
	}
	return words.Host(s.Server())
}
