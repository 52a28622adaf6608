package copyas

import (
	"strconv"
	"strings"
)

// appendKubernetes appends the manifest of a Secret without a namespace, so that it can be applied in any. Every text is
// in double quotes, because YAML would otherwise read some as numbers or booleans. YAML understands the escapes of Go.
func (s Source) appendKubernetes(b []byte) []byte {
	b = append(b, "apiVersion: v1\nkind: Secret\nmetadata:\n  name: "...)
	b = append(strconv.AppendQuote(b, s.secretName()), "\ntype: Opaque\nstringData:\n"...)
	return s.appendLines(b, "  ", ": ", strconv.AppendQuote)
}

const (
	longestName = 63 // the limit of a DNS-1123 label, which is valid as any name
	idEnd       = 6  // the number of characters at the end of an ID that identify a key to the user
)

// secretName returns the name of the Secret. It comes from the key's label, or from the end of its ID if the label has no
// characters that a name may have.
func (s Source) secretName() string {
	if name := dnsName(s.Label); name != "" {
		return name
	}
	id := s.Key.KeyID
	return dnsName("access-key-" + id[max(0, len(id)-idEnd):])
}

// dnsName returns text as a DNS-1123 label: lower-case letters, digits, and hyphens between them. It returns "" if text
// has no such letters or digits.
func dnsName(text string) string {
	var b strings.Builder
	hyphen := false
	for _, r := range strings.ToLower(text) {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			hyphen = false
		} else {
			hyphen = true
		}
	}
	name := b.String()
	return strings.TrimRight(name[:min(len(name), longestName)], "-")
}
