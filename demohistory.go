package main

import (
	"context"
	"time"

	"accesskeys/app/copyas"
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// fillDemoHistory fills the history with made-up events for the demo's keys.
func fillDemoHistory(ctx context.Context, recorder *history.Recorder, server *demo.Server, now time.Time) error {
	own := server.Credentials().KeyID
	var events []history.Event
	for i, k := range server.Keys() {
		events = append(events, demoHistory(server.Base(), own, i, k, now)...)
	}
	session := keys.Ref{Base: server.Base(), KeyID: own}
	for days := range 12 {
		at := now.Add(-time.Duration(days*31+1) * 25 * time.Hour)
		events = append(events, eventAt(session, at, history.SignIn), eventAt(session, at.Add(47*time.Minute), history.Lock))
	}
	return recorder.Fill(ctx, events)
}

// eventAt returns an event about the key ref at the given time.
func eventAt(ref keys.Ref, at time.Time, a history.Action) history.Event {
	e := history.About(ref, a)
	e.At = at.UTC()
	return e
}

// demoHistory returns made-up events for the key k, which is at the given index of the server's list.
func demoHistory(base, own string, place int, k client.AccessKey, now time.Time) []history.Event {
	ref := keys.Ref{Base: base, User: k.UserID, KeyID: k.ID}
	copied := func(at time.Time, format string) history.Event {
		e := eventAt(ref, at, history.Copy)
		e.Format = format
		return e
	}
	checked := func(at time.Time, kind keycheck.Kind) history.Event {
		e := history.Checked(ref, string(kind), k.State)
		e.At = at.UTC()
		return e
	}
	events := []history.Event{eventAt(ref, k.CreatedAt, history.Create), eventAt(ref, k.CreatedAt.Add(40*time.Second), history.Show),
		copied(k.CreatedAt.Add(55*time.Second), history.FormatSecret)}
	lived := now.Sub(k.CreatedAt)
	switch {
	case k.State == client.StateDisabled:
		events = append(events, eventAt(ref, k.UpdatedAt, history.Disable), checked(k.UpdatedAt.Add(time.Minute), keycheck.RefusedInactive))
	case k.State != client.StateEnabled:
	case k.ID == own:
		events = append(events, checked(k.CreatedAt.Add(lived/2), keycheck.Accepted))
	default:
		formats := []copyas.Format{copyas.FormatDotenv, copyas.FormatShell, copyas.FormatKubernetes}
		failed := eventAt(ref, k.CreatedAt.Add(lived*2/3), history.Show)
		failed.Outcome, failed.Kind = history.Failed, string(client.KindUnreachable)
		elsewhere := eventAt(ref, k.CreatedAt.Add(lived*3/4), history.Elsewhere)
		elsewhere.State = client.StateDisabled
		events = append(events, copied(k.CreatedAt.Add(lived/3), string(formats[place%len(formats)])),
			checked(k.CreatedAt.Add(lived/2), keycheck.Accepted), failed, eventAt(ref, failed.At.Add(time.Minute), history.Show),
			elsewhere, eventAt(ref, elsewhere.At.Add(2*time.Hour), history.Enable))
	}
	return events
}
