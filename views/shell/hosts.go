package shell

import (
	"context"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/signin"
)

// keysHost is what the Access Keys tab asks of the window.
type keysHost struct{ w *window }

func (h keysHost) Covered() bool                         { return h.w.locking.locked() }
func (h keysHost) HasFocus() bool                        { return !h.w.focus.lost }
func (h keysHost) Privacy() settings.Privacy             { return h.w.config.App.Settings.Get().Privacy }
func (h keysHost) Table() settings.Table                 { return h.w.config.App.Settings.Get().Table }
func (h keysHost) Shown(count int)                       { h.w.notices.listShown(count) }
func (h keysHost) Refreshed()                            { h.w.notices.listRefreshed() }
func (h keysHost) KeepList()                             { h.w.writer.keepList(h.w.session.current) }
func (h keysHost) TellCertificate(err error)             { h.w.reach.tellCertificate(err) }
func (h keysHost) Inspect(c *route.Certificate)          { h.w.reach.inspect(c) }
func (h keysHost) OwnKeyGone(k keys.Key)                 { h.w.session.ownKeyGone(k) }
func (h keysHost) Rejected(err error)                    { h.w.session.rejected(err) }
func (h keysHost) TellKeyring(err error, meaning string) { h.w.notices.tellKeyring(err, meaning) }
func (h keysHost) ReloadKeys()                           { h.w.session.reloadKeys() }
func (h keysHost) SetTable(was, now settings.Table)      { h.w.writer.setTable(was, now) }
func (h keysHost) WatchFocus()                           { h.w.focus.watch() }
func (h keysHost) Scrub()                                { h.w.scrub.scrub() }
func (h keysHost) FocusBack()                            { h.w.input.focusBack() }

// barHost is what the top bar asks of the window.
type barHost struct{ w *window }

func (h barHost) AvatarMenu() *fyne.Menu       { return h.w.commands.avatarMenu() }
func (h barHost) Inspect(c *route.Certificate) { h.w.reach.inspect(c) }
func (h barHost) FocusBack()                   { h.w.input.focusBack() }

// accountHost is what the Account tab asks of the window.
type accountHost struct{ w *window }

func (h accountHost) AskLogOut()                              { h.w.session.askLogOut() }
func (h accountHost) Reach(n route.Network, done func(error)) { h.w.reach.change(n, done) }
func (h accountHost) AccountShown() bool                      { return h.w.reach.accountShown() }

// preferencesHost is what the Preferences tab asks of the window.
type preferencesHost struct{ w *window }

func (h preferencesHost) ChooseLanguage(l settings.Language) { h.w.looks.chooseLanguage(l) }
func (h preferencesHost) ChooseTheme(t settings.Theme)       { h.w.looks.chooseTheme(t) }
func (h preferencesHost) Save()                              { h.w.writer.save() }
func (h preferencesHost) LockAgain()                         { h.w.locking.showAgain() }
func (h preferencesHost) Legible() bool                      { return h.w.looks.legible() }

// ApplyPrivacy has a changed choice hold from now on.
func (h preferencesHost) ApplyPrivacy() {
	h.w.locking.idle.Watch()
	h.w.system.applyCapture()
}

// signInHost is what the sign-in form asks of the window.
type signInHost struct{ w *window }

func (h signInHost) Open(signIn func(context.Context) (*session.Session, error), opened func(*session.Session) bool, failed func(error)) context.CancelFunc {
	return h.w.session.open(signIn, opened, failed)
}
func (h signInHost) ShowSession(s *session.Session)        { h.w.session.show(s) }
func (h signInHost) Current() *session.Session             { return h.w.session.current }
func (h signInHost) Shows(p *signin.Page) bool             { return h.w.session.signIn == p }
func (h signInHost) AskAgain()                             { h.w.opening.askAgain() }
func (h signInHost) KeepList()                             { h.w.writer.keepList(h.w.session.current) }
func (h signInHost) TellKeyring(err error, meaning string) { h.w.notices.tellKeyring(err, meaning) }
func (h signInHost) Save()                                 { h.w.writer.save() }
func (h signInHost) ShowShortcuts()                        { h.w.commands.showShortcuts() }
func (h signInHost) ShowAbout()                            { h.w.commands.showAbout() }

// lockHost is what the lock page asks of the window.
type lockHost struct{ w *window }

func (h lockHost) AskLogOut()                 { h.w.session.askLogOut() }
func (h lockHost) Unlock(typed client.Secret) { h.w.locking.unlock(typed) }
func (h lockHost) Relayout()                  { h.w.frame.relayout() }
