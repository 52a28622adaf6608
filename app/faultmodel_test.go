package app

import (
	"maps"
	"slices"

	"accesskeys/client"
)

// faultModel is what the back end must hold: what it held at the beginning, and what it has done since, for all
// that came to it.
type faultModel struct {
	order   []string
	states  map[string]client.State
	first   map[string]client.State // at the beginning
	secrets map[string]client.Secret
	effects []effect
}

// effect is something that the back end did.
type effect struct {
	number  int // of the operation that asked for it
	id      string
	from    client.State // "" of a key that was created
	to      client.State
	created bool
}

// elsewhere is the number of what somebody else does.
const elsewhere = -1

func newFaultModel(keys []client.AccessKey, secretOf func(string) client.Secret) *faultModel {
	m := &faultModel{states: map[string]client.State{}, secrets: map[string]client.Secret{}}
	for _, k := range keys {
		m.order = append(m.order, k.ID)
		m.states[k.ID], m.secrets[k.ID] = k.State, secretOf(k.ID)
	}
	m.first = maps.Clone(m.states)
	return m
}

func (m *faultModel) created(number int, id string, secret client.Secret) {
	m.order = append(m.order, id)
	m.states[id], m.secrets[id] = client.StateEnabled, secret
	m.effects = append(m.effects, effect{number: number, id: id, to: client.StateEnabled, created: true})
}

func (m *faultModel) changed(number int, id string, to client.State) {
	if m.states[id] == to {
		return
	}
	m.effects = append(m.effects, effect{number: number, id: id, from: m.states[id], to: to})
	m.states[id] = to
}

// by is what was done to a key since a moment for an operation, and by others.
func (m *faultModel) by(since, number int, id string) (own, others []effect) {
	for _, e := range m.effects[since:] {
		switch {
		case e.id != id:
		case e.number == number:
			own = append(own, e)
		default:
			others = append(others, e)
		}
	}
	return own, others
}

// had reports whether a key was in a state at any time since a moment.
func (m *faultModel) had(since int, id string, state client.State) bool {
	if m.states[id] == state {
		return true
	}
	return slices.ContainsFunc(m.effects[since:], func(e effect) bool { return e.id == id && (e.from == state || e.to == state) })
}

// made is the keys that were created for an operation since a moment.
func (m *faultModel) made(since, number int) (ids []string) {
	for _, e := range m.effects[since:] {
		if e.created && e.number == number {
			ids = append(ids, e.id)
		}
	}
	return ids
}
