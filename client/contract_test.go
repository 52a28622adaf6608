package client_test

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// inspector is a proxy in front of a demo back end that checks every request and every answer against openapi.yaml.
type inspector struct {
	t      *testing.T
	router routers.Router
	demo   *demo.Server
	url    string

	mu   sync.Mutex
	seen map[string]bool // operations and statuses, such as "list 200"
}

func inspect(t *testing.T, s *demo.Server) *inspector {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromFile("openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	router, err := legacy.NewRouter(doc) // validates the document
	if err != nil {
		t.Fatal(err)
	}
	i := &inspector{t: t, router: router, demo: s, seen: map[string]bool{}}
	i.url = serve(t, i.ServeHTTP)
	return i
}

func (i *inspector) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !strings.HasPrefix(r.URL.Path, "/api/v1/") { // SignIn tries other paths first
		i.demo.ServeHTTP(w, r)
		return
	}
	request := i.request(r)
	answer := httptest.NewRecorder()
	i.demo.ServeHTTP(answer, r)
	if request != nil {
		i.answer(request, answer)
	}
	maps.Copy(w.Header(), answer.Header())
	w.WriteHeader(answer.Code)
	_, _ = w.Write(answer.Body.Bytes())
}

// request checks a request. It returns nil if the answer to it cannot be checked.
func (i *inspector) request(r *http.Request) *openapi3filter.RequestValidationInput {
	plain := r.Clone(r.Context())
	plain.URL = &url.URL{Path: r.URL.Path, RawQuery: r.URL.RawQuery}
	route, params, err := i.router.FindRoute(plain)
	if err != nil {
		i.t.Errorf("%s %s: %v", r.Method, r.URL, err)
		return nil
	}
	if r.ContentLength != 0 || len(r.TransferEncoding) != 0 || r.URL.RawQuery != "" && !furtherPage(r) {
		i.t.Errorf("%s %s: has a body or a query", r.Method, r.URL)
	}
	input := &openapi3filter.RequestValidationInput{
		Request: plain, PathParams: params, Route: route,
		Options: &openapi3filter.Options{AuthenticationFunc: bearer, IncludeResponseStatus: true},
	}
	if err := openapi3filter.ValidateRequest(r.Context(), input); err != nil {
		i.t.Errorf("%s %s: %v", r.Method, r.URL, err)
	}
	return input
}

var pageQuery = regexp.MustCompile(`^current=([2-9]|[1-9][0-9]+)&pageSize=[1-9][0-9]*$`)

// furtherPage reports whether a request is for a further page of the list. Other requests have no query.
func furtherPage(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/accesskeys") && pageQuery.MatchString(r.URL.RawQuery)
}

func (i *inspector) answer(request *openapi3filter.RequestValidationInput, answer *httptest.ResponseRecorder) {
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: request, Status: answer.Code, Header: answer.Header(), Options: request.Options,
	}
	input.SetBodyBytes(answer.Body.Bytes())
	r := request.Request
	if err := openapi3filter.ValidateResponse(r.Context(), input); err != nil {
		i.t.Errorf("answer to %s %s: %v", r.Method, r.URL, err)
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	i.seen[request.Route.Operation.OperationID+" "+http.StatusText(answer.Code)] = true
}

// bearer accepts any token, because the back end checks it.
func bearer(_ context.Context, in *openapi3filter.AuthenticationInput) error {
	if !strings.HasPrefix(in.RequestValidationInput.Request.Header.Get("Authorization"), "Bearer ") {
		return errors.New("no bearer token")
	}
	return nil
}

// exercise makes each call of the client once, and a few calls that fail.
func exercise(t *testing.T, c *client.Client, s *demo.Server) {
	t.Helper()
	ctx := t.Context()
	created, err := c.Create(ctx, nil)
	wantKind(t, err, "")
	id := created.NewIDs[0]
	_, _, err = c.Get(ctx, id)
	wantKind(t, err, "")
	wantKind(t, c.Disable(ctx, id), "")
	wantKind(t, c.Enable(ctx, id), "")
	wantKind(t, c.Delete(ctx, id), "")
	wantKind(t, c.Enable(ctx, id), client.KindRefused)
	_, _, err = c.Get(ctx, "AKnone")
	wantKind(t, err, client.KindNotFound)
	for _, change := range []func(context.Context, string) error{c.Enable, c.Disable, c.Delete} {
		wantKind(t, change(ctx, "AKnone"), client.KindNotFound)
	}
	s.SetFaults(demo.Faults{WrapList: true})
	_, err = c.List(ctx)
	wantKind(t, err, "")
	s.SetFaults(demo.Faults{PageSize: 2})
	list, err := c.List(ctx)
	wantKind(t, err, "")
	if !list.Whole() || len(list.Keys) != len(s.Keys()) {
		t.Errorf("%d of %d keys in pages of two", len(list.Keys), len(s.Keys()))
	}
	for status, want := range map[int]client.Kind{400: client.KindRefused, 403: client.KindForbidden, 429: client.KindThrottled, 503: client.KindServer} {
		s.SetFaults(demo.Faults{Status: status, RetryAfter: "3600"})
		_, err = c.Version(ctx)
		wantKind(t, err, want)
		wantKind(t, c.Disable(ctx, s.Credentials().KeyID), want)
	}
	s.SetFaults()
	wantKind(t, c.Disable(ctx, s.Credentials().KeyID), "")
	_, err = c.List(ctx)
	wantKind(t, err, client.KindUnauthorized)
}

func TestClientAndDemoKeepTheContract(t *testing.T) {
	for _, join := range client.TokenFormats() {
		t.Run(string(join), func(t *testing.T) {
			s := start(t, demo.Options{TokenFormats: []client.TokenFormat{join}})
			i := inspect(t, s)
			c, err := client.SignIn(t.Context(), i.url, s.Credentials(), client.Options{})
			wantKind(t, err, "")
			exercise(t, c, s)
			want := []string{
				"version OK", "list OK", "create OK", "get OK", "enable OK", "disable OK", "delete OK",
				"list Unauthorized", "get Not Found", "enable Not Found", "disable Not Found", "delete Not Found",
			}
			i.mu.Lock()
			defer i.mu.Unlock()
			for _, w := range want {
				if !i.seen[w] {
					t.Errorf("%s was not exercised, only %v", w, slices.Sorted(maps.Keys(i.seen)))
				}
			}
		})
	}
}
