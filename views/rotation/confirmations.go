package rotation

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// ask asks before an act that cannot be undone, or that may break something.
func (t acts) ask(a rotation.Act, s *rotation.State) {
	p := t.page
	var q dialog.Question
	switch a {
	case rotation.ActDisable:
		left := t.notTicked(s)
		q = p.host.DisableQuestion(s.OldKey, len(left) == 0)
		q.Body = append(q.Body, warningsOf(left)...)
	case rotation.ActDelete:
		left := t.notTicked(s)
		q = p.host.DeleteQuestion(s.OldKey, s.DisabledAt, len(left) == 0)
		if s.Step == rotation.StepWait {
			day := map[string]any{"Date": words.Day(s.DeleteFrom())}
			q.Body = append(q.Body, dialog.Warning(lang.L("The wait ends on {{.Date}}.", day)))
		}
		q.Body = append(q.Body, warningsOf(left)...)
	default:
		q = dialog.Question{
			Title: lang.L("Create another key?"),
			Body:  []fyne.CanvasObject{dialog.Paragraph(lang.L("The first one may still appear. Then you'd have one key too many."))},
			Verb:  lang.L("Create Key"), Kind: control.ButtonPrimary,
		}
	}
	q.OnYes = func() {
		if a == rotation.ActDisable && p.host.SignInUnsaved() {
			p.win.Dialogs.Ask(t.unsavedQuestion())
			return
		}
		t.start(a)
	}
	p.win.Dialogs.Ask(q)
}

// unsavedQuestion returns a second question for disabling the app's own old key while the new sign-in is not saved: at
// the next start, only the old key could sign in.
func (t acts) unsavedQuestion() dialog.Question {
	q := dialog.Question{Title: lang.L("The new sign-in isn't saved"), Verb: lang.L("Disable Anyway"), Kind: control.ButtonDanger,
		OnYes: func() { t.start(rotation.ActDisable) }}
	if save := t.page.host.SignInSaver(); save != nil {
		q.Body = []fyne.CanvasObject{dialog.Paragraph(
			lang.L("The new key isn't in the keyring, so this app forgets it when you quit or lock the window. Save it there, or copy its secret to a safe place first; you'll need it to sign in."))}
		q.Instead, q.OnInstead = lang.L("Save It in the Keyring"), save
		return q
	}
	q.Body = []fyne.CanvasObject{dialog.Paragraph(
		lang.L("The new key isn't saved on this computer, so this app forgets it when you quit or lock the window. Copy its secret to a safe place first; you'll need it to sign in."))}
	q.Instead, q.OnInstead = lang.L("Copy Secret"), func() {
		s, _ := t.page.state()
		t.page.host.CopySecret(s.New)
	}
	return q
}

// warningsOf returns what a question says of the places that are not ticked: one on a line.
func warningsOf(left []string) []fyne.CanvasObject {
	if len(left) == 0 {
		return nil
	}
	return []fyne.CanvasObject{dialog.Warning(lang.L("Not ticked yet:") + "\n" + strings.Join(left, "\n"))}
}

// notTicked returns the places that may not have the new key yet. It returns none before the step at which the user
// ticks them: a leaked key is disabled before that.
func (t acts) notTicked(s *rotation.State) []string {
	p := t.page
	if !s.Done(rotation.StepPlace) {
		return nil
	}
	var left []string
	for _, place := range p.host.Places(s.Old) {
		if !s.IsTicked(place) {
			left = append(left, place)
		}
	}
	return left
}

const (
	maxOffered = 20          // keys in the menu, at most
	besideText = float32(34) // of the width of a menu
)

// choose opens a menu of existing keys below a button, first those that nothing speaks against. The user chooses the new
// key of them.
func (t acts) choose(below *control.Button) {
	p := t.page
	if p.doing.act != rotation.ActLook && !t.free(rotation.ActUse) {
		return
	}
	usable := p.guide.Usable(p.old)
	if len(usable) == 0 {
		p.win.Toasts.Hint(lang.L("There is no other key that is enabled and isn't part of a replacement."))
		return
	}
	cautioned := map[string]int{}
	for _, k := range usable {
		cautioned[k.ID] = min(1, len(p.host.Caution(k)))
	}
	slices.SortStableFunc(usable, func(a, b keys.Key) int { return cautioned[a.ID] - cautioned[b.ID] })
	menu, widest := fyne.NewMenu(""), float32(0)
	for _, k := range usable[:min(len(usable), maxOffered)] {
		item := fyne.NewMenuItem(described(p, k, words.Day(k.CreatedAt)), func() { t.use(k.ID) })
		widest = max(widest, style.Measure(item.Label, style.SizeText, fyne.TextStyle{}))
		menu.Items = append(menu.Items, item)
	}
	for _, item := range menu.Items {
		if widest+besideText > p.win.Canvas.Size().Width {
			item.Label = words.ShortIDs(item.Label)
		}
	}
	p.win.Dialogs.MenuBelow(menu, below)
}
