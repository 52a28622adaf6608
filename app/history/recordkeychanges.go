package history

import (
	"time"

	"accesskeys/app/keys"
)

// Follow records what is done to the keys of a session, and the changes that were made elsewhere.
func (r *Recorder) Follow(k *keys.Keys) {
	k.Acted.Subscribe(func(a keys.Act) {
		e := About(keys.RefOf(k, a.ID), Action(a.Op)).Ending(a.Err)
		e.Undo = a.Undo
		if a.State != "" {
			e.State = a.State
		}
		if a.Late {
			e.Outcome = Resolved
		}
		r.record(queued{Event: e, known: a.Known.Truncate(time.Millisecond)}) // like the times in the file
	})
	k.Resolved.Subscribe(func(s keys.Resolved) {
		e := About(keys.RefOf(k, s.ID), Action(s.Op))
		e.Outcome, e.State = Resolved, s.State
		if s.Result != keys.ResultDone {
			e.Kind = NotDone
		}
		r.Record(e)
	})
}
