package replacement

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/rotation"
	"accesskeys/views/words"
)

// Chip returns what a key's row says about the replacement that the key is part of: in full, in a few words
// and, unless these are short already, in even fewer.
func Chip(s *rotation.State, id string) (text, short, brief string) {
	day := map[string]any{"Date": words.Day(s.DeleteFrom())}
	brief = briefChip(s, id)
	switch {
	case s.Halt() != "":
		return lang.L("Replacement stopped"), lang.X("chip.stopped", "Replacing stopped"), brief
	case id == s.New && s.Complete():
		return lang.L("Ready to finish"), "", brief
	case id == s.New:
		return lang.L("Replaces another key"), lang.X("chip.replacement", "Replacement"), brief
	case s.Complete():
		return lang.L("Replaced"), "", ""
	case s.Step == rotation.StepWait:
		return lang.L("Can be deleted from {{.Date}}", day), lang.L("Keep till {{.Date}}", day), brief
	case s.Step == rotation.StepDelete:
		return lang.L("Ready to delete"), "", brief
	}
	return lang.L("Being replaced: {{.Step}}", map[string]any{"Step": stepName(s.Step)}), lang.L("Being replaced"), brief
}

func briefChip(s *rotation.State, id string) string {
	switch {
	case id == s.New:
		return lang.L("New key")
	case s.Halt() != "":
	case s.Step == rotation.StepWait:
		return lang.X("chip.waiting", "Waiting")
	case s.Step == rotation.StepDelete:
		return lang.X("chip.toDelete", "To delete")
	}
	return lang.X("chip.replacing", "Replacing")
}

// IsBriefVague reports whether the shortest text of Chip leaves out what the others say: that the replacement
// has stopped or can be finished, or until when a key is kept.
func IsBriefVague(s *rotation.State, id string) bool {
	return s.Halt() != "" || s.Complete() || s.Step == rotation.StepWait && id == s.Old
}

// Fact says in a line how far a replacement is, and which key is replaced or replaces this one.
func Fact(s *rotation.State, id string, name func(id string) string) string {
	status, _, _ := Chip(s, s.Old)
	switch {
	case s.Halt() != "", s.Step == rotation.StepWait, s.Step == rotation.StepDelete && !s.Complete():
	case s.Complete():
		status, _, _ = Chip(s, s.New)
	default:
		status = lang.L("Next: {{.Step}}", map[string]any{"Step": stepName(s.Step)})
	}
	data := map[string]any{"Old": name(s.Old), "New": name(s.New), "Status": status}
	switch {
	case id == s.New:
		return lang.L("Replaces {{.Old}}. {{.Status}}", data)
	case s.New == "":
		return lang.L("Being replaced. {{.Status}}", data)
	}
	return lang.L("Being replaced by {{.New}}. {{.Status}}", data)
}

// Progress says in a question about disabling or deleting a key how far the replacement is that the key is part of.
func Progress(s *rotation.State, id string, name func(id string) string) string {
	data := map[string]any{"Old": name(s.Old), "New": name(s.New), "Step": stepName(s.Step), "Date": words.Day(s.DeleteFrom())}
	switch {
	case s.Halt() != "":
		return HaltReason(s, name)
	case id == s.New:
		return lang.L("{{.New}} replaces {{.Old}}. Without it, the replacement can't go on.", data)
	case s.New == "":
		return lang.L("{{.Old}} is being replaced. The next step is “{{.Step}}”.", data)
	case s.Step == rotation.StepWait:
		return lang.L("{{.Old}} is being replaced by {{.New}}. The wait ends on {{.Date}}.", data)
	}
	return lang.L("{{.Old}} is being replaced by {{.New}}. The next step is “{{.Step}}”.", data)
}

// StandsIn says that a key replaces one that is disabled, so that neither would work without it.
func StandsIn(name, old string) string {
	return lang.L("{{.ID}} replaces {{.Old}}, which is disabled. Without it, neither key works.", map[string]any{"ID": name, "Old": old})
}
