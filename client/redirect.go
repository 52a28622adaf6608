package client

import (
	"errors"
	"net/http"
	"strings"
)

// followNone is for an http.Client: a redirect is an answer like any other.
func followNone(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// target returns the URL that a redirect leads to, without what may be private in it, and without the call's own
// path: what is left can be signed in with.
func (k *call) target(r *http.Response) string {
	u, err := r.Location()
	if err != nil {
		return ""
	}
	u.User, u.RawQuery, u.Fragment, u.RawPath = nil, "", "", ""
	u.Path = strings.TrimSuffix(u.Path, k.path)
	return u.String()
}

var errRedirect = errors.New("redirect not followed")
