package words

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// LabelOf is what a key is called that may replace another: by its own label, or else by that of the old key, which it
// gets in the end. old is called only then.
func LabelOf(own string, old func() string) string {
	if own != "" {
		return own
	}
	return labelOfNew(old())
}

func labelOfNew(old string) string {
	if old == "" {
		return ""
	}
	return lang.L("{{.Label}} (new)", map[string]any{"Label": old})
}

// NotedOf is what is noted about keys, some of which replace others, given as old ones by new ones.
func NotedOf(noted func(*keys.Key) keys.Noted, replaced map[string]string) func(*keys.Key) keys.Noted {
	if noted == nil || len(replaced) == 0 {
		return noted
	}
	return func(k *keys.Key) keys.Noted {
		n := noted(k)
		old, ok := replaced[k.ID]
		if !ok || n.Label != "" {
			return n
		}
		before := noted(&keys.Key{AccessKey: client.AccessKey{ID: old, UserID: k.UserID}})
		if n.Label = labelOfNew(before.Label); n.Label != "" {
			n.Search = strings.ToLower(n.Label) + "\n" + n.Search
		}
		return n
	}
}
