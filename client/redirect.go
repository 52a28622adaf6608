package client

import (
	"errors"
	"net/http"
	"strings"
)

// followNone is an http.Client's CheckRedirect that follows no redirect and returns the redirect itself as the answer.
func followNone(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// target returns the URL that a redirect leads to, without the parts that may be private. It cuts off the call's own
// path, so that the user can sign in with the rest.
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
