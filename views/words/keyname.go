package words

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2/lang"
)

// idEnd is how many characters at the end of a key ID are enough to distinguish it from others.
const idEnd = 6

// KeyName returns the name of a key for a sentence: its label and the end of its ID, or only its ID if it has no label. The
// label is in quotation marks, because it may be several words that would run into those of the sentence.
func KeyName(label, id string) string { return NameBy(label, false, id) }

// NameBy is KeyName for a label of which it is known whether it is lent, as LabelOf says. The remark in a lent label that the
// key is the new one shares the brackets of the end of the ID.
func NameBy(label string, lent bool, id string) string {
	if label == "" {
		return id
	}
	return nameOf(lang.L("“{{.Label}}”", map[string]any{"Label": unlent(label, lent)}), unlent(label, lent) != label, id)
}

// PlainName is NameBy without quotation marks, for where the name stands alone.
func PlainName(label string, lent bool, id string) string {
	if label == "" {
		return id
	}
	return nameOf(unlent(label, lent), unlent(label, lent) != label, id)
}

func nameOf(label string, isNew bool, id string) string {
	name := map[string]any{"Label": label, "End": IDEnd(id)}
	if isNew {
		return lang.L("{{.Label}} (new, {{.End}})", name)
	}
	return lang.L("{{.Label}} ({{.End}})", name)
}

// SplitName returns PlainName in two parts: the label, which may be cut where there is no room, and what follows it.
func SplitName(label string, lent bool, id string) (start, rest string) {
	start = unlent(label, lent)
	return start, strings.TrimPrefix(PlainName(label, lent, id), start)
}

// IDEnd returns the end of a key ID, for where there is no room for all of it.
func IDEnd(id string) string {
	if len(id) <= idEnd {
		return id
	}
	return "…" + id[len(id)-idEnd:]
}

var longID = regexp.MustCompile(`\bAK[0-9A-Za-z]{18,}\b`)

// ShortIDs returns a message with the ends of the key IDs in it in their place.
func ShortIDs(message string) string { return longID.ReplaceAllStringFunc(message, IDEnd) }

// Labelled returns a key's label and its whole ID, or only the ID if it has no label. It is for screen readers, and for
// where there is room.
func Labelled(label, id string) string {
	if label == "" {
		return id
	}
	return label + ", " + id
}

// ReadOut names a key to screen readers: by its label or what stands in for it, and its ID.
func ReadOut(label string, s StandIn, id string) string {
	if label == "" && s.Read != "" {
		return id + ", " + s.Read
	}
	return Labelled(label, id)
}

// CopiedID says that a key's ID was copied. It names the key if it has a name besides the ID.
func CopiedID(name, id string) string {
	if name == id {
		return lang.L("Copied the ID {{.ID}}", map[string]any{"ID": id})
	}
	return lang.L("Copied the ID of {{.Key}}", map[string]any{"Key": name})
}

// CopiedIDs says that the IDs of keys were copied: how many, or of which key. name returns the name of a key.
func CopiedIDs(ids []string, name func(id string) string) string {
	if len(ids) == 1 {
		return CopiedID(name(ids[0]), ids[0])
	}
	return lang.N("Copied {{.Count}} access key IDs", len(ids), map[string]any{"Count": len(ids)})
}

// NotOne says why nothing was done by a command for one key: none is selected, or several, or one where the cursor is not.
func NotOne(selected int) string {
	switch {
	case selected == 0:
		return lang.L("No key is selected. Choose one with the arrow keys or a click.")
	case selected > 1:
		return lang.L("This works on one key, and {{.Count}} are selected. Esc clears the selection.", map[string]any{"Count": selected})
	}
	return lang.L("The cursor is not on the selected key. Esc clears the selection.")
}

// OwnKeyLeftOut says which key is not selected by selecting all. others means that other accounts' keys are not, either.
func OwnKeyLeftOut(others bool) string {
	if others {
		return lang.L("The keys that this app's accounts sign in with aren't selected. Tick them to include them.")
	}
	return lang.L("The key that this app is signed in with isn't selected. Tick it to include it.")
}

// WithLabel adds a key's label, if it has one, to a text about the key.
func WithLabel(said, label string) string {
	if label == "" {
		return said
	}
	return lang.L("{{.Said}}: {{.Label}}", map[string]any{"Said": said, "Label": label})
}
