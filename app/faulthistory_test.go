package app

import (
	"maps"
	"net/http"
	"strings"

	"accesskeys/app/history"
	"accesskeys/client"
)

// faultHistory is what the list was when a session had read it first, and how long the history was then.
type faultHistory struct {
	states map[string]client.State // nil until then
	events int
}

// noteStates takes note of the list once a session has read it.
func (w *faultWorld) noteStates() {
	if w.past.states != nil || w.failed || !w.session.Keys().Loaded() {
		return
	}
	w.past = faultHistory{states: map[string]client.State{}, events: len(told(w.t, w.app))}
	for _, k := range w.session.Keys().All() {
		w.past.states[k.ID] = k.State
	}
}

// changeOf is a change of a key.
type changeOf struct {
	id     string
	action history.Action
}

// checkHistory compares what the history tells with what the back end did.
func (w *faultWorld) checkHistory() {
	events := told(w.t, w.app)
	w.proxy.mu.Lock()
	defer w.proxy.mu.Unlock()
	maybe, sure := map[changeOf]int{}, map[changeOf]int{}
	for _, e := range events {
		c := changeOf{e.KeyID, e.Action}
		switch {
		case e.Outcome == history.Done, e.Outcome == history.Resolved && e.Kind == "":
			sure[c]++
			maybe[c]++
		case e.Outcome == history.Pending, e.Kind == history.Unconfirmed:
			maybe[c]++
		}
	}
	for c, n := range w.journalled() {
		if maybe[c] < n {
			w.failLocked("the back end did %s to %s %d times, and the history tells of %d", c.action, c.id, n, maybe[c])
		}
	}
	for c := range sure {
		if state := stateOfAction(c.action); state != "" && !w.model.had(0, c.id, state) {
			w.failLocked("the history tells of %s of %s, which never was %s", c.action, c.id, state)
		}
	}
	for id := range w.told {
		if sure[changeOf{id, history.Create}] == 0 {
			w.failLocked("the user was told that %s was created, and the history tells nothing", id)
		}
	}
	w.checkReplay(events)
}

// journalled is how often the app had the back end change a key, as its journal says. A request that is sent again
// changes nothing more.
func (w *faultWorld) journalled() map[changeOf]int {
	done, states := map[changeOf]int{}, maps.Clone(w.model.first)
	for _, r := range w.server.Requests() {
		_, rest, ok := strings.Cut(r.Path, "/management/accesskeys/")
		if !ok || r.Status != http.StatusOK || r.Method == http.MethodGet {
			continue
		}
		id, verb, _ := strings.Cut(rest, "/")
		action := history.Action(verb)
		if r.Method == http.MethodDelete {
			action = history.Delete
		}
		before, known := states[id]
		if !known {
			before = client.StateEnabled // as it was created
		}
		if states[id] = stateOfAction(action); states[id] != before {
			done[changeOf{id, action}]++
		}
	}
	seen := map[effect]bool{}
	for _, e := range w.model.effects {
		same := effect{number: e.number, id: e.id, to: e.to}
		if e.number == elsewhere || seen[same] { // a request that was sent again came late, after a change elsewhere
			done[changeOf{e.id, actionTo(e.to)}]--
		}
		seen[same] = true
	}
	return done
}

// checkReplay looks whether the list that was read first has become what it is now by what the history tells since. A
// change elsewhere is left out where it brings about what was done here within the second before the list was read. Then the
// whole history tells it.
func (w *faultWorld) checkReplay(events []history.Event) {
	if w.past.states == nil {
		return
	}
	whole, since := replayed(events, map[string]client.State{}), replayed(events[w.past.events:], w.past.states)
	for id, is := range w.model.states {
		if since[id] != is && whole[id] != is {
			w.failLocked("by the history %s is %q, and it is %s", id, since[id], is)
		}
	}
}

// replayed is what keys become by what some events tell.
func replayed(events []history.Event, before map[string]client.State) map[string]client.State {
	states := maps.Clone(before)
	for _, e := range events {
		switch {
		case e.KeyID == "":
		case e.Action == history.Elsewhere, e.Outcome == history.Resolved:
			states[e.KeyID] = e.State
		case e.Outcome == history.Done && stateOfAction(e.Action) != "":
			states[e.KeyID] = stateOfAction(e.Action)
		}
	}
	return states
}

// stateOfAction is the state that an action brings a key into, if it does.
func stateOfAction(a history.Action) client.State {
	switch a {
	case history.Create, history.Enable:
		return client.StateEnabled
	case history.Disable:
		return client.StateDisabled
	case history.Delete:
		return client.StateDeleted
	}
	return ""
}

func actionTo(s client.State) history.Action {
	switch s {
	case client.StateEnabled:
		return history.Enable
	case client.StateDisabled:
		return history.Disable
	}
	return history.Delete
}
