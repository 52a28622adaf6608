package client

import (
	"bytes"
	"io"
	"net/http"
	"strings"
)

// byteOrderMark is the UTF-8 byte order mark, with which some servers begin a body.
const byteOrderMark = "\xef\xbb\xbf"

// isJSON reports whether an answer's Content-Type says that it is JSON. Servers and proxies sometimes send several
// types, as repeated headers or separated by commas. One JSON type among them is enough, because the body is decoded as
// JSON anyway.
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

// mediaType returns the first media type in an answer's Content-Type, or "" if there is none.
func mediaType(h http.Header) string { return mediaTypeIn(sentType(h)) }

// sentType returns an answer's Content-Type as it was sent.
func sentType(h http.Header) string { return strings.Join(h.Values("Content-Type"), ", ") }

// mediaTypeIn returns the media type at the beginning of a Content-Type. It ignores the parameters, because none of them
// matters and they are often malformed, as in "application/json; charset:utf-8".
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
