package keys

import (
	"regexp"
	"strings"
)

var (
	beforeUnit = regexp.MustCompile(`(\d) +([年月日号])`)
	afterUnit  = regexp.MustCompile(`([年月]) +(\d)`)
)

// TightDates returns a text in which the Chinese dates have no spaces: 12月1日 instead of 12 月 1 日. Both are usual.
func TightDates(s string) string {
	if !strings.ContainsAny(s, "年月日号") {
		return s
	}
	return afterUnit.ReplaceAllString(beforeUnit.ReplaceAllString(s, "$1$2"), "$1$2")
}
