// Package replacement has the sentences about replacing a key.
package replacement

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/views/words"
)

// stepName returns the name of a step of a replacement.
func stepName(s rotation.Step) string {
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

// StepTitle is stepName, but for the first step of a replacement by a key that was there it is what the user did.
func StepTitle(s *rotation.State, step rotation.Step) string {
	if step == rotation.StepCreate && s.Skips.Create {
		return lang.L("Use an existing key")
	}
	return stepName(step)
}

// UseCaution says in a few words why a key may not be a good one to replace another by: what is said about its expiry, and
// whether the app is signed in with it. It returns "" if there is nothing to say.
func UseCaution(k keys.Key, expiry string) string {
	switch own := words.KeyOf(""); {
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
	day := map[string]any{"Date": words.Day(s.DeleteFrom())}
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
		return words.Sentences(lang.L("The old key {{.Old}} is deleted.", data), endings(s))
	case rotation.HaltOldExpired:
		return words.Sentences(lang.L("The old key {{.Old}} has expired.", data), endings(s))
	case rotation.HaltNewGone:
		return words.Sentences(lang.L("The new key {{.New}} is deleted.", data), endings(s))
	case rotation.HaltNewExpired:
		return words.Sentences(lang.L("The new key {{.New}} has expired.", data), endings(s))
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
