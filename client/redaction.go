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

// redactedError is an error whose text holds no secret.
type redactedError struct {
	text string
	err  error
}

func (e *redactedError) Error() string { return e.text }

func (e *redactedError) Unwrap() error { return e.err }

// secretTexts returns the texts that an attempt's errors must not show: the secret and the token, in the forms in which
// a server may echo them.
func secretTexts(secret *Secret, resp *resty.Response) []string {
	var texts []string
	add := func(text string) {
		for _, form := range []string{text, oneline.Flat(text), url.QueryEscape(text), url.PathEscape(text)} {
			if form != "" && !slices.Contains(texts, form) {
				texts = append(texts, form)
			}
		}
	}
	if resp != nil && resp.Request != nil && resp.Request.RawRequest != nil {
		token := strings.TrimPrefix(resp.Request.RawRequest.Header.Get("Authorization"), "Bearer ")
		plain, _ := url.QueryUnescape(token)
		for _, t := range []string{token, plain} { // the token format may or may not escape
			add(t)
			add(t[max(0, len(t)-signatureLength):])
		}
	}
	if secret != nil {
		add(secret.Reveal())
	}
	return texts
}

// shortestMasked is the fewest characters that are masked. A shorter secret is likely part of an ordinary word. Masking
// it would make the text unintelligible, and where the mask stands would give the secret away.
const shortestMasked = 8

// redact returns a server's text as it may be shown, with the secret and the token masked if the server echoes them. It
// removes invisible characters first, because they could hide a secret, and cuts the text last. It returns "" for a text
// with a secret that is too short to be masked.
func (k *call) redact(text string) string {
	if text = oneline.Flat(text); text == "" {
		return ""
	}
	for _, secret := range k.secretTexts() {
		if utf8.RuneCountInString(secret) < shortestMasked && strings.Contains(text, secret) {
			return ""
		}
		text = strings.ReplaceAll(text, secret, redacted)
	}
	return oneline.Cut(text, oneline.Max)
}

// redacted is printed in place of a secret.
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
