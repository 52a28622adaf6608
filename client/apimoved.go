package client

import (
	"errors"
	"net/http"
	"net/url"

	"accesskeys/client/route"
)

// MovedAway reports whether err is how a server answers where it has no API: with a page, a 404, or a redirect
// within itself. A 404 for one key says nothing of the API.
func (e Endpoint) MovedAway(err error) bool {
	var answer *Error
	if !errors.As(err, &answer) {
		return false
	}
	switch answer.Kind {
	case KindNotJSON:
		return mediaTypeIn(answer.Message) == "text/html"
	case KindNotFound:
		return true
	case KindFronted:
		return answer.Status == http.StatusNotFound
	case KindRedirect:
		base, failed := url.Parse(e.Base)
		to, err := url.Parse(answer.Message)
		return failed == nil && err == nil && route.SameOrigin(to, base)
	}
	return false
}
