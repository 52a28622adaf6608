package words

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// LabelOf returns the label of a key that may be replacing another key: its own, or else that of the old key with the
// remark that this is the new one; then it is lent. old returns the label of the old key; it is called only if own is empty.
func LabelOf(own string, old func() string) (label string, lent bool) {
	if own != "" {
		return own, false
	}
	label = labelOfNew(old())
	return label, label != ""
}

func labelOfNew(old string) string {
	if old == "" {
		return ""
	}
	return lang.L("{{.Label}} (new)", map[string]any{"Label": old})
}

// unlent returns the label of the old key for a lent label, and any other label as it is.
func unlent(label string, lent bool) string {
	if !lent {
		return label
	}
	return strings.TrimSuffix(label, lang.L("{{.Label}} (new)", map[string]any{"Label": ""}))
}

// NotedOf extends noted to keys that replace others: such a key without a label of its own gets that of the old key, as
// LabelOf does. replaced maps the IDs of new keys to those of the old ones.
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
