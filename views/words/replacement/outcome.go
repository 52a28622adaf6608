package replacement

import (
	"cmp"
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/client"
	"accesskeys/views/words"
)

// Done says that the key named old is replaced by the one named New. state is that of the new key.
func Done(old, New string, state client.State) string {
	said := lang.L("Replaced {{.ID}}", map[string]any{"ID": old})
	if state != client.StateDisabled {
		return said
	}
	return words.AndSay(said, lang.L("The new key {{.New}} is disabled.", map[string]any{"New": New}))
}

// EnabledOld says that the old key is enabled again, and what is to be done then.
func EnabledOld(name string, now *rotation.State) string {
	if now.Step != rotation.StepPlace || now.Halt() != "" {
		return words.Outcome(keys.OpEnable, name)
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
		return words.Sentences(stays, lang.L("A new key may have been created all the same. If nothing uses it, you can delete it."))
	}
	return stays
}

// NotesStay says that a key is replaced, and that what is noted about it could not be given to the new one.
func NotesStay(id string) string {
	return lang.L("{{.ID}} is replaced. Its label, places and note couldn't be given to the new key; edit them there if you need them.", map[string]any{"ID": id})
}

// NotDone says why a replacement has not gone on.
func NotDone(a rotation.Act, s *rotation.State, name func(id string) string, err error) string {
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
		return notAccepted(name(s.New), check.Result)
	}
	return notDoneByServer(a, s, name, err)
}

func notDoneByServer(a rotation.Act, s *rotation.State, name func(id string) string, err error) string {
	switch a {
	case rotation.ActCreate, rotation.ActCreateAgain:
		return words.BriefNotCreated(err)
	case rotation.ActDisable:
		return words.BriefFailure(keys.OpDisable, name(s.Old), err)
	case rotation.ActDelete:
		return words.BriefFailure(keys.OpDelete, name(s.Old), err)
	case rotation.ActEnableOld, rotation.ActUndo:
		return words.BriefFailure(keys.OpEnable, name(s.Old), err)
	case rotation.ActEnableNew:
		return words.BriefFailure(keys.OpEnable, name(s.New), err)
	}
	why := ""
	if a == rotation.ActCheck || keys.Offline(err) { // the page says that nothing can be changed now
		why = words.Briefly(err)
	}
	return words.Sentences(notGoneOn(a), cmp.Or(why, words.Explain(err)))
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

// notAccepted says why the check of the new key has failed.
func notAccepted(name string, r keycheck.Result) string {
	data := map[string]any{"ID": name, "State": words.StateName(r.State)}
	switch {
	case r.Kind == keycheck.Refused:
		return lang.L("The server still refuses {{.ID}} after 20 seconds. Check it again in a minute, or use another key.", data)
	case r.Kind == keycheck.RefusedInactive || r.Kind == keycheck.AcceptedInactive:
		return lang.L("The state of {{.ID}} is “{{.State}}”. Enable it, then check again.", data)
	case client.KindOf(r.Err) != "":
		return words.Sentences(lang.L("Couldn't check {{.ID}}.", data), words.ExplainOfKey(r.Err))
	}
	return lang.L("Couldn't check {{.ID}}. Try again.", data)
}
