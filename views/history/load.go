package history

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// changed is called when there are more events.
func (p *Page) changed() {
	if p.shown {
		p.load()
	}
}

// load reads the events since the last load, including those of other processes. The first load shows events as they
// are read, beginning with the newest.
func (p *Page) load() {
	p.stop()
	ctx, stop := context.WithCancel(p.tasks.Ctx)
	p.stop = stop
	before, since := p.events, p.mark
	var events []history.Event
	var mark history.Mark
	background.GoErr(p.tasks, func(context.Context) (err error) {
		mark, err = p.recorder.ReadSince(ctx, since, func(chunk []history.Event) bool {
			events = append(events, chunk...)
			if first := slices.Clip(events); len(before) == 0 {
				p.tasks.Post(func() {
					if ctx.Err() == nil {
						p.take(first)
					}
				})
			}
			return ctx.Err() == nil
		})
		if err == nil && !mark.Whole() {
			events = append(events, before...)
		}
		return err
	}, func(err error) {
		switch {
		case ctx.Err() != nil:
		case err != nil && len(p.events) > 0:
			p.win.Toasts.Error(unread(err))
		case err != nil:
			p.failed = err
			p.applyFilter()
		default:
			p.read, p.mark, p.failed = true, mark, nil
			p.take(events)
			p.loadFacts()
		}
	})
}

// loadFacts updates the facts about each key with what other processes did.
func (p *Page) loadFacts() {
	background.GoErr(p.tasks, p.recorder.Load, func(err error) {
		if err != nil {
			p.log.Warn("reading the history", "error", err)
		}
	})
}

func unread(err error) string {
	return words.Sentences(lang.L("The history couldn't be read."), words.Explain(err))
}

func (p *Page) take(events []history.Event) {
	p.events = events
	p.applyFilter()
}
