package style

import (
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"
)

// The Chinese translations have a space on each side of a value, such as the name of a key, as is usual beside Latin
// letters. Where the value begins or ends with a Chinese character, the space there is left out of the text. It is done
// here for all texts alike: a translation cannot know the value.
func init() {
	localize, plural := lang.L, lang.N
	lang.L = func(in string, data ...any) string {
		return withValues(data, func(data ...any) string { return localize(in, data...) })
	}
	lang.N = func(in string, count int, data ...any) string {
		return withValues(data, func(data ...any) string { return plural(in, count, data...) })
	}
}

// These two enclose a value within a text until its spaces have been looked at. No text has these characters.
const (
	valueBegins = '\ufdd0'
	valueEnds   = '\ufdd1'
)

// withValues returns what localize makes of data, without the spaces that a Chinese value doesn't need.
func withValues(data []any, localize func(data ...any) string) string {
	if len(data) == 0 {
		return localize()
	}
	values, _ := data[0].(map[string]any)
	var marked map[string]any // nil unless a value needs it
	for name, value := range values {
		if text, ok := value.(string); ok && hasChineseEdge(text) {
			if marked == nil {
				marked = maps.Clone(values)
			}
			marked[name] = string(valueBegins) + text + string(valueEnds)
		}
	}
	if marked == nil {
		return localize(data...)
	}
	return closeUp(localize(marked))
}

func hasChineseEdge(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return isChinese(first) || isChinese(last)
}

// closeUp removes the marks around values, and the spaces beside them that are between two Chinese characters or after a
// full-width bracket, which has room beside it already.
func closeUp(marked string) string {
	var b strings.Builder
	last := rune(0)    // the last character so far that is no mark
	endsValue := false // it is the last of a value
	rest := []rune(marked)
	for i, r := range rest {
		switch {
		case r == valueBegins:
			endsValue = false
			continue
		case r == valueEnds:
			endsValue = true
			continue
		case r == ' ' && i+1 < len(rest) && (endsValue || rest[i+1] == valueBegins):
			next := rest[i+1:]
			if next[0] == valueBegins {
				next = next[1:]
			}
			if isChinese(last) && len(next) > 0 && isChinese(next[0]) || endsValue && unicode.Is(unicode.Pe, last) && isChinese(last) {
				continue
			}
		}
		b.WriteRune(r)
		last, endsValue = r, false
	}
	return b.String()
}
