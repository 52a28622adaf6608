package words

import (
	"cmp"
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/client"
)

// StepName returns the name of a step of a replacement.
func StepName(s rotation.Step) string {
	switch s {
	case rotation.StepCreate:
		return lang.L("Create a new key")
	case rotation.StepPlace:
		return lang.L("Put it in place")
	case rotation.StepCheck:
		return lang.L("Check the new key")
	case rotation.StepDisable:
		return lang.L("Disable the old key")
	case rotation.StepWait:
		return lang.L("Wait to see if anything breaks")
	}
	return lang.L("Delete the old key")
}

// StepTitle is StepName, but for the first step of a replacement by a key that was there it is what the user did.
func StepTitle(s *rotation.State, step rotation.Step) string {
	if step == rotation.StepCreate && s.Skips.Create {
		return lang.L("Use an existing key")
	}
	return StepName(step)
}

// UseCaution says in a few words why a key may not be a good one to replace another by: what is said about its expiry, and
// whether the app is signed in with it. It returns "" if there is nothing to say.
func UseCaution(k keys.Key, expiry string) string {
	switch own := KeyOf(""); {
	case !k.Own:
		return expiry
	case expiry == "":
		return own
	default:
		return lang.L("{{.Key}}: {{.State}}", map[string]any{"Key": own, "State": expiry})
	}
}

// ActName returns the label of the button for an act.
func ActName(a rotation.Act) string {
	switch a {
	case rotation.ActLook:
		return lang.L("Look Again")
	case rotation.ActCreate:
		return lang.L("Create New Key")
	case rotation.ActCreateAgain:
		return lang.L("Create Another Key…")
	case rotation.ActPlaced:
		return lang.L("It's in Place")
	case rotation.ActCheck:
		return lang.L("Check New Key")
	case rotation.ActSkipCheck:
		return lang.L("Skip Check")
	case rotation.ActBackToPlace:
		return lang.L("Go Back and Put It in Place")
	case rotation.ActSignIn:
		return lang.L("Sign In with New Key")
	case rotation.ActDisable:
		return lang.L("Disable Old Key…")
	case rotation.ActEnableOld:
		return lang.L("Something Broke: Enable Old Key")
	case rotation.ActEnableNew:
		return lang.L("Enable New Key")
	}
	return endName(a)
}

func endName(a rotation.Act) string {
	switch a {
	case rotation.ActUse:
		return lang.L("Use This Key")
	case rotation.ActLeave:
		return lang.L("Back to the List")
	case rotation.ActDelete:
		return lang.L("Delete Old Key…")
	case rotation.ActFinish:
		return lang.L("Finish")
	}
	return lang.L("Abandon…")
}

// StepAdvice says what to do at the current step of a replacement. noted is whether the user has noted anything of the old key.
func StepAdvice(s *rotation.State, noted bool) string {
	switch {
	case s.Complete() && !noted:
		return lang.L("The old key is deleted. Finishing ends the replacement.")
	case s.Complete():
		return lang.L("The old key is deleted. Finishing gives its label, places and note to the new key.")
	case s.Step == rotation.StepCreate:
		return adviceOnCreate(s)
	case s.Step == rotation.StepPlace:
		return lang.L("Put the new key where the old one is used.")
	case s.Step == rotation.StepCheck:
		return lang.L("Ask the server whether it accepts the new key. A new key can take some seconds to work.")
	case s.Step == rotation.StepDisable:
		return adviceOnDisable(s)
	case s.Step == rotation.StepWait:
		return adviceOnWait(s)
	}
	return lang.L("If nothing broke, delete the old key. A deleted key cannot be restored.")
}

func adviceOnWait(s *rotation.State) string {
	day := map[string]any{"Date": Day(s.DeleteFrom())}
	if s.ExpiresWaiting() {
		return lang.L("The old key expires on {{.Date}}. If something breaks before then, enable it again. Once expired, it can only be deleted.", day)
	}
	return lang.L("Wait until {{.Date}} before you delete the old key. If something breaks before then, enable it again.", day)
}

func adviceOnCreate(s *rotation.State) string {
	switch {
	case s.Creating == nil:
		return lang.L("Create a key to replace the old one, or use an existing one.")
	case len(s.Candidates) == 0:
		return lang.L("The server didn't confirm the new key, and no key is new so far. Look again before you create another.")
	case len(s.Candidates) == 1:
		return lang.L("The server didn't confirm the new key, but this one is new. Use it if nobody else has created it.")
	}
	return lang.L("Several keys are new. Choose the one to use.")
}

func adviceOnDisable(s *rotation.State) string {
	switch {
	case s.OldKey.Own:
		return lang.L("This app is signed in with the old key. Have it sign in with the new one first.")
	case s.Order == rotation.OrderDisableFirst:
		return lang.L("Tasks that use the leaked key fail once it is disabled, until the new key is in place.")
	case s.Order == rotation.OrderDisableSecond:
		return lang.L("Tasks that use the leaked key fail once it is disabled. Put the new key in place right after that.")
	case s.CheckedAt.IsZero():
		return lang.L("The new key was not checked.")
	}
	return lang.L("The server accepts the new key. It can't tell whether anything still uses the old one.")
}

