package shell

import "accesskeys/views/about"

func (w *window) about() *about.Dialog {
	return &about.Dialog{Win: w.Window, App: w.App, Session: w.session, Name: AppName(), Version: w.Version}
}

func (w *window) ShowAbout() {
	if !w.Covered() {
		w.about().Show()
	}
}
