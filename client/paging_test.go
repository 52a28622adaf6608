package client_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// pagingServer lists keys in pages, as back ends for such consoles do.
type pagingServer struct {
	keys  int
	total int                              // as told; 0 means keys
	fail  func(n int) int                  // the status of a page, nil means 200 for all
	page  func(n, size int) (string, bool) // another answer
	asked []string
}

func (s *pagingServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.asked = append(s.asked, r.URL.RawQuery)
	n, size := 1, 10
	if r.URL.RawQuery != "" {
		n, _ = strconv.Atoi(r.URL.Query().Get("current"))
		size, _ = strconv.Atoi(r.URL.Query().Get("pageSize"))
	}
	w.Header().Set("Content-Type", "application/json")
	if s.fail != nil && s.fail(n) != 0 {
		w.WriteHeader(s.fail(n))
		return
	}
	if s.page != nil {
		if body, ok := s.page(n, size); ok {
			fmt.Fprint(w, body)
			return
		}
	}
	total := s.total
	if total == 0 {
		total = s.keys
	}
	fmt.Fprint(w, listed(min((n-1)*size, s.keys), min(n*size, s.keys), total))
}

// listed returns a list of the keys in a range of numbers.
func listed(from, to, total int) string {
	var keys []string
	for i := from; i < to; i++ {
		keys = append(keys, fmt.Sprintf(`{"keyId":"AK%d","state":"enabled"}`, i))
	}
	return fmt.Sprintf(`{"data":[%s],"total":%d,"success":true}`, strings.Join(keys, ","), total)
}

func TestListReadsFurtherPages(t *testing.T) {
	for name, tt := range map[string]struct {
		server       *pagingServer
		keys, asked  int
		whole        bool
		lastQuestion string
	}{
		"one page":                    {&pagingServer{keys: 10}, 10, 1, true, ""},
		"four pages":                  {&pagingServer{keys: 31}, 31, 4, true, "current=4&pageSize=10"},
		"full last page":              {&pagingServer{keys: 30}, 30, 3, true, "current=3&pageSize=10"},
		"a total too low":             {&pagingServer{keys: 31, total: 5}, 10, 1, true, ""},
		"a total too high":            {&pagingServer{keys: 31, total: 40}, 31, 5, false, "current=5&pageSize=10"},
		"none, and a total":           {&pagingServer{total: 31}, 0, 1, false, ""},
		"a page that fails":           {&pagingServer{keys: 31, fail: func(n int) int { return map[int]int{3: 400}[n] }}, 20, 3, false, "current=3&pageSize=10"},
		"a page that fails for long":  {&pagingServer{keys: 31, fail: func(n int) int { return map[int]int{2: 500}[n] }}, 10, 5, false, "current=2&pageSize=10"},
		"a page that is no list":      {&pagingServer{keys: 31, page: func(n, _ int) (string, bool) { return `{"success":false}`, n == 2 }}, 10, 2, false, "current=2&pageSize=10"},
		"the same page again":         {&pagingServer{keys: 31, page: func(n, _ int) (string, bool) { return listed(0, 10, 31), true }}, 10, 2, false, "current=2&pageSize=10"},
		"everything on the next page": {&pagingServer{keys: 31, page: func(n, _ int) (string, bool) { return listed(0, 31, 31), n == 2 }}, 31, 2, false, "current=2&pageSize=10"},
		"another total on the way":    {&pagingServer{keys: 31, page: func(n, _ int) (string, bool) { return listed(11, 31, 30), n == 2 }}, 30, 3, false, "current=3&pageSize=10"},
		"one key a page": {&pagingServer{keys: 1000, page: func(n, _ int) (string, bool) { return listed(n-1, n, 1000), true }}, 200, 200, false,
			"current=200&pageSize=1"},
		"one that cannot be read": {&pagingServer{keys: 20, page: func(n, _ int) (string, bool) {
			return strings.Replace(listed(10, 20, 20), `"enabled"`, `1`, 1), n == 2
		}}, 20, 2, false, "current=2&pageSize=10"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list, err := resume(t, serve(t, tt.server.ServeHTTP)).List(t.Context())
			wantKind(t, err, "")
			ids := map[string]bool{}
			for _, k := range list.Keys {
				ids[k.ID] = true
			}
			asked := tt.server.asked
			if len(list.Keys) != tt.keys || len(ids) != tt.keys || list.Whole() != tt.whole {
				t.Errorf("%d keys, %d of them different, whole: %v", len(list.Keys), len(ids), list.Whole())
			}
			if len(asked) != tt.asked || asked[len(asked)-1] != tt.lastQuestion {
				t.Errorf("asked %q", asked)
			}
		})
	}
}

// TestListThatIsCancelledBetweenPages cancels the call between two pages. That is an error, not a partial list.
func TestListThatIsCancelledBetweenPages(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := &pagingServer{keys: 31, fail: func(n int) int {
		if n == 2 {
			cancel()
		}
		return 0
	}}
	if _, err := resume(t, serve(t, s.ServeHTTP)).List(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

// TestPagesAreSigned uses a server that requires a new token for every page.
func TestPagesAreSigned(t *testing.T) {
	tokens := map[string]bool{}
	s := &pagingServer{keys: 31}
	list, err := resume(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		tokens[r.Header.Get("Authorization")] = true
		s.ServeHTTP(w, r)
	})).List(t.Context())
	wantKind(t, err, "")
	if len(list.Keys) != 31 || len(tokens) != 4 || tokens[""] {
		t.Errorf("%d keys, %d tokens", len(list.Keys), len(tokens))
	}
}

// TestKeyBeyondTheCutIsNotCreated has an old key move into the part of the list that the server sends.
func TestKeyBeyondTheCutIsNotCreated(t *testing.T) {
	cut := demo.Faults{Match: lists, PageSize: 10, NoPaging: true}
	for name, tt := range map[string]struct {
		before, after demo.Faults
		total, want   int
	}{
		"cut twice":              {cut, cut, 31, 0},
		"cut before":             {cut, demo.Faults{}, 31, 1},
		"cut before, less after": {cut, demo.Faults{Match: lists, PageSize: 25, NoPaging: true}, 31, 0},
		"cut after":              {demo.Faults{Match: lists, Times: 1}, cut, 31, 0},
		"never":                  {demo.Faults{}, demo.Faults{}, 31, 1},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, demo.Options{Keys: tt.total})
			c := signedIn(t, s, client.Options{})
			tt.before.Match, tt.before.Times = lists, 1
			if tt.before.NoPaging {
				tt.before.Times = 2 // with the further page, which is the same
			}
			s.SetFaults(tt.before, tt.after)
			made, err := c.Create(t.Context(), nil)
			wantKind(t, err, "")
			if len(made.NewIDs) != tt.want {
				t.Errorf("told as new: %q", made.NewIDs)
			}
			if all := s.Keys(); len(made.NewIDs) == 1 && made.NewIDs[0] != all[len(all)-1].ID {
				t.Errorf("told as new: %q", made.NewIDs)
			}
		})
	}
}
