package rotation

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// checkTime is how much longer than others the check of a new key may take, which is tried again.
const checkTime = time.Minute

// acts does what the buttons of a page are for.
type acts struct{ page *Page }

// do does what a button is for, or asks before.
func (t acts) do(a rotation.Act) {
	p := t.page
	s, open := p.guide.State(p.old)
	if !open || p.working != "" {
		return
	}
	switch a {
	case rotation.ActLeave:
		p.host.Back()
	case rotation.ActUse:
		if s.Primary() == a {
			t.use(p.chosen)
			return
		}
		t.choose()
	case rotation.ActSignIn:
		t.signIn(s.New)
	case rotation.ActAbandon:
		t.askAbandon(&s)
	case rotation.ActDisable, rotation.ActDelete, rotation.ActCreateAgain:
		if p.host.MayChange() {
			t.ask(a, &s)
		}
	case rotation.ActCreate, rotation.ActEnableOld, rotation.ActEnableNew:
		if p.host.MayChange() {
			t.start(a)
		}
	default:
		t.start(a)
	}
}

// start starts what needs no more questions.
func (t acts) start(a rotation.Act) {
	p := t.page
	work := map[rotation.Act]func(context.Context, string) error{
		rotation.ActLook:        func(ctx context.Context, old string) error { _, err := p.guide.Look(ctx, old); return err },
		rotation.ActCreate:      func(ctx context.Context, old string) error { return p.guide.Create(ctx, old, false) },
		rotation.ActCreateAgain: func(ctx context.Context, old string) error { return p.guide.Create(ctx, old, true) },
		rotation.ActPlaced:      p.guide.Placed,
		rotation.ActCheck:       p.guide.CheckNew,
		rotation.ActSkipCheck:   p.guide.SkipCheck,
		rotation.ActBackToPlace: p.guide.BackToPlace,
		rotation.ActDisable:     p.guide.Disable,
		rotation.ActEnableOld:   p.guide.EnableOld,
		rotation.ActEnableNew:   p.guide.EnableNew,
		rotation.ActDelete:      p.guide.Delete,
		rotation.ActFinish:      p.guide.Finish,
		rotation.ActAbandon:     p.guide.Abandon,
	}[a]
	t.run(a, func(ctx context.Context) error { return work(ctx, p.old) })
}

// undo enables the old key again where nobody has changed it since.
func (t acts) undo(left *keys.Left) {
	if t.page.host.MayChange() {
		t.run(rotation.ActUndo, func(ctx context.Context) error { return t.page.guide.Undo(ctx, left) })
	}
}

// run does something in the background, and shows how that went.
func (t acts) run(a rotation.Act, work func(context.Context) error) {
	p := t.page
	if p.working != "" {
		return
	}
	before, _ := p.guide.State(p.old)
	name := p.host.Name(p.old) // finishing gives the label away
	p.working = a
	p.Rebuild()
	limit := 3 * p.tasks.Limit // the keys are read before and after
	if a == rotation.ActCheck {
		limit += checkTime
	}
	changes := 0
	if op, _ := changeOf(a, &before); op != "" {
		changes = 1
	}
	*p.changes += changes
	done := func(err error) {
		p.working, p.stop = "", func() {}
		*p.changes -= changes
		if a == rotation.ActCheck {
			t.checked(before.New, err)
		}
		if p.left() {
			t.tellLate(a, &before, err)
			return
		}
		t.tell(a, &before, name, err)
		p.Rebuild()
	}
	if a != rotation.ActCheck {
		background.GoVitalErr(p.win.Tasks, limit, work, done)
		return
	}
	stop := background.GoErrFor(p.tasks, limit, work, done)
	if p.working == a {
		p.stop = stop
	}
}

// checked has what came of a check kept, and the memory that the secret was in overwritten.
func (t acts) checked(id string, err error) {
	p := t.page
	p.host.Scrub()
	var failed *rotation.CheckError
	if err == nil || errors.As(err, &failed) && !errors.Is(err, context.Canceled) {
		p.host.Checked(id)
	}
}

