package shell

import (
	"time"

	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/text"
	"accesskeys/views/lockpage"
)

// lockPage is the lock page.
type lockPage struct{ page *lockpage.Page }

func (r *rig) locked() bool { return r.w.state.locked() }

// locks returns how often the window was locked.
func (r *rig) locks() int { return r.w.locking.lockCount }

func (r *rig) unlock(typed client.Secret) { r.w.locking.unlock(typed) }

func (r *rig) showLockPage(kind lockpage.UnlockKind) { r.w.locking.showLockPage(kind) }

// watchIdle starts the timer that locks an idle window.
func (r *rig) watchIdle() { r.w.locking.idle.Watch() }

func (r *rig) lockPage() lockPage { return lockPage{r.w.state.lockPage} }

func (p lockPage) kind() lockpage.UnlockKind           { return p.page.Kind }
func (p lockPage) entry() *control.SecretEntry         { return p.page.Entry }
func (p lockPage) submit() *control.Button             { return p.page.Submit }
func (p lockPage) notice() *text.Wrapped               { return p.page.Notice }
func (p lockPage) busy() bool                          { return p.page.Busy }
func (p lockPage) focus()                              { p.page.Focus() }
func (p lockPage) fail(err error)                      { p.page.Fail(err) }
func (p lockPage) keyringFailed(err error)             { p.page.KeyringFailed(err) }
func (p lockPage) complain(message string)             { p.page.Complain(message) }
func (p lockPage) hold(wait time.Duration, why string) { p.page.Hold(wait, why) }