// HaltReason says why a replacement does not go on, and what to do.
func HaltReason(s *rotation.State, name func(id string) string) string {
	data := map[string]any{"Old": name(s.Old), "New": name(s.New)}
	switch s.Halt() {
	case rotation.HaltOldGone:
		return Sentences(lang.L("The old key {{.Old}} is deleted.", data), endings(s))
	case rotation.HaltOldExpired:
		return Sentences(lang.L("The old key {{.Old}} has expired.", data), endings(s))
	case rotation.HaltNewGone:
		return Sentences(lang.L("The new key {{.New}} is deleted.", data), endings(s))
	case rotation.HaltNewExpired:
		return Sentences(lang.L("The new key {{.New}} has expired.", data), endings(s))
	case rotation.HaltNewOff:
		return lang.L("The new key {{.New}} is disabled. Enable it to go on.", data)
	case rotation.HaltOldOn:
		return lang.L("The old key {{.Old}} is enabled again, so something may still use it. Put the new key in place there too.", data)
	}
	return lang.L("One of the keys isn't in the part of the list that the server sent, or its data couldn't be read. Look again in a while.")
}

// endings says how a replacement can be ended that cannot go on.
func endings(s *rotation.State) string {
	switch s.Primary() {
	case rotation.ActFinish:
		return lang.L("Finish or abandon the replacement; neither changes a key.")
	case rotation.ActEnableOld:
		return lang.L("Enable the old key again, or abandon the replacement.")
	}
	return lang.L("Abandon the replacement; that changes no key.")
}

// Replaced says that the key named old is replaced by the one named New. state is that of the new key.
func Replaced(old, New string, state client.State) string {
	said := lang.L("Replaced {{.ID}}", map[string]any{"ID": old})
	if state != client.StateDisabled {
		return said
	}
	return AndSay(said, lang.L("The new key {{.New}} is disabled.", map[string]any{"New": New}))
}

