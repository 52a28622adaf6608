package history

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

const benchLines = 100_000

// benchRecorder returns the recorder of a long history.
func benchRecorder(b *testing.B) *Recorder {
	b.Helper()
	path := filepath.Join(b.TempDir(), "history.jsonl")
	now := time.Now().UTC().Truncate(time.Millisecond)
	var content bytes.Buffer
	for i := range benchLines {
		e := Event{At: now.Add(time.Duration(i-benchLines) * time.Minute), Base: base, User: "demo", KeyID: fmt.Sprintf("AK%030d", i%500),
			Action: Actions()[i%6], Outcome: Done, Version: "1.2.3", State: client.StateEnabled}
		content.Write(append(e.line(), '\n'))
	}
	check.Must(b, os.WriteFile(path, content.Bytes(), 0o600))
	return New(Options{Path: path, On: func() bool { return true }, Now: time.Now})
}

// BenchmarkOpen measures the time until the newest of 100,000 events can be shown, and until all can.
func BenchmarkOpen(b *testing.B) {
	r := benchRecorder(b)
	for name, all := range map[string]bool{"newest": false, "all": true} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				n := 0
				check.Must(b, check.Second(r.ReadSince(b.Context(), Mark{}, func(events []Event) bool {
					n += len(events)
					return all
				})))
				if all && n != benchLines {
					b.Fatalf("%d entries", n)
				}
			}
		})
	}
}

// BenchmarkFind measures a search for a key among 100,000 events.
func BenchmarkFind(b *testing.B) {
	r := benchRecorder(b)
	var events []Event
	check.Must(b, check.Second(r.ReadSince(b.Context(), Mark{}, func(chunk []Event) bool {
		events = append(events, chunk...)
		return true
	})))
	for b.Loop() {
		Filter{Text: "0042"}.Find(b.Context(), events, nameless, nameless)
	}
}
