package rotation

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/client"
	"accesskeys/client/route"
)

const testBase = "http://server/api/v1"

// crash is what a program that is killed panics with.
type crash struct{}

// request is a change that was asked of the server.
type request struct {
	op, id, signer string
	newOn, oldOff  bool // what the new and the old key were then
}

// world is a server in memory, whose answers are lost and which others use too, and the disk of the program.
type world struct {
	rng       *rand.Rand
	now       time.Time
	keys      []client.AccessKey
	made      int
	asked     []request // since the user did something
	late      []func()  // what was asked and is carried out later
	faults    float64   // how likely a request fails
	meddling  float64   // how likely somebody changes a key between two requests
	dies      int       // at which point from now on the program is killed; 0 is never
	diesAfter string    // the program is killed once such a change was carried out
	unsure    int       // requests for a key that may have been carried out, since the replacement was opened
	raced     bool      // somebody changed a key since the user did something
	content   []byte    // of the disk

	old, new func() string // the keys of the replacement
}

func newWorld(seed uint64) *world {
	w := &world{rng: rand.New(rand.NewPCG(seed, 5)), now: time.Date(2026, 5, 5, 12, 0, 0, 0, time.UTC)}
	for range 3 {
		w.create()
	}
	return w
}

func (w *world) create() string {
	w.made++
	id := fmt.Sprintf("AK%d", w.made)
	w.keys = append(w.keys, client.AccessKey{ID: id, UserID: "ann", State: client.StateEnabled, CreatedAt: w.now})
	return id
}

func (w *world) state(id string) client.State {
	for _, k := range w.keys {
		if k.ID == id {
			return k.State
		}
	}
	return ""
}

// set changes a key as far as its state allows.
func (w *world) set(id string, to client.State) {
	for i, k := range w.keys {
		fixed := k.State == client.StateDeleted || k.State == client.StateExpired && to != client.StateDeleted
		if k.ID == id && !fixed {
			w.keys[i].State = to
		}
	}
}

// point is where the program may be killed.
func (w *world) point() {
	if w.dies > 0 {
		if w.dies--; w.dies == 0 {
			panic(crash{})
		}
	}
}

// somebody changes a key.
func (w *world) somebody() {
	w.raced = true
	ids := []string{w.old(), w.new(), w.keys[w.rng.IntN(len(w.keys))].ID}
	states := []client.State{client.StateEnabled, client.StateEnabled, client.StateDisabled, client.StateDisabled, client.StateExpired, client.StateDeleted}
	if w.rng.IntN(8) == 0 {
		w.create()
		return
	}
	w.set(ids[w.rng.IntN(len(ids))], states[w.rng.IntN(len(states))])
}

// backend is the server for a session.
type backend struct {
	*world
	keyID string
}

func (b *backend) KeyID() string { return b.keyID }
func (b *backend) Endpoint() client.Endpoint {
	return client.Endpoint{Base: testBase, TokenFormat: client.FormatSlash}
}
func (b *backend) Network() route.Network { return route.Network{} }

// reached is whether a request arrives and its answer comes back.
func (b *backend) reached(op string) (arrives, late bool, err error) {
	b.point()
	if b.rng.Float64() < b.meddling {
		b.somebody()
	}
	if b.state(b.keyID) != client.StateEnabled {
		return false, false, &client.Error{Kind: client.KindUnauthorized, Op: op, Status: 401}
	}
	if b.rng.Float64() >= b.faults {
		return true, false, nil
	}
	lost := &client.Error{Kind: client.KindTimeout, Op: op, Unacknowledged: true}
	switch b.rng.IntN(4) {
	case 0:
		return true, false, lost
	case 1:
		return false, true, lost
	case 2:
		return false, false, lost
	}
	return false, false, &client.Error{Kind: client.KindThrottled, Op: op, Status: 429}
}

