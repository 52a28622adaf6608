package client

import (
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-resty/resty/v2"

	"accesskeys/client/oneline"
)

// shown is an error in words that are fit for showing.
type shown struct {
	text string
	err  error
}

func (s *shown) Error() string { return s.text }

func (s *shown) Unwrap() error { return s.err }

// hidden returns what an attempt's errors may not show, in the forms that a server may echo.
func hidden(secret *Secret, resp *resty.Response) []string {
	var hidden []string
	hide := func(text string) {
		for _, form := range []string{text, oneline.Flat(text), url.QueryEscape(text), url.PathEscape(text)} {
			if form != "" && !slices.Contains(hidden, form) {
				hidden = append(hidden, form)
			}
		}
	}
	if resp != nil && resp.Request != nil && resp.Request.RawRequest != nil {
		token := strings.TrimPrefix(resp.Request.RawRequest.Header.Get("Authorization"), "Bearer ")
		plain, _ := url.QueryUnescape(token)
		for _, t := range []string{token, plain} { // whether or not its join escapes
			hide(t)
			hide(t[max(0, len(t)-signatureLength):])
		}
	}
	if secret != nil {
		hide(secret.Reveal())
	}
	return hidden
}

// shortestMasked is how many characters of a text are masked at least. Fewer are likely an ordinary word's, of which the
// mask would make a riddle, and its place tell the secret.
const shortestMasked = 8

// redact makes a server's text fit for showing, even where it echoes what signs. It looks for that in what
// would be shown, so that nothing invisible hides it, and before anything is cut. A text with a short secret in it, it
// drops whole.
func (k *call) redact(text string) string {
	if text = oneline.Flat(text); text == "" {
		return ""
	}
	for _, hidden := range k.hidden() {
		if utf8.RuneCountInString(hidden) < shortestMasked && strings.Contains(text, hidden) {
			return ""
		}
		text = strings.ReplaceAll(text, hidden, redacted)
	}
	return oneline.Cut(text, oneline.Max)
}

// redacted stands wherever a secret would have been printed.
const redacted = "***"

// String implements fmt.Stringer with ***.
func (Secret) String() string { return redacted }

// GoString implements fmt.GoStringer with ***.
func (Secret) GoString() string { return redacted }

// Format implements fmt.Formatter with *** for every verb.
func (Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// LogValue implements slog.LogValuer with ***.
func (Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText implements encoding.TextMarshaler, and so JSON and XML too, with ***.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// MarshalJSON implements json.Marshaler with "***".
func (Secret) MarshalJSON() ([]byte, error) { return []byte(`"` + redacted + `"`), nil }
