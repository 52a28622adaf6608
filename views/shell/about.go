package shell

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/about"
)

func (c *commands) about() *about.Dialog {
	return &about.Dialog{Win: c.page, App: c.config.App, Session: c.current, Name: AppName(), Version: c.config.Version,
		OpenURL: fyne.CurrentApp().OpenURL}
}

func (c *commands) showAbout() {
	if !c.locked() {
		c.about().Show()
	}
}
