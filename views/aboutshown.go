package views

func (w *window) about() *aboutDialog {
	return &aboutDialog{win: w.pageWindow, app: w.App, session: w.session, name: AppName(), version: w.Version}
}

func (w *window) showAbout() {
	if !w.covered() {
		w.about().Show()
	}
}
