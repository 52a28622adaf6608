package demo

import (
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"accesskeys/client"
)

const keysPath = "/management/accesskeys"

// ServeHTTP implements http.Handler. It serves the API below /api/v1 and /v1, and the console's page anywhere else.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path, isAPI := apiPath(r.URL.Path)
	var fault Faults
	if isAPI {
		fault = s.faults.take(r.Method, r.URL.Path) // before others know of the request, who may change the faults then
	}
	entry := s.journal.begin(Request{Method: r.Method, Path: r.URL.Path, At: s.options.Now()})
	if !isAPI {
		a := web(r.Method)
		s.finish(r, entry, "", a)
		a.write(w)
		return
	}
	if !fault.wait(r.Context()) {
		panic(http.ErrAbortHandler)
	}
	now := s.options.Now().Add(fault.ClockOffset)
	keyID, a := s.answer(r, path, fault, now)
	s.journal.wake() // it has been carried out
	a.drop = a.drop || !waitFor(r.Context(), fault.HoldAnswer)
	s.finish(r, entry, keyID, a)
	w.Header().Set("Date", now.Add(fault.DateOffset).UTC().Format(http.TimeFormat))
	a.write(w)
}

// apiPath returns the part of a path below the API base, or false if the path is not below it.
func apiPath(path string) (string, bool) {
	for _, prefix := range []string{"/api/v1", "/v1"} {
		if rest, ok := strings.CutPrefix(path, prefix); ok && strings.HasPrefix(rest, "/") {
			return rest, true
		}
	}
	return "", false
}

// web answers for the console.
func web(method string) answer {
	if method == http.MethodGet || method == http.MethodHead {
		return page()
	}
	a := page()
	a.status = http.StatusMethodNotAllowed
	return a
}

// answer returns the ID of the known key that signed a request to the API, and the answer to the request.
func (s *Server) answer(r *http.Request, path string, fault Faults, now time.Time) (string, answer) {
	keyID, why := s.guard.check(r.Header.Get("Authorization"), now)
	// A token that is sent must be valid, even if none is needed.
	open := path == "/version" && !s.options.VersionNeedsAuth && r.Header.Get("Authorization") == ""
	a := fault.apply(r.Method, func() answer {
		if why != "" && !open {
			return statusAnswer(http.StatusUnauthorized, why)
		}
		return s.route(r, path, fault, now)
	})
	return keyID, a
}

// route carries out a request whose token was accepted.
func (s *Server) route(r *http.Request, path string, fault Faults, now time.Time) answer {
	method := r.Method
	if path == "/version" {
		return allow(method, methods{http.MethodGet: s.version})
	}
	if path == keysPath {
		return allow(method, methods{
			http.MethodGet:  func() answer { return s.list(r.URL.Query(), fault, now) },
			http.MethodPost: func() answer { s.store.create(now); return done() },
		})
	}
	rest, ok := strings.CutPrefix(path, keysPath+"/")
	if !ok {
		return statusAnswer(http.StatusNotFound, "no such resource")
	}
	id, verb, deeper := strings.Cut(rest, "/")
	change := func(to client.State) func() answer {
		return func() answer { return s.change(id, to, now) }
	}
	switch {
	case !deeper && id != "":
		return allow(method, methods{
			http.MethodGet:    func() answer { return s.get(id, now) },
			http.MethodDelete: change(client.StateDeleted),
		})
	case verb == "enable":
		return allow(method, methods{http.MethodPut: change(client.StateEnabled)})
	case verb == "disable":
		return allow(method, methods{http.MethodPut: change(client.StateDisabled)})
	}
	return statusAnswer(http.StatusNotFound, "no such resource")
}

// methods maps the HTTP methods of a resource to their handlers.
type methods map[string]func() answer

// allow carries out the method if the resource has it, and answers 405 otherwise.
func allow(method string, allowed methods) answer {
	if do, ok := allowed[method]; ok {
		return do()
	}
	a := statusAnswer(http.StatusMethodNotAllowed, "method not allowed")
	a.header["Allow"] = strings.Join(slices.Sorted(maps.Keys(allowed)), ", ")
	return a
}

func (s *Server) version() answer {
	v := s.options.Version
	return jsonAnswer(http.StatusOK, wireVersion{VersionType: string(v.Edition), Version: v.Number})
}

func (s *Server) list(query url.Values, fault Faults, now time.Time) answer {
	keys := s.store.list(now)
	list := wireList{Data: fault.garble(fault.page(keys, query)), Total: len(keys), Success: true}
	if fault.WrapList || fault.PageSize != 0 {
		return jsonAnswer(http.StatusOK, list)
	}
	return jsonAnswer(http.StatusOK, list.Data)
}

func (s *Server) get(id string, now time.Time) answer {
	key, ok := s.store.get(id, now)
	if !ok {
		return notFound()
	}
	return jsonAnswer(http.StatusOK, key)
}

func (s *Server) change(id string, to client.State, now time.Time) answer {
	switch how, from := s.store.change(id, to, now); how {
	case unknown:
		return notFound()
	case refused:
		return statusAnswer(http.StatusBadRequest, "access key is "+string(from))
	}
	return done()
}

func notFound() answer { return statusAnswer(http.StatusNotFound, "access key not found") }

// finish records and logs how a request ended and which key signed it. It never logs a token or a secret.
func (s *Server) finish(r *http.Request, entry int, keyID string, a answer) {
	status := a.status
	if a.drop {
		status = 0
	}
	s.journal.finish(entry, status, keyID)
	s.options.Logger.LogAttrs(r.Context(), slog.LevelInfo, "request",
		slog.String("method", r.Method), slog.String("path", r.URL.Path),
		slog.Int("status", status), slog.String("key", keyID))
}
