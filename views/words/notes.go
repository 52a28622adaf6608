package words

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/notes"
	"accesskeys/views/kit/style"
)

// OnlyHere says where notes are stored.
func OnlyHere() string { return lang.L("Only on this computer. Not encrypted.") }

// Saves says which keys save what is typed in a form of several lines, where Enter begins a line.
func Saves(keys string) string { return lang.L("{{.Keys}} saves.", map[string]any{"Keys": keys}) }

// StandIn is what the row of a key shows, and what is read out, where there is a note about the key without a label.
type StandIn struct{ Shown, Read string }

// StandInOf returns what stands in for the label of a note, if anything.
func StandInOf(n notes.Note) StandIn {
	text, place := n.StandIn()
	if text = style.Shorten(text, notes.LongestLabel); text == "" {
		return StandIn{}
	}
	what := lang.L("Note")
	if place {
		what = lang.L("Used by")
	}
	return StandIn{text, WithLabel(what, text)}
}

// NotSavedYet says that something was typed about a key that is not saved.
func NotSavedYet(name string) string {
	return lang.L("What you typed about {{.ID}} isn't saved yet.", map[string]any{"ID": name})
}

// NoteSaved says that what was typed about a key was saved, which the user has not asked for.
func NoteSaved(name string) string {
	return lang.L("What you typed about {{.ID}} was saved.", map[string]any{"ID": name})
}

// NoteLost says that what was typed about a key was not saved before the session ended.
func NoteLost(name string, err error) string {
	why := explainNotes(err)
	switch {
	case errors.Is(err, notes.ErrSecret), errors.Is(err, notes.ErrLooksSecret):
		why = lang.L("It looks like a secret, and notes are not encrypted.")
	case errors.Is(err, notes.ErrChanged):
		why = lang.L("Another Access Keys window has changed this meanwhile.")
	}
	return Sentences(lang.L("What you typed about {{.ID}} was not saved.", map[string]any{"ID": name}), why)
}

// LabelAndNote returns the name of what the user notes about a key, and of the action that edits it.
func LabelAndNote() string { return lang.L("Label and Note") }

// AskPurpose asks what a key is for.
func AskPurpose() string { return lang.L("What is it for?") }

// NotesUnread says why the notes could not be read.
func NotesUnread(err error) string {
	if errors.Is(err, notes.ErrDamaged) {
		return lang.L("The file with your labels and notes is damaged. It was set aside in the app's folder, and the app goes on without them.")
	}
	return Sentences(lang.L("Your labels and notes couldn't be read."), explainNotes(err))
}

// NotesKept says why the notes were not deleted.
func NotesKept(err error) string {
	return Sentences(lang.L("Your labels and notes were not deleted."), explainNotes(err))
}

// RemovedBut says that an account was removed, but not all of its notes.
func RemovedBut(err error) string {
	return Sentences(lang.L("The account was removed, but some labels and notes of its keys were not."), explainNotes(err))
}

// NotNoted says why what was typed about a key is not saved.
func NotNoted(err error) string {
	switch {
	case errors.Is(err, notes.ErrSecret):
		return lang.L("Not saved: one of your secrets is in it, and notes are not encrypted. Remove the secret.")
	case errors.Is(err, notes.ErrLooksSecret):
		return lang.L("This looks like a secret. Notes are not encrypted. Save again to keep it anyway.")
	case errors.Is(err, notes.ErrChanged):
		return lang.L("Not saved: another Access Keys window has changed this meanwhile. Save again to replace what it says.")
	}
	return Sentences(lang.L("Not saved."), explainNotes(err))
}

// LabelLooksSecret asks at the field of a label whether to keep what looks like a secret.
func LabelLooksSecret() string {
	return lang.L("This looks like a secret. Labels are not encrypted. Press Enter again to keep it anyway.")
}

func explainNotes(err error) string {
	var limit *notes.LimitError
	switch {
	case errors.Is(err, notes.ErrNewer):
		return lang.L("A newer version of Access Keys has written them. Update this app to change them.")
	case errors.As(err, &limit):
		return explainLimit(limit)
	}
	return Explain(err)
}

// PastLimit says which limit a note exceeds, and what to do. It returns "" if it exceeds none.
func PastLimit(n notes.Note) string {
	var limit *notes.LimitError
	if errors.As(n.Check(), &limit) {
		return explainLimit(limit)
	}
	return ""
}

func explainLimit(e *notes.LimitError) string {
	data := map[string]any{"Has": e.Has, "Most": e.Most}
	switch e.Field {
	case notes.FieldLabel:
		return lang.L("A label has at most {{.Most}} characters, and this one has {{.Has}}. Shorten it.", data)
	case notes.FieldPlace:
		return lang.L("A place has at most {{.Most}} characters, and one has {{.Has}}. Shorten it.", data)
	case notes.FieldPlaces:
		return lang.L("There is room for {{.Most}} places, and there are {{.Has}}. Remove some.", data)
	}
	return lang.L("A note has at most {{.Most}} characters, and this one has {{.Has}}. Shorten it.", data)
}

// mostPlaces is how many of the places that use a key are named.
const mostPlaces = 4

// UsedBy says where a key is used.
func UsedBy(places []string) string {
	more := len(places) - mostPlaces
	if more <= 0 {
		return lang.L("Used by: {{.Places}}", map[string]any{"Places": strings.Join(places, ", ")})
	}
	named := strings.Join(places[:mostPlaces], ", ")
	return lang.N("Used by: {{.Places}}, and {{.Count}} more", more, map[string]any{"Places": named, "Count": more})
}

// TooLong says that a text did not fit into a field of most characters.
func TooLong(most int) string {
	return lang.L("Too long: at most {{.Count}} characters.", map[string]any{"Count": most})
}
