package app

import (
	"errors"
	"fmt"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// judge takes note of an outcome, and looks whether its error is one of those that there are.
func (w *faultWorld) judge(outcome string, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.outcomes[outcome]++
	w.proxy.mu.Lock()
	w.proxy.note("told: %s, %v", outcome, err)
	w.proxy.mu.Unlock()
	if err != nil && !understood(err) {
		w.surprises = append(w.surprises, fmt.Sprintf("nobody understands %T %v", err, err))
	}
}

// judgeChange looks whether what is told of a change is so.
func (w *faultWorld) judgeChange(since int, op keys.Operation, id string, err error) {
	var changed *keys.ChangedError
	var lost *keys.UnacknowledgedError
	switch {
	case err == nil:
		w.judge("done", nil)
		w.isDone(since, op, id)
	case keys.Uncertain(err):
		w.judge("unknown", err)
		w.isUnknown(op, id)
	case errors.As(err, &lost):
		w.judge("not done so far", err)
		w.wasSeen(since, op, id, lost.State)
	case errors.As(err, &changed):
		w.judge("changed meanwhile", err)
		w.wasSeen(since, op, id, changed.State)
		w.isNotDone(since, op, id, err)
	default:
		w.judge("not done", err)
		w.isNotDone(since, op, id, err)
	}
}

// isDone looks whether a change was done, and still is unless others came after.
func (w *faultWorld) isDone(since int, op keys.Operation, id string) {
	w.proxy.mu.Lock()
	_, others := w.model.by(since, w.step, id)
	now, had := w.model.states[id], w.model.had(since, id, wanted(op))
	w.proxy.mu.Unlock()
	if !had || len(others) == 0 && now != wanted(op) {
		w.fail("%s of %s is told to be done, but it is %s", op, id, now)
	}
}

// isShown looks whether a key is shown as it is told to be.
func (w *faultWorld) isShown(since int, op keys.Operation, id string, err error) {
	w.proxy.mu.Lock()
	_, others := w.model.by(since, w.step, id)
	w.proxy.mu.Unlock()
	k, listed := w.session.Keys().Find(id)
	if err == nil && len(others) == 0 && listed && k.State != wanted(op) {
		w.fail("%s of %s is told to be done, but it is shown as %s", op, id, k.State)
	}
}

// isNotDone looks whether nothing came of a change, or can come yet.
func (w *faultWorld) isNotDone(since int, op keys.Operation, id string, err error) {
	w.proxy.mu.Lock()
	own, _ := w.model.by(since, w.step, id)
	underWay := w.proxy.underWay(w.step, id)
	w.proxy.mu.Unlock()
	if len(own) > 0 {
		w.fail("%s of %s is told not to be done (%v), but it is", op, id, err)
	}
	if underWay {
		w.fail("%s of %s is told not to be done (%v), but may be yet", op, id, err)
	}
}

// wasSeen looks whether a key was in the state that it is told to have been seen in.
func (w *faultWorld) wasSeen(since int, op keys.Operation, id string, state client.State) {
	w.proxy.mu.Lock()
	had, now := w.model.had(since, id, state), w.model.states[id]
	w.proxy.mu.Unlock()
	if !had {
		w.fail("%s of %s is told to have found it %s, but it is %s", op, id, state, now)
	}
}

// isUnknown takes note that it is to be told what became of a change.
func (w *faultWorld) isUnknown(op keys.Operation, id string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.early[id] == op {
		delete(w.early, id)
		return
	}
	if before := w.pending[id]; before != "" {
		w.surprises = append(w.surprises, fmt.Sprintf("%s was done to %s, of which it was not known whether %s was", op, id, before))
	}
	w.pending[id] = op
}

func (w *faultWorld) judgeOutcome(since int, op keys.Operation, o keys.Outcome) {
	switch o.Result {
	case keys.ResultDone:
		w.judgeChange(since, op, o.ID, nil)
	case keys.ResultPending:
		if !keys.Uncertain(o.Err) {
			w.fail("%s is not known of %s, and its error is %v", op, o.ID, o.Err)
		}
		w.judgeChange(since, op, o.ID, o.Err)
	case keys.ResultNotDone:
		if o.Err == nil || keys.Uncertain(o.Err) {
			w.fail("%s is not done to %s, and its error is %v", op, o.ID, o.Err)
		}
		w.judgeChange(since, op, o.ID, o.Err)
	default:
		w.judge("batch "+string(o.Result)+" "+string(o.Skip), nil)
		w.isNotDone(since, op, o.ID, errors.New(string(o.Result)))
		if o.Skip == keys.SkipChanged {
			w.wasSeen(since, op, o.ID, o.State)
		}
	}
}
