package shell

import (
	"context"
	"sync"

	"accesskeys/app"
	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
	"accesskeys/views/language"
)

// toDemo has the window sign in to the server when it starts, as with --demo.
func (r *rig) toDemo() { r.toDemoAt(r.server.URL()) }

func (r *rig) toDemoAt(server string) {
	r.w.config.Demo = &Demo{Server: server, Credentials: r.server.Credentials()}
}

func (r *rig) noDemo() { r.w.config.Demo = nil }

// replaceApp has the window work for another application.
func (r *rig) replaceApp(a *app.App) { r.w.config.App = a }

func (r *rig) setVersion(version string) { r.w.config.Version = version }

// start has the program start: the window opens, and shows what it is to show first.
func (r *rig) start() {
	r.w.opening.begin()
	r.w.opening.showFirstPage()
}

func (r *rig) askKeyringAgain() { r.w.opening.askAgain() }

// firstWords has the window speak the language that is chosen, with the fonts that there are.
func (r *rig) firstWords(l settings.Language) {
	r.w.looks.checkLegible(<-language.WarmFonts(r.tasks(), r.w.config.Catalogue, l))
}

// opened has the window be on screen.
func (r *rig) opened() { r.w.raising.onScreen.Store(true) }

// raise has the program be started again, with a server or without.
func (r *rig) raise(server string) error { return r.w.raising.raise(context.Background(), server) }

func (r *rig) quitNow() { r.w.ending.quit() }

func (r *rig) finish() { r.w.ending.finish() }

func (r *rig) tasks() *background.Tasks { return r.w.page.Tasks }

// afterUpdates has each update of the window be followed by something.
func (r *rig) afterUpdates(then func()) {
	r.w.page.Tasks.Post = func(update func()) {
		update()
		then()
	}
}

// holdUpdates has what work in the background brings not be shown until show is called, which ends that.
func (r *rig) holdUpdates() (show func()) {
	post, late := r.w.page.Tasks.Post, []func(){}
	r.w.page.Tasks.Post = func(update func()) { late = append(late, update) }
	return func() {
		r.w.page.Tasks.Post = post
		for _, update := range late {
			update()
		}
	}
}

// followFocus has the window be told of the focus by l.
func (r *rig) followFocus(l fyneLifecycle) { r.w.focus.follow(l) }

// loseFocus has another window have the keyboard.
func (r *rig) loseFocus() { r.w.focus.lost = true }

// showsSecret reports whether the window knows of a secret on screen, and hideSecrets hides it as for minimising.
func (r *rig) showsSecret() bool { return r.w.state.showsSecret() }
func (r *rig) hideSecrets()      { r.w.state.hideSecrets() }

// secretHeld reports whether the window knows of a secret on the clipboard.
func (r *rig) secretHeld() bool { return r.w.clipboard.Held() }

// onScrub has f be called where memory would be overwritten.
func (r *rig) onScrub(f func()) { r.w.scrub.Overwrite = f }

// maximized has f say whether the window is maximised, where that is known.
func (r *rig) maximized(f func() (maximized, known bool)) { r.w.size.Maximized = f }

// onMaximize has f be called where the window would be maximised.
func (r *rig) onMaximize(f func()) { r.w.size.Maximize = f }

// sizeOpened tells the window that it has the size to open with, after it was maximised the last time or not.
func (r *rig) sizeOpened()   { r.w.size.Opened() }
func (r *rig) wasMaximized() { r.w.size.Last.Maximized = true }

// inBackground has work run in the background from now on, and what it brings wait until the test is ready
// for it. wait returns when all work has ended and all that it brought is shown.
func (r *rig) inBackground() (wait func()) {
	var work sync.WaitGroup
	var mu sync.Mutex
	var updates []func()
	r.w.page.Tasks.Start = func(f func()) { work.Go(f) }
	post := func(update func()) {
		mu.Lock()
		defer mu.Unlock()
		updates = append(updates, update)
	}
	r.w.page.Tasks.Post = post
	return func() {
		work.Wait()
		for len(updates) > 0 {
			next := updates[0]
			updates = updates[1:]
			next()
			work.Wait()
		}
	}
}

// inForeground has all work of what act does be over when it returns.
func (r *rig) inForeground(act func()) {
	before := r.w.page.Tasks.Start
	defer func() { r.w.page.Tasks.Start = before }()
	r.w.page.Tasks.Start = func(work func()) { work() }
	act()
}

// drawnLate has the window take note of nothing that act leads to before all of it is over.
func (r *rig) drawnLate(act func()) {
	post := r.w.page.Tasks.Post
	var late []func()
	r.w.page.Tasks.Post = func(update func()) { late = append(late, update) }
	act()
	r.w.page.Tasks.Post = post
	for _, update := range late {
		update()
	}
}
