package client_test

import (
	"bufio"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/route"
)

// patient returns a client with a long time limit for a server that sends much, and skips the test if that takes too long.
func patient(t *testing.T, h http.HandlerFunc) *client.Client {
	t.Helper()
	if raced || testing.Short() {
		t.Skip("reads 200,000 keys or more")
	}
	c := resume(t, serve(t, h))
	if err := c.SetNetwork(route.Network{Seconds: 60}); err != nil {
		t.Fatal(err)
	}
	return c
}

// listOf returns a server that lists the given number of keys, with all of their members or only a few. It creates the
// keys while it writes the answer.
func listOf(keys int, full bool) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		out := bufio.NewWriterSize(w, 64<<10)
		members := ""
		if full {
			members = `"keySecret":"00000000000000000000000000000000","validUntil":"0001-01-01T00:00:00Z","state":"enabled","userId":"u1",` +
				`"createdAt":"2025-03-04T05:06:07Z","updateAt":"2025-03-04T05:06:07Z","deletedAt":"0001-01-01T00:00:00Z",`
		}
		separator := "["
		for i := range keys {
			if _, err := fmt.Fprintf(out, `%s{%s"keyId":"AK%030d"}`, separator, members, i); err != nil {
				return
			}
			separator = ","
		}
		_, _ = out.WriteString("]")
		_ = out.Flush()
	}
}

// TestListOfManyKeys reads 50 MB and checks that little of it is in memory at a time.
func TestListOfManyKeys(t *testing.T) {
	const count = 200_000
	c := patient(t, listOf(count, true))
	before := heap()
	list, err := c.List(t.Context())
	wantKind(t, err, "")
	if len(list.Keys) != count || list.Keys[count-1].ID != fmt.Sprintf("AK%030d", count-1) || !list.Whole() {
		t.Fatalf("%d keys", len(list.Keys))
	}
	peak := inuse() // the memory has not been returned to the system yet
	held := heap() - before
	runtime.KeepAlive(list)
	t.Logf("%d MB are held, %d bytes a key; at most %d MB were taken", held>>20, held/count, peak>>20)
	if held > 100<<20 {
		t.Errorf("%d MB are held", held>>20)
	}
}

// heap returns how much memory is reachable.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// inuse returns how much memory the heap has taken from the system.
func inuse() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapSys)
}

func TestListOfTooManyKeys(t *testing.T) {
	_, err := patient(t, listOf(250_001, false)).List(t.Context())
	wantKind(t, err, client.KindTooMany)
}

// TestLongElement checks the size limit of an element, wherever it is in a long list.
func TestLongElement(t *testing.T) {
	long := strings.Repeat("x", 9<<20)
	for body, want := range map[string]client.Kind{
		`[{"state":"enabled","keyId":"AK1","keySecret":"` + long + `"},{"state":"enabled","keyId":"AK2","keySecret":"` + long + `"},{"state":"enabled","keyId":"AK3"}]`:    "",
		`{"a":"` + long + `","data":[{"state":"enabled","keyId":"AK1"},{"state":"enabled","keyId":"AK2"},{"state":"enabled","keyId":"AK3"}],"b":"` + long + `","total":3}`: "",
		`[{"state":"enabled","keyId":"AK1"},{"state":"enabled","keyId":"AK2","keySecret":"` + long + long + `"}]`:                                                          client.KindTooLarge,
		`{"data":[{"state":"enabled","keyId":"AK1"}],"b":"` + long + long + `"}`:                                                                                           client.KindTooLarge,
	} {
		c := resume(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write([]byte(body))
		}))
		wantKind(t, c.SetNetwork(route.Network{Seconds: 60}), "") // which a busy machine may need
		list, err := c.List(t.Context())
		wantKind(t, err, want)
		if err == nil && (len(list.Keys) != 3 || !list.Whole()) {
			t.Errorf("%+v", list)
		}
	}
}
