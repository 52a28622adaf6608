package history

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// result is the result of applying the filter.
type result struct {
	events []history.Event
	total  int // how many events there are without the filter, of the accounts that are shown
}

// filterChanged applies a changed filter.
func (p *Page) filterChanged() {
	p.toTop = true
	p.applyFilter()
}

// ClearFilter clears the filter, so that all events are shown. It reports whether there was one.
func (p *Page) ClearFilter() bool {
	if p.find.Empty() {
		return false
	}
	p.find, p.period = history.Filter{}, 0
	p.view.filter.SetText("")
	p.view.actions.Choose(0)
	p.view.periods.Choose(0)
	p.Focus()
	return true
}

// applyFilter applies the filter in the background, and shows the events that match. It cancels an earlier call that is
// still running.
func (p *Page) applyFilter() {
	p.stopFinding()
	ctx, stop := context.WithCancel(p.tasks.Ctx)
	p.stopFinding = stop
	p.find.Since = periodBegin(p.period, p.tasks.Now())
	find, events, accounts := p.find, p.events, p.accounts()
	if accounts.several && !p.all {
		find.Mine = history.Mine(accounts.listed, accounts.open)
	}
	p.view.list.account = accounts.nameOfOther()
	p.view.offerAccounts(accounts)
	background.Go(p.tasks, func(context.Context) (r result, err error) {
		r.events, r.total = find.Find(ctx, events, p.labelOf, words.EventSentence)
		return r, nil
	}, func(r result, _ error) {
		if ctx.Err() == nil {
			p.present(r)
		}
	})
}

// labelOf returns the label of the key of an event.
func (p *Page) labelOf(e history.Event) string {
	label, _ := p.host.Label(e.Ref())
	return label
}

func (p *Page) present(r result) {
	p.found = r.events
	p.view.show(r.events, r.total, p.toTop)
	if len(r.events) == 0 {
		p.view.showEmpty(p.emptyReason(r.total), !p.find.Empty() && r.total > 0)
	}
	if p.toTop {
		p.toTop = false
		p.view.list.ScrollToTop()
		if p.find.Empty() {
			p.view.list.ScrollTo(p.view.list.Marked) // what was found stays in sight
		}
	}
}

// emptyReason says why no event is shown, although there are total without the filter.
func (p *Page) emptyReason(total int) string {
	switch {
	case p.failed != nil:
		return unread(p.failed)
	case !p.read:
		return ""
	case total > 0:
		return lang.L("No entry matches the filter.")
	case p.host.Off():
		return lang.L("The history is off. You can turn it on in Preferences.")
	case len(p.events) > 0:
		return lang.L("Nothing has been recorded for this account yet.")
	}
	return lang.L("Nothing has been recorded yet.")
}
