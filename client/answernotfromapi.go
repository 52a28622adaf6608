package client

import (
	"bytes"
	"net/http"
	"strings"
)

// frontKind classifies an HTTP error whose body is not the API's Status. It returns the kind of an answer from
// something in front of the API, such as a company's login page or a load balancer. It returns "" if the answer may
// come from the API itself.
//
// A web page or a demand for a password never comes from the API. A 401 or 403 that is empty or plain text counts as
// the API's: a refused key must lead to another sign-in, and a needless sign-in loses no stored data. A 404 with plain
// text does not count as the API's, because routers answer so for an unknown path and a 404 can make a key count as
// deleted. An empty 404 does, because the vendor's document describes no body for it.
func frontKind(r *http.Response, body []byte) Kind {
	page := isPage(r.Header, body)
	switch r.StatusCode {
	case http.StatusRequestTimeout, http.StatusTooManyRequests:
		return "" // means the same from any server
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

// isPage reports whether a body is meant for people, such as HTML, whatever its Content-Type says.
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

// asksForPassword reports whether a 401 asks for something other than a token, such as a user name and password.
func asksForPassword(h http.Header) bool {
	challenges := h.Values("WWW-Authenticate")
	for _, c := range challenges {
		if scheme, _, _ := strings.Cut(c, " "); strings.EqualFold(scheme, "Bearer") {
			return false
		}
	}
	return len(challenges) > 0
}
