package client

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
)

// discover returns the first place whose /version answers as the API's does: what was typed, that with /api/v1 and
// that with /v1, and so on for the parents of its path. The three of one path are asked side by side. Where the place
// needs a token, the version is still unknown.
func (n *connection) discover(ctx context.Context, typed *url.URL, server *serverRoute) (*url.URL, Version, error) {
	var misses []error
	asked := map[string]bool{}
	all := places(typed)
	for i, place := range all {
		report(ctx, Progress{Address: place.String(), Number: i + 1, Count: len(all)})
		unasked := slices.DeleteFunc(bases(place), func(base *url.URL) bool { return asked[base.Path] })
		for _, base := range unasked {
			asked[base.Path] = true
		}
		var guarded *url.URL // the first that asks for a token, as the API does
		for base, a := range inParallel(ctx, unasked, func(ctx context.Context, base *url.URL) answer {
			version, err := n.client(base, FormatSlash, server).Version(ctx)
			return answer{version, err}
		}) {
			switch {
			case a.err == nil:
				return base, a.version, nil
			case !answered(a.err):
				return nil, Version{}, a.err
			case guarded == nil && isGuard(a.err):
				guarded = base
			}
			misses = append(misses, a.err)
		}
		if guarded != nil {
			return guarded, Version{}, nil
		}
	}
	err := missed(misses)
	var e *Error
	if errors.As(err, &e) {
		e.NoPath = typed.Path == ""
	}
	return nil, Version{}, err
}

// answer is what came of asking a place for its version.
type answer struct {
	version Version
	err     error
}

// maxPlaces is how many paths the API is looked for below.
const maxPlaces = 6

// places returns what was typed, which may be a page of the console, and the parents of its path, deepest first. Of a
// path that is very deep they are those nearest to the host, where consoles are.
func places(typed *url.URL) []*url.URL {
	all := []*url.URL{typed}
	for at := typed; at.Path != ""; {
		parent := *at
		parent.Path = strings.TrimSuffix(path.Dir(at.Path), "/")
		all, at = append(all, &parent), &parent
	}
	return slices.Delete(all, 1, max(1, len(all)-maxPlaces+1))
}

// bases returns where the API of a console at a place may be, in the order of preference.
func bases(place *url.URL) []*url.URL {
	var all []*url.URL
	for _, suffix := range []string{"", "/api/v1", "/v1"} {
		base := *place
		base.Path += suffix
		all = append(all, &base)
	}
	return all
}

// answered reports whether the server answered at all, so that another path is worth a try.
func answered(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status != 0
}

// isGuard reports whether err is the API's own refusal of a token.
func isGuard(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status == http.StatusUnauthorized && e.hasStatus
}

// missed returns the most telling reason for finding no API: whatever is not merely somebody else's page,
// or else JSON that is not the API's, or an answer of another type.
func missed(misses []error) error {
	none := &Error{Kind: KindNotJSON, Op: "find API", Err: errors.Join(misses...)}
	for _, err := range misses {
		var e *Error
		if !errors.As(err, &e) {
			return err
		}
		switch {
		case e.Kind == KindMalformed:
			none.Kind, none.Message = e.Kind, ""
		case e.Kind == KindNotJSON && none.Kind == KindNotJSON && mediaTypeIn(e.Message) != "text/html":
			none.Message = e.Message
		case e.Kind == KindNotJSON, e.Status == http.StatusNotFound, e.Status == http.StatusMethodNotAllowed:
		default:
			return err
		}
	}
	return none
}
