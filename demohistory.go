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

// rememberDemo fills the history with what might have been done with the demo's keys.
func rememberDemo(ctx context.Context, kept *history.Recorder, server *demo.Server, now time.Time) error {
	own := server.Credentials().KeyID
	var events []history.Event
	for i, k := range server.Keys() {
		events = append(events, demoHistory(server.Base(), own, i, k, now)...)
	}
	session := keys.Ref{Base: server.Base(), KeyID: own}
	for days := range 12 {
		at := now.Add(-time.Duration(days*31+1) * 25 * time.Hour)
		events = append(events, happened(session, at, history.SignIn), happened(session, at.Add(47*time.Minute), history.Lock))
	}
	return kept.Fill(ctx, events)
}

func happened(ref keys.Ref, at time.Time, a history.Action) history.Event {
	e := history.About(ref, a)
	e.At = at.UTC()
	return e
}

// demoHistory is what might have been done with the key at a place.
func demoHistory(base, own string, place int, k client.AccessKey, now time.Time) []history.Event {
	ref := keys.Ref{Base: base, User: k.UserID, KeyID: k.ID}
	copied := func(at time.Time, format string) history.Event {
		e := happened(ref, at, history.Copy)
		e.Format = format
		return e
	}
	checked := func(at time.Time, kind keycheck.Kind) history.Event {
		e := history.Checked(ref, string(kind), k.State)
		e.At = at.UTC()
		return e
	}
	events := []history.Event{happened(ref, k.CreatedAt, history.Create), happened(ref, k.CreatedAt.Add(40*time.Second), history.Show),
		copied(k.CreatedAt.Add(55*time.Second), history.FormatSecret)}
	lived := now.Sub(k.CreatedAt)
	switch {
	case k.State == client.StateDisabled:
		events = append(events, happened(ref, k.UpdatedAt, history.Disable), checked(k.UpdatedAt.Add(time.Minute), keycheck.RefusedInactive))
	case k.State != client.StateEnabled:
	case k.ID == own:
		events = append(events, checked(k.CreatedAt.Add(lived/2), keycheck.Accepted))
	default:
		formats := []copyas.Format{copyas.FormatDotenv, copyas.FormatShell, copyas.FormatKubernetes}
		failed := happened(ref, k.CreatedAt.Add(lived*2/3), history.Show)
		failed.Outcome, failed.Kind = history.Failed, string(client.KindUnreachable)
		elsewhere := happened(ref, k.CreatedAt.Add(lived*3/4), history.Elsewhere)
		elsewhere.State = client.StateDisabled
		events = append(events, copied(k.CreatedAt.Add(lived/3), string(formats[place%len(formats)])),
			checked(k.CreatedAt.Add(lived/2), keycheck.Accepted), failed, happened(ref, failed.At.Add(time.Minute), history.Show),
			elsewhere, happened(ref, elsewhere.At.Add(2*time.Hour), history.Enable))
	}
	return events
}