// do carries out a change now, later or never.
func (b *backend) do(op, id string, change func()) error {
	b.asked = append(b.asked, request{op: op, id: id, signer: b.keyID, newOn: b.state(b.new()) == client.StateEnabled, oldOff: b.state(b.old()) == client.StateDisabled})
	arrives, late, err := b.reached(op)
	if arrives {
		change()
	}
	if late {
		b.late = append(b.late, change)
	}
	if op == "create" && (err == nil || client.KindOf(err) == client.KindTimeout) {
		b.unsure++
	}
	if b.diesAfter == op {
		b.diesAfter = ""
		panic(crash{})
	}
	b.point()
	return err
}

func (b *backend) Enable(_ context.Context, id string) error {
	return b.do("enable", id, func() { b.set(id, client.StateEnabled) })
}

func (b *backend) Disable(_ context.Context, id string) error {
	return b.do("disable", id, func() { b.set(id, client.StateDisabled) })
}

func (b *backend) Delete(_ context.Context, id string) error {
	return b.do("delete", id, func() { b.set(id, client.StateDeleted) })
}

func (b *backend) List(context.Context) (client.Listing, error) {
	arrives, _, err := b.reached("list")
	if err != nil || !arrives {
		return client.Listing{}, err
	}
	return client.Listing{Keys: slices.Clone(b.keys)}, nil
}

func (b *backend) Read(_ context.Context, id string) (client.AccessKey, error) {
	if _, _, err := b.reached("read"); err != nil {
		return client.AccessKey{}, err
	}
	for _, k := range b.keys {
		if k.ID == id {
			return k, nil
		}
	}
	return client.AccessKey{}, &client.Error{Kind: client.KindNotFound}
}

func (b *backend) Get(ctx context.Context, id string) (client.AccessKey, client.Secret, error) {
	k, err := b.Read(ctx, id)
	return k, client.Secret{}, err
}

// Create lists the keys before, unless they are known, and after, as the client does.
func (b *backend) Create(ctx context.Context, known map[string]bool) (client.Creation, error) {
	var before client.Listing
	for id := range known {
		before.Keys = append(before.Keys, client.AccessKey{ID: id})
	}
	if known == nil {
		var err error
		if before, err = b.List(ctx); err != nil {
			return client.Creation{}, err
		}
	}
	failed := b.do("create", "", func() { b.world.create() })
	if client.KindOf(failed) == client.KindThrottled || client.KindOf(failed) == client.KindUnauthorized {
		return client.Creation{}, failed
	}
	after, err := b.List(ctx)
	if err != nil {
		return client.Creation{Before: before.Keys}, &client.Error{Kind: client.KindUnconfirmed}
	}
	made := client.Creation{Before: before.Keys, After: after}
	for _, k := range after.Keys {
		if !slices.ContainsFunc(before.Keys, func(o client.AccessKey) bool { return o.ID == k.ID }) {
			made.NewIDs = append(made.NewIDs, k.ID)
		}
	}
	if failed != nil && len(made.NewIDs) == 0 {
		return made, &client.Error{Kind: client.KindUnconfirmed}
	}
	return made, nil
}

// Read, Write and Take are the disk.
func (w *worldDisk) Read(v any) (bool, error) {
	if w.content == nil {
		return false, nil
	}
	return true, json.Unmarshal(w.content, v)
}

func (w *worldDisk) Write(v any) error {
	w.point()
	if w.rng.Float64() < w.faults/4 {
		return fmt.Errorf("the disk is full")
	}
	content, err := json.Marshal(v)
	w.content = content
	w.point()
	return err
}

func (w *worldDisk) Take(context.Context) (func(), error) { return func() {}, nil }

type worldDisk struct{ *world }

// noVault keeps no secrets.
type noVault struct{}

func (noVault) Get(context.Context, string, func(secrets.Stamp) bool, bool) (client.Secret, error) {
	return client.Secret{}, keyring.ErrNotStored
}
func (noVault) Put(context.Context, string, client.Secret, secrets.Entry, func() bool) error {
	return nil
}
func (noVault) Listed() ([]secrets.Listed, error)                      { return nil, nil }
func (noVault) Claim(map[string]string) error                          { return nil }
func (noVault) Prune(context.Context, func(secrets.Listed) bool) error { return nil }
func (noVault) Base() string                                           { return testBase }
