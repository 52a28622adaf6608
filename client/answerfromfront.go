package client

import (
	"bytes"
	"net/http"
	"strings"
)

// frontKind returns the kind of an HTTP error without a Status that comes from something in front of the
// API, such as a company's login page or a load balancer; "" where it may be the API's own.
//
// A 401 or 403 that is empty or plain text counts as the API's own. A key that is refused must lead to
// another sign-in, and if it was not refused, asking for one loses nothing: what is remembered stays. A page,
// or a demand for a password, is never the API's. A 404 can make a key count as gone: there plain text, which
// routers answer for a path that they do not know, is not enough. The vendor's document gives a 404 no body,
// so an empty one is.
func frontKind(r *http.Response, body []byte) Kind {
	page := isPage(r.Header, body)
	switch r.StatusCode {
	case http.StatusRequestTimeout, http.StatusTooManyRequests:
		return "" // it means the same from any server
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		if page {
			return KindGateway
		}
	case http.StatusProxyAuthRequired:
		if r.Header.Get("Proxy-Authenticate") != "" {
			return KindProxyAuth
		}
		return KindFronted
	case http.StatusNotFound:
		if len(body) > 0 && !isJSON(r.Header) {
			return KindFronted
		}
	case http.StatusUnauthorized:
		if asksForPassword(r.Header) {
			return KindFronted
		}
	}
	if page && r.StatusCode < 500 {
		return KindFronted
	}
	return ""
}

// isPage reports whether a body is for people to look at, such as HTML, whatever it says that it is.
func isPage(h http.Header, body []byte) bool {
	body = bytes.TrimSpace(body)
	switch {
	case len(body) == 0:
		return false
	case bytes.HasPrefix(body, []byte("<")):
		return true
	}
	t := mediaType(h)
	return t != "" && t != "text/plain" && !isJSON(h)
}

// asksForPassword reports whether a 401 wants another proof than a token, such as a user name and password.
func asksForPassword(h http.Header) bool {
	challenges := h.Values("WWW-Authenticate")
	for _, c := range challenges {
		if scheme, _, _ := strings.Cut(c, " "); strings.EqualFold(scheme, "Bearer") {
			return false
		}
	}
	return len(challenges) > 0
}