// tell says how something went, where the page does not.
func (t acts) tell(a rotation.Act, before *rotation.State, name string, err error) {
	p := t.page
	notAnswered(p.win).Withdraw()
	if a == rotation.ActCheck && (errors.Is(err, context.Canceled) || client.KindOf(err) == client.KindLocked) {
		p.said().Withdraw() // it was stopped
		return
	}
	stay := errors.Is(err, rotation.ErrNotesStay)
	if err != nil && !stay {
		t.failed(a, before, err)
		return
	}
	p.said().Withdraw()
	if a == rotation.ActLook {
		return
	}
	undo := p.host.Undo()
	undo.End()
	switch a {
	case rotation.ActDisable:
		now, _ := p.guide.State(p.old)
		undo.OfferTo(p.said(), words.Outcome(keys.OpDisable, p.host.Name(p.old)), []keys.Key{now.OldKey}, t.undo)
	case rotation.ActUndo, rotation.ActEnableOld:
		now, _ := p.guide.State(p.old)
		p.said().Done(words.EnabledOld(p.host.Name(p.old), &now))
	case rotation.ActEnableNew:
		p.said().Done(words.Outcome(keys.OpEnable, p.host.Name(before.New)))
	case rotation.ActFinish:
		if stay {
			p.said().Note(words.NotesStay(name))
		} else {
			p.said().Done(lang.L("Replaced {{.ID}}", map[string]any{"ID": name}))
		}
		if p.shown() {
			p.host.Back()
			p.host.Choose(before.New)
		}
	case rotation.ActAbandon:
		p.said().Done(lang.L("Abandoned; no key was changed"))
		t.back()
	case rotation.ActCheck:
		p.said().Done(lang.L("The server accepts the new key"))
	}
}

// failed says why something was not done. A list that may be wrong is read again.
func (t acts) failed(a rotation.Act, before *rotation.State, err error) {
	p := t.page
	said := p.said()
	if (a == rotation.ActCheck || a == rotation.ActLook) && keys.Offline(err) {
		said.Withdraw()
		said = notAnswered(p.win)
		p.host.Reload() // by which it is known when the server answers again
	}
	said.Failed(words.NotReplaced(a, before, p.host.Name, err), keys.Uncertain(err))
	var unchecked *keys.UncheckedError
	var unacknowledged *keys.UnacknowledgedError
	if errors.As(err, &unchecked) || errors.As(err, &unacknowledged) || client.KindOf(err) == client.KindNotFound {
		p.host.Reload()
	}
	if _, open := p.guide.State(p.old); !open && errors.Is(err, rotation.ErrElsewhere) {
		t.back()
	}
}

// notAnswered is that the server was asked something that changes nothing, and did not answer, as a subject of messages.
func notAnswered(win *page.Window) toast.Subject { return win.Toasts.About("replacement not answered") }

// back shows the list, where the page is shown.
func (t acts) back() {
	if t.page.shown() {
		t.page.host.Back()
	}
}

// look reads the keys. Nothing is said of that, unless it fails.
func (t acts) look() { t.start(rotation.ActLook) }

func (t acts) use(id string) {
	p := t.page
	t.run(rotation.ActUse, func(ctx context.Context) error { return p.guide.Use(ctx, p.old, id) })
}

// tick notes whether the new key is in a place.
func (t acts) tick(place string, on bool) {
	p := t.page
	background.GoErr(p.tasks, func(ctx context.Context) error { return p.guide.Tick(ctx, p.old, place, on) }, t.noted)
}

func (t acts) setWait(days int) {
	p := t.page
	background.GoErr(p.tasks, func(ctx context.Context) error { return p.guide.SetWait(ctx, p.old, days) }, t.noted)
}

// noted shows what was noted on disk.
func (t acts) noted(err error) {
	p := t.page
	if err != nil {
		s, _ := p.guide.State(p.old)
		t.failed(rotation.ActLook, &s, err)
	}
	p.Refresh()
}

// signIn has the app sign in with the new key.
func (t acts) signIn(id string) {
	p := t.page
	if !p.host.MayChange() {
		return
	}
	p.working = rotation.ActSignIn
	p.Rebuild()
	p.host.SignInWith(id, func(err error) {
		p.working = ""
		p.host.Scrub() // its secret may have been in memory
		s, _ := p.guide.State(p.old)
		t.failed(rotation.ActSignIn, &s, err)
		p.Rebuild()
	})
}

// workingText says what is under way.
func workingText(a rotation.Act) string {
	switch a {
	case rotation.ActCheck:
		return lang.L("Checking…")
	case rotation.ActCreate, rotation.ActCreateAgain:
		return lang.L("Creating…")
	case rotation.ActSignIn:
		return lang.L("Signing in…")
	}
	return lang.L("Working…")
}
