package copyas

import (
	"strconv"
	"strings"
)

// appendKubernetes appends the manifest of a Secret, without a namespace: that is where it is applied. Every text is in double
// quotes, or some would be read as a number or a truth value. What Go escapes in quotes, YAML reads the same.
func (s Source) appendKubernetes(b []byte) []byte {
	b = append(b, "apiVersion: v1\nkind: Secret\nmetadata:\n  name: "...)
	b = append(strconv.AppendQuote(b, s.secretName()), "\ntype: Opaque\nstringData:\n"...)
	return s.appendLines(b, "  ", ": ", strconv.AppendQuote)
}

const (
	longestName = 63 // as DNS-1123 has it for a label, which is valid wherever a name is
	idEnd       = 6  // characters of an ID that a key is known by
)

// secretName is what the Secret is called: as the key is, as far as a DNS name can say it.
func (s Source) secretName() string {
	if name := dnsName(s.Label); name != "" {
		return name
	}
	id := s.Key.KeyID
	return dnsName("access-key-" + id[max(0, len(id)-idEnd):])
}

// dnsName makes a text a DNS-1123 label: small letters, digits, and hyphens between them. It is "" where nothing of the
// text can stay.
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
