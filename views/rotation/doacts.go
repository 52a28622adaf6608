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
	"accesskeys/views/words/replacement"
)

// extraCheckTime is added to the time limit of a check: a new key may be refused at first, so the check is retried.
const extraCheckTime = time.Minute

// acts carries out the acts of a page's buttons.
type acts struct{ page *Page }

// do carries out an act, after a question if it needs one.
func (t acts) do(a rotation.Act) {
	p := t.page
	s, _ := p.state()
	chosen := p.chosen
	switch {
	case a == rotation.ActLeave && p.doing.act == rotation.ActLook:
		p.host.Back()
		return
	case a == rotation.ActUse && t.wait(a, func() { t.use(chosen) }), t.wait(a, func() { t.do(a) }), !t.free(a):
		return
	}
	switch a {
	case rotation.ActLeave:
		p.host.Back()
	case rotation.ActUse:
		t.use(chosen)
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

// free reports whether an act can be done now: none is in progress, and the replacement has begun or may begin. If not, it
// tells why, unless the act is the one in progress: its button does.
func (t acts) free(a rotation.Act) bool {
	p := t.page
	busy := func() bool { return p.doing.act != "" }
	if busy() {
		if a != p.doing.act {
			p.win.Toasts.HintWhile(words.Busy(p.host.Name(p.old)), busy)
		}
		return false
	}
	_, open := p.state()
	return open || p.host.MayChange()
}

// start starts an act that needs no question, or whose question was answered.
func (t acts) start(a rotation.Act) {
	t.run(a, map[rotation.Act]work{
		rotation.ActLook:        func(g *rotation.Guide, ctx context.Context, old string) error { _, err := g.Look(ctx, old); return err },
		rotation.ActCreate:      func(g *rotation.Guide, ctx context.Context, old string) error { return g.Create(ctx, old, false) },
		rotation.ActCreateAgain: func(g *rotation.Guide, ctx context.Context, old string) error { return g.Create(ctx, old, true) },
		rotation.ActPlaced:      (*rotation.Guide).Placed,
		rotation.ActCheck:       (*rotation.Guide).CheckNew,
		rotation.ActSkipCheck:   (*rotation.Guide).SkipCheck,
		rotation.ActBackToPlace: (*rotation.Guide).BackToPlace,
		rotation.ActDisable:     (*rotation.Guide).Disable,
		rotation.ActEnableOld:   (*rotation.Guide).EnableOld,
		rotation.ActEnableNew:   (*rotation.Guide).EnableNew,
		rotation.ActDelete:      (*rotation.Guide).Delete,
		rotation.ActFinish:      (*rotation.Guide).Finish,
	}[a])
}

// undo enables the old key again, provided nobody has changed it since. It does so on the page that is shown, or that has an
// act in progress, if the user has left this one.
func (t acts) undo(left *keys.Left) {
	p := t.page
	if shown := p.inPlace; shown != nil && shown.old == p.old {
		p = shown
	} else if acting := p.acting[p.old]; acting != nil {
		p = acting
	}
	switch {
	case p.doing.act != "":
		p.win.Toasts.Hint(words.Busy(p.host.Name(p.old)))
	case p.host.MayChange():
		acts{p}.run(rotation.ActUndo, func(g *rotation.Guide, ctx context.Context, _ string) error { return g.Undo(ctx, left) })
	}
}

// work is what an act does to the replacement of the key old.
type work func(g *rotation.Guide, ctx context.Context, old string) error

// run does the work of an act in the background, and shows how it went. The first act of a replacement begins it; until
// then, leaving the page stops the act.
func (t acts) run(a rotation.Act, do work) {
	p := t.page
	if p.doing.act != "" {
		return
	}
	t.withdrawFailure()
	before, open := p.state()
	guide, stop, begins := p.guide, func() {}, !open && before.May(a)
	if begins {
		var wanted context.Context
		wanted, stop = context.WithCancel(p.tasks.Ctx)
		guide = rotation.Starting(wanted, p.guide, p.order)
	}
	name := p.host.Name(p.old) // finishing moves the label to the new key
	p.begin(inProgress{act: a, begins: begins, stop: stop})
	limit := 3 * p.tasks.Limit // an act reads the keys before and after its change
	if a == rotation.ActCheck {
		limit += extraCheckTime
	}
	changes := 0
	op, ids := changeOf(a, &before)
	if op != "" {
		changes = 1
		p.host.GiveWay(ids...)
		guide = marked(guide, op, ids)
	}
	p.changes += changes
	carryOut := func(ctx context.Context) error { return do(guide, ctx, p.old) }
	done := func(err error) {
		next := p.doing.next
		p.end()
		p.changes -= changes
		if a == rotation.ActCheck {
			p.host.Scrub() // it overwrites the memory that held the secret
		}
		if p.sessionEnded() {
			if !t.stopped(a, err) {
				t.tellLate(a, &before, err)
			}
			return
		}
		if err == nil || errors.Is(err, rotation.ErrNotesStay) {
			p.host.Undo().Changed(op, ids...)
		}
		p.host.Undo().Over(ids...)
		t.tellOutcome(a, &before, name, err)
		p.Rebuild()
		t.takeWaiting(next, &before, err)
	}
	if a != rotation.ActCheck {
		background.GoVitalErr(p.win.Tasks, limit, carryOut, done)
		return
	}
	stop = background.GoErrFor(p.tasks, limit, carryOut, done)
	if p.doing.act == a {
		p.doing.stop = stop
	}
}

// marked returns a guide that makes a change, and marks its key busy before the work starts, so that the list shows at once
// that the key is being changed. A key that cannot be worked on now may be once the guide has read it.
func marked(guide *rotation.Guide, op keys.Operation, ids []string) *rotation.Guide {
	for _, id := range ids {
		if work, err := guide.Keys.Begin(op, id); err == nil {
			return rotation.Marked(guide, work)
		}
	}
	return guide
}

// stopped reports whether an act failed because the user or the lock stopped it: a check, one that would have begun the
// replacement, or one that the user has not asked for.
func (t acts) stopped(a rotation.Act, err error) bool {
	_, open := t.page.state()
	return (a == rotation.ActCheck || !open || errors.Is(err, errUnasked)) && (errors.Is(err, context.Canceled) || client.KindOf(err) == client.KindLocked)
}

// tellOutcome says how an act went, unless the page itself shows that.
func (t acts) tellOutcome(a rotation.Act, before *rotation.State, name string, err error) {
	p := t.page
	notAnswered(p.win).Withdraw()
	if t.stopped(a, err) {
		p.subject().Withdraw()
		return
	}
	stay := errors.Is(err, rotation.ErrNotesStay)
	if err != nil && !stay {
		t.tellFailed(a, before, err)
		return
	}
	p.subject().Withdraw()
	if a == rotation.ActLook {
		return
	}
	undo := p.host.Undo()
	undo.EndAbout(p.old)
	switch a {
	case rotation.ActCreate, rotation.ActCreateAgain:
		if !p.shown() {
			t.tellLate(a, before, nil) // no page shows it
		}
	case rotation.ActDisable:
		said := func() string { return words.Outcome(keys.OpDisable, p.host.Name(p.old)) }
		if now, open := p.guide.State(p.old); open {
			undo.OfferTo(p.subject(), said, []keys.Key{now.OldKey}, t.undo)
		} else { // it was ended elsewhere in the meantime
			p.subject().Done(said())
		}
	case rotation.ActUndo, rotation.ActEnableOld:
		now, _ := p.guide.State(p.old)
		p.subject().Done(replacement.EnabledOld(p.host.Name(p.old), &now))
	case rotation.ActEnableNew:
		p.subject().Done(words.Outcome(keys.OpEnable, p.host.Name(before.New)))
	case rotation.ActFinish:
		if stay {
			p.subject().Note(replacement.NotesStay(name))
		} else {
			p.subject().Done(replacement.Done(name, p.host.Name(before.New), before.NewKey.State))
		}
		if p.shown() {
			p.host.Back()
			p.host.Choose(before.New)
		}
	case rotation.ActAbandon:
		t.tellAbandoned(before, stay)
		t.back()
	case rotation.ActCheck:
		if now, _ := p.guide.State(p.old); now.Step != rotation.StepDisable || now.OldKey.Own { // otherwise the step says so
			p.subject().Done(lang.L("The server accepts the new key."))
		}
	}
}

// tellFailed says why an act failed. It reloads the list if that may be out of date.
func (t acts) tellFailed(a rotation.Act, before *rotation.State, err error) {
	p := t.page
	if isUnasked(err) {
		p.host.Reload() // by which it is known when the server answers again
		return
	}
	said := p.subject()
	if (a == rotation.ActCheck || a == rotation.ActLook) && keys.Offline(err) {
		said.Withdraw()
		said = notAnswered(p.win)
	}
	p.host.TellFailed(said, replacement.NotDone(a, before, p.host.Name, err), err)
	if keys.Uncertain(err) {
		p.unsure[p.old] = a.Operation()
	}
	var unchecked *keys.UncheckedError
	var unacknowledged *keys.UnacknowledgedError
	if errors.As(err, &unchecked) || errors.As(err, &unacknowledged) || client.KindOf(err) == client.KindNotFound ||
		keys.Offline(err) || errors.Is(err, keys.ErrNotKept) {
		p.host.Reload() // by which the page says that it is offline, and it is known when the server answers again
	}
	if _, open := p.guide.State(p.old); !open && errors.Is(err, rotation.ErrElsewhere) {
		t.back()
	}
}

// withdrawFailure removes what an earlier act has said that failed: the user has begun another.
func (t acts) withdrawFailure() {
	p := t.page
	p.subject().WithdrawFailure()
	delete(p.unsure, p.old)
	notAnswered(p.win).Withdraw()
}

// notAnswered is that the server was asked something that changes nothing, and did not answer, as a subject of messages.
func notAnswered(win *page.Window) toast.Subject { return win.Toasts.About("replacement not answered") }

// back shows the list if this page is shown.
func (t acts) back() {
	if t.page.shown() {
		t.page.host.Back()
	}
}

// errUnasked means that what failed is nothing that the user asked for.
var errUnasked = errors.New("not asked for by the user")

func isUnasked(err error) bool { return errors.Is(err, errUnasked) }

// reread reads both keys again, which the user has not asked for. It says nothing unless that fails. Where the server
// cannot be reached, the page shows that.
func (t acts) reread() {
	t.run(rotation.ActLook, func(g *rotation.Guide, ctx context.Context, old string) error {
		_, err := g.Look(ctx, old)
		if keys.Offline(err) || client.KindOf(err) == client.KindLocked {
			return errors.Join(errUnasked, err)
		}
		return err
	})
}

func (t acts) use(id string) {
	if t.wait(rotation.ActUse, func() { t.use(id) }) {
		return
	}
	t.run(rotation.ActUse, func(g *rotation.Guide, ctx context.Context, old string) error { return g.Use(ctx, old, id) })
}

// tick saves whether the new key is in a place.
func (t acts) tick(place string, on bool) {
	t.save(rotation.ActTick, func(g *rotation.Guide, ctx context.Context, old string) error { return g.Tick(ctx, old, place, on) })
}

func (t acts) setWait(days int) {
	t.save(rotation.ActSetWait, func(g *rotation.Guide, ctx context.Context, old string) error { return g.SetWait(ctx, old, days) })
}

// save does the work of an act that only writes to disk, beside which the user can go on. It shows the state after that, or
// the error and the state as it still is.
func (t acts) save(a rotation.Act, do work) {
	p := t.page
	t.withdrawFailure()
	background.GoErr(p.tasks, func(ctx context.Context) error { return do(p.guide, ctx, p.old) }, func(err error) {
		if err == nil {
			p.refresh()
			return
		}
		s, _ := p.guide.State(p.old)
		t.tellFailed(a, &s, err)
		p.Rebuild()
	})
}

// signIn signs the app in with the new key.
func (t acts) signIn(id string) {
	p := t.page
	if !p.host.MayChange() {
		return
	}
	t.withdrawFailure()
	p.begin(inProgress{act: rotation.ActSignIn, stop: func() {}})
	p.host.SignInWith(id, func(err error) {
		p.end()
		p.host.Scrub() // its secret may have been in memory
		s, _ := p.guide.State(p.old)
		t.tellFailed(rotation.ActSignIn, &s, err)
		p.Rebuild()
	})
}

// workingText returns the text that says what is in progress.
func workingText(a rotation.Act) string {
	switch a {
	case rotation.ActCheck:
		return lang.L("Checking…")
	case rotation.ActCreate, rotation.ActCreateAgain:
		return lang.L("Creating…")
	case rotation.ActSignIn:
		return lang.L("Signing in…")
	}
	if said := words.ProgressOf(a.Operation()); said != "" {
		return said
	}
	return lang.L("Working…")
}
