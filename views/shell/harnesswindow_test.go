package shell

import (
	"context"
	"sync"

	"accesskeys/app"
	"accesskeys/app/settings"
	"accesskeys/views/hidewhenaway"
	"accesskeys/views/kit/background"
	"accesskeys/views/language"
)

// toDemo has the window sign in to the server at the start, as with --demo.
func (r *rig) toDemo() { r.toDemoAt(r.server.URL()) }

func (r *rig) toDemoAt(server string) {
	r.w.config.Demo = &Demo{Server: server, Credentials: r.server.Credentials()}
}

func (r *rig) noDemo() { r.w.config.Demo = nil }

// replaceApp replaces the application that the window works with.
func (r *rig) replaceApp(a *app.App) { r.w.config.App = a }

func (r *rig) setVersion(version string) { r.w.config.Version = version }

// start starts the program: the window opens and shows its first page.
func (r *rig) start() {
	r.w.opening.begin()
	r.w.opening.showFirstPage()
}

func (r *rig) askKeyringAgain() { r.w.opening.askAgain() }

// firstWords has the window check whether it can draw the characters of its language, as at the start.
func (r *rig) firstWords(l settings.Language) {
	r.w.looks.checkLegible(<-language.WarmFonts(r.tasks(), r.w.config.Catalogue, l))
}

// opened tells the window that it is on screen.
func (r *rig) opened() { r.w.raising.onScreen.Store(true) }

// raise simulates another start of the program, with a server or without.
func (r *rig) raise(server string) error { return r.w.raising.raise(context.Background(), server) }

func (r *rig) quitNow() { r.w.ending.Quit(true) }

// endedBySystem ends the program as a signal does.
func (r *rig) endedBySystem() { r.w.ending.Quit(false) }

func (r *rig) finish() { r.w.ending.Finish() }

func (r *rig) tasks() *background.Tasks { return r.w.page.Tasks }

// afterUpdates sets a function to call after each update of the window.
func (r *rig) afterUpdates(then func()) {
	r.w.page.Tasks.Post = func(update func()) {
		update()
		then()
	}
}

// holdUpdates holds back the UI updates of background work until show is called.
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

// followFocus has the window observe the focus through l.
func (r *rig) followFocus(l hidewhenaway.Events) { r.w.focus.Follow(l) }

// loseFocus gives the keyboard to another window.
func (r *rig) loseFocus() { r.w.focus.Lost = true }

// showsSecret reports whether the window shows a secret. hideSecrets hides secrets as minimising does.
func (r *rig) showsSecret() bool { return r.w.state.showsSecret() }
func (r *rig) hideSecrets()      { r.w.state.hideSecrets() }

// secretHeld reports whether the clipboard guard holds a secret.
func (r *rig) secretHeld() bool { return r.w.clipboard.Held() }

// onScrub sets a function to call when memory would be overwritten.
func (r *rig) onScrub(f func()) { r.w.scrub.Overwrite = f }

// maximized sets the function that reports whether the window is maximised.
func (r *rig) maximized(f func() (maximized, known bool)) { r.w.size.Maximized = f }

// onMaximize sets a function to call when the window would be maximised.
func (r *rig) onMaximize(f func()) { r.w.size.Maximize = f }

// sizeOpened tells the window that it has its first size. The last run may have left it maximised or not.
func (r *rig) sizeOpened()   { r.w.size.Opened() }
func (r *rig) wasMaximized() { r.w.size.Last.Maximized = true }

// inBackground runs work in the background from now on, and queues its UI updates until the test is ready for them. wait
// returns when all work has ended and all updates were made.
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

// inForeground calls act, and returns when all work that it has started is over.
func (r *rig) inForeground(act func()) {
	before := r.w.page.Tasks.Start
	defer func() { r.w.page.Tasks.Start = before }()
	r.w.page.Tasks.Start = func(work func()) { work() }
	act()
}

// drawnLate calls act, and has the window draw nothing until all work that it has started is over.
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
