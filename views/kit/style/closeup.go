package style

import "strings"

// CloseUp removes the spaces between Chinese characters. In a Chinese sentence, spaces set off names in Latin letters; a name
// in Chinese takes none, nor does one in quotation marks.
func CloseUp(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		if r == ' ' && 0 < i && i+1 < len(runes) && closesUp(runes[i-1], runes[i+1]) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func closesUp(before, after rune) bool {
	return isChinese(before) && (isChinese(after) || after == '“') || before == '”' && isChinese(after)
}
