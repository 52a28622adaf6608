package shell

import (
	"accesskeys/app/session"
	"accesskeys/views/words"
)

// setTitle sets the window's title: the program's name, and the account or server of the session.
func (f *frame) setTitle(s *session.Session) {
	name := ""
	if s != nil {
		name = f.sessionName(s)
	}
	f.setTitleTo(name)
}

// setTitleTo sets the window's title: the program's name, and another name unless that is empty.
func (f *frame) setTitleTo(name string) {
	title := AppName()
	if name != "" {
		title += " – " + name
	}
	f.win.SetTitle(title)
	f.setMenu()
}

// sessionName returns the name of a session for the title: its account's name, or its server.
func (w *switching) sessionName(s *session.Session) string {
	if name := w.accounts.Name(); name != "" && s == w.current {
		return name
	}
	return words.Host(s.Server())
}