// ReplacementChip returns what a key's row says about the replacement that the key is part of: in full, in a few words
// and, unless these are short already, in even fewer.
func ReplacementChip(s *rotation.State, id string) (text, short, brief string) {
	day := map[string]any{"Date": Day(s.DeleteFrom())}
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
	return lang.L("Being replaced: {{.Step}}", map[string]any{"Step": StepName(s.Step)}), lang.L("Being replaced"), brief
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

// IsBriefVague reports whether the shortest text of ReplacementChip leaves out what the others say: that the replacement
// has stopped or can be finished, or until when a key is kept.
func IsBriefVague(s *rotation.State, id string) bool {
	return s.Halt() != "" || s.Complete() || s.Step == rotation.StepWait && id == s.Old
}

// ReplacementFact says in a line how far a replacement is, and which key is replaced or replaces this one.
func ReplacementFact(s *rotation.State, id string, name func(id string) string) string {
	status, _, _ := ReplacementChip(s, s.Old)
	switch {
	case s.Halt() != "", s.Step == rotation.StepWait, s.Step == rotation.StepDelete && !s.Complete():
	case s.Complete():
		status, _, _ = ReplacementChip(s, s.New)
	default:
		status = lang.L("Next: {{.Step}}", map[string]any{"Step": StepName(s.Step)})
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

// UnderReplacement says in a question about disabling or deleting a key how far the replacement is that the key is part of.
func UnderReplacement(s *rotation.State, id string, name func(id string) string) string {
	data := map[string]any{"Old": name(s.Old), "New": name(s.New), "Step": StepName(s.Step), "Date": Day(s.DeleteFrom())}
	switch {
	case s.Halt() != "":
		return HaltReason(s, name)
	case id == s.New:
		return lang.L("{{.New}} replaces {{.Old}}. Without it, the replacement can't go on.", data)
	case s.New == "":
		return lang.L("{{.Old}} is being replaced. The next step is “{{.Step}}”.", data)
	case s.Step == rotation.StepWait:
		return lang.L("{{.Old}} is being replaced by {{.New}}. It can be deleted from {{.Date}}.", data)
	}
	return lang.L("{{.Old}} is being replaced by {{.New}}. The next step is “{{.Step}}”.", data)
}

// StandsIn says that a key replaces one that is disabled, so that neither would work without it.
func StandsIn(name, old string) string {
	return lang.L("{{.ID}} replaces {{.Old}}, which is disabled. Without it, neither key works.", map[string]any{"ID": name, "Old": old})
}

// EnabledOld says that the old key is enabled again, and what is to be done then.
func EnabledOld(name string, now *rotation.State) string {
	if now.Step != rotation.StepPlace || now.Halt() != "" {
		return Outcome(keys.OpEnable, name)
	}
	return lang.L("Enabled {{.ID}}. Something still uses it, so the new key has to be put in place there first.", map[string]any{"ID": name})
}

// KeysStay says which keys an abandoned replacement leaves as they are, and what can be done with them. It returns "" if
// there is nothing to say.
func KeysStay(s *rotation.State, name func(id string) string) string {
	data := map[string]any{"Old": name(s.Old), "New": name(s.New)}
	added, old := s.NewKey.State, s.OldKey.State
	switch {
	case added == client.StateEnabled && old == client.StateEnabled:
		return lang.L("Both keys stay enabled: {{.Old}} and {{.New}}. Delete the one that nothing uses.", data)
	case added == client.StateEnabled && s.OldOff():
		return lang.L("The old key {{.Old}} stays disabled. Delete it once you are sure that nothing uses it.", data)
	case added == client.StateDisabled && s.OldOff():
		return lang.L("Both keys stay disabled: {{.Old}} and {{.New}}.", data)
	case added == client.StateDisabled:
		return lang.L("The new key {{.New}} stays disabled. If nothing needs it, you can delete it.", data)
	}
	stays := ""
	if s.OldOff() {
		stays = lang.L("The old key {{.Old}} stays disabled.", data)
	}
	if s.New == "" && s.Creating != nil {
		return Sentences(stays, lang.L("A new key may have been created all the same. If nothing uses it, you can delete it."))
	}
	return stays
}

// NotesStay says that a key is replaced, and that what is noted about it could not be given to the new one.
func NotesStay(id string) string {
	return lang.L("{{.ID}} is replaced. Its label, places and note couldn't be given to the new key; edit them there if you need them.", map[string]any{"ID": id})
}

// NotReplaced says why a replacement has not gone on.
func NotReplaced(a rotation.Act, s *rotation.State, name func(id string) string, err error) string {
	var moved *rotation.NotNowError
	var check *rotation.CheckError
	switch {
	case a == rotation.ActLook && errors.Is(err, rotation.ErrElsewhere):
		return lang.L("The replacement has gone on in another window.")
	case a == rotation.ActLook && errors.Is(err, rotation.ErrNewer):
		return lang.L("A newer version of Access Keys has written down the replacements. Update this app to go on.")
	case errors.Is(err, rotation.ErrElsewhere):
		return lang.L("Nothing was done: the replacement has gone on in another window.")
	case errors.Is(err, rotation.ErrOpen):
		return lang.L("Nothing was done: this key is already part of another replacement. Open that one.")
	case errors.Is(err, rotation.ErrNewer):
		return lang.L("Nothing was done: a newer version of Access Keys has written down the replacements. Update this app to go on.")
	case errors.As(err, &moved):
		return lang.L("Nothing was done: the keys have changed meanwhile. Read this page again.")
	case errors.As(err, &check):
		return NewKeyNotAccepted(name(s.New), check.Result)
	}
	return notReplacedByServer(a, s, name, err)
}

func notReplacedByServer(a rotation.Act, s *rotation.State, name func(id string) string, err error) string {
	switch a {
	case rotation.ActCreate, rotation.ActCreateAgain:
		return BriefNotCreated(err)
	case rotation.ActDisable:
		return BriefFailure(keys.OpDisable, name(s.Old), err)
	case rotation.ActDelete:
		return BriefFailure(keys.OpDelete, name(s.Old), err)
	case rotation.ActEnableOld, rotation.ActUndo:
		return BriefFailure(keys.OpEnable, name(s.Old), err)
	case rotation.ActEnableNew:
		return BriefFailure(keys.OpEnable, name(s.New), err)
	}
	why := ""
	if a == rotation.ActCheck || keys.Offline(err) { // the page says that nothing can be changed now
		why = Briefly(err)
	}
	return Sentences(notGoneOn(a), cmp.Or(why, Explain(err)))
}

// notGoneOn says that an act failed that changes no key.
func notGoneOn(a rotation.Act) string {
	switch a {
	case rotation.ActCheck:
		return lang.L("The new key was not checked.")
	case rotation.ActLook:
		return lang.L("This page couldn't be updated.")
	case rotation.ActTick, rotation.ActSetWait:
		return lang.L("Your change couldn't be saved.")
	}
	return lang.L("The replacement did not go on.")
}

// NewKeyNotAccepted says why the check of the new key has failed.
func NewKeyNotAccepted(name string, r keycheck.Result) string {
	data := map[string]any{"ID": name, "State": StateName(r.State)}
	switch {
	case r.Kind == keycheck.Refused:
		return lang.L("The server still refuses {{.ID}} after 20 seconds. Check it again in a minute, or use another key.", data)
	case r.Kind == keycheck.RefusedInactive || r.Kind == keycheck.AcceptedInactive:
		return lang.L("The state of {{.ID}} is “{{.State}}”. Enable it, then check again.", data)
	case client.KindOf(r.Err) != "":
		return Sentences(lang.L("Couldn't check {{.ID}}.", data), explainOfKey(r.Err))
	}
	return lang.L("Couldn't check {{.ID}}. Try again.", data)
}
