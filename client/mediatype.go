package client

import (
	"bytes"
	"io"
	"net/http"
	"strings"
)

// byteOrderMark is what some servers begin a text in UTF-8 with.
const byteOrderMark = "\xef\xbb\xbf"

// isJSON reports whether an answer says that it is JSON. Servers and what is in front of them write the
// header twice, or more than once in a line; one that says JSON is enough, since the body has to be it.
func isJSON(h http.Header) bool {
	for _, line := range h.Values("Content-Type") {
		for value := range strings.SplitSeq(line, ",") {
			t := mediaTypeIn(value)
			if t == "application/json" || t == "text/json" ||
				strings.HasPrefix(t, "application/") && strings.HasSuffix(t, "+json") {
				return true
			}
		}
	}
	return false
}

// mediaType is what an answer says first that it is, "" when it says nothing.
func mediaType(h http.Header) string { return mediaTypeIn(sentType(h)) }

// sentType is the answer's Content-Type as it was sent.
func sentType(h http.Header) string { return strings.Join(h.Values("Content-Type"), ", ") }

// mediaTypeIn returns the type that a Content-Type begins with. It looks at nothing behind it, because the
// parameters are often wrong, as in "application/json; charset:utf-8", and none of them matters.
func mediaTypeIn(value string) string {
	value = strings.TrimSpace(value)
	if end := strings.IndexAny(value, ";, \t"); end >= 0 {
		value = value[:end]
	}
	return strings.ToLower(value)
}

// withoutMark returns body without a byte order mark at its start.
func withoutMark(body io.Reader) io.Reader {
	head := make([]byte, len(byteOrderMark))
	n, err := io.ReadFull(body, head)
	if err == nil && string(head) == byteOrderMark {
		return body
	}
	return io.MultiReader(bytes.NewReader(head[:n]), body)
}
