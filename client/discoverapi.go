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

// discover finds the API base behind the address that the user typed. It tries the address itself, the address with
// /api/v1 and the address with /v1, then the same for each parent of its path, and returns the first whose /version
// answers as the API's does. The three of one path are tried in parallel. If /version needs a token, discover returns
// the zero Version.
func (n *connection) discover(ctx context.Context, typed *url.URL, server *serverRoute) (*url.URL, Version, error) {
	var misses []error
	asked := map[string]bool{}
	all := places(typed)
	for i, place := range all {
		report(ctx, Progress{Address: place.String(), Number: i + 1, Count: len(all)})
		unasked := slices.DeleteFunc(basesAt(place), func(base *url.URL) bool { return asked[base.Path] })
		for _, base := range unasked {
			asked[base.Path] = true
		}
		var needsToken *url.URL // the first base whose /version asks for a token, as the API does
		for base, a := range inParallel(ctx, unasked, func(ctx context.Context, base *url.URL) answer {
			version, err := n.client(base, FormatSlash, server).Version(ctx)
			return answer{version, err}
		}) {
			switch {
			case a.err == nil:
				return base, a.version, nil
			case !hasStatusCode(a.err):
				return nil, Version{}, a.err
			case needsToken == nil && isTokenRefusal(a.err):
				needsToken = base
			}
			misses = append(misses, a.err)
		}
		if needsToken != nil {
			return needsToken, Version{}, nil
		}
	}
	err := notFoundError(misses)
	var e *Error
	if errors.As(err, &e) {
		e.NoPath = typed.Path == ""
	}
	return nil, Version{}, err
}

// answer is the result of asking a base for its version.
type answer struct {
	version Version
	err     error
}

// maxPlaces is the number of paths below which the API is searched for.
const maxPlaces = 6

// places returns the typed address, which may be a page of the console, and the parents of its path, deepest first. If
// there are more than maxPlaces, it leaves out the deepest parents, because consoles are near the root of a host.
func places(typed *url.URL) []*url.URL {
	all := []*url.URL{typed}
	for at := typed; at.Path != ""; {
		parent := *at
		parent.Path = strings.TrimSuffix(path.Dir(at.Path), "/")
		all, at = append(all, &parent), &parent
	}
	return slices.Delete(all, 1, max(1, len(all)-maxPlaces+1))
}

// basesAt returns the possible API bases of a console at place, most likely first.
func basesAt(place *url.URL) []*url.URL {
	var all []*url.URL
	for _, suffix := range []string{"", "/api/v1", "/v1"} {
		base := *place
		base.Path += suffix
		all = append(all, &base)
	}
	return all
}

// hasStatusCode reports whether err comes from an answer of the server, so that another path is worth a try.
func hasStatusCode(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status != 0
}

// isTokenRefusal reports whether err is a 401 with the API's own Status.
func isTokenRefusal(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status == http.StatusUnauthorized && e.hasStatus
}

// notFoundError returns the most informative reason why no API was found. It prefers an error that is more than a page
// of another site, then JSON that is not the API's, then an answer of another type than HTML.
func notFoundError(misses []error) error {
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
