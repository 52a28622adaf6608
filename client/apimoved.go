package client

import (
	"errors"
	"net/http"
	"net/url"

	"accesskeys/client/route"
)

// MovedAway reports whether err suggests that the server's API is no longer at e.Base: the server answered with a web
// page, a 404, or a redirect to itself. It must not be asked about calls for one key, where a 404 says nothing about
// the API.
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
