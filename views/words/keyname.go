package words

import "fyne.io/fyne/v2/lang"

// idEnd is how many characters of a key ID are enough to tell it from others.
const idEnd = 6

// KeyName is what a key is called in one line: by its label and the end of its ID, or by its ID where it has no label.
func KeyName(label, id string) string {
	if label == "" {
		return id
	}
	return lang.L("{{.Label}} ({{.End}})", map[string]any{"Label": label, "End": IDEnd(id)})
}

// IDEnd is the end of a key ID, which tells it from others where there is no room for the whole.
func IDEnd(id string) string {
	if len(id) <= idEnd {
		return id
	}
	return "…" + id[len(id)-idEnd:]
}

// Labelled is a label with the whole ID, or the ID where there is no label: for screen readers, and where there is room.
func Labelled(label, id string) string {
	if label == "" {
		return id
	}
	return label + ", " + id
}

// CopiedID says that a key's ID was copied, and whose it is where the key has a label.
func CopiedID(label, id string) string {
	if label == "" {
		return lang.L("Copied the ID {{.ID}}", map[string]any{"ID": id})
	}
	return lang.L("Copied the ID of {{.Key}}", map[string]any{"Key": KeyName(label, id)})
}

// OfKey says what is done with which key, by its label where it has one.
func OfKey(said, label string) string {
	if label == "" {
		return said
	}
	return lang.L("{{.Said}}: {{.Label}}", map[string]any{"Said": said, "Label": label})
}
