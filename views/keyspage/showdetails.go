package keyspage

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/views/keydetails"
	"accesskeys/views/words"
)

// showDetails shows everything that is known about a key, except its secret.
func (m *menus) showDetails(id string) {
	k, ok := m.display.list.Key(id)
	if !ok {
		return
	}
	keydetails.Show(m.win.Dialogs, m.facts(k), m.copyFact)
}

// facts returns the lines of a key's details. Each subject contributes its own.
func (m *menus) facts(k keys.Key) []words.Fact {
	n, here := m.labels.noteOf(k.ID), m.host.HistoryOf(keys.RefOf(m.keys, k.ID))
	return slices.Concat(
		words.LabelFact(n),
		words.KeyFacts(k),
		words.SignsInFact(m.display.list.Signs.Accounts[k.ID]),
		m.display.watch.Facts(k),
		m.checkFacts(k.ID, here),
		m.tools.replacing.Facts(k),
		words.HistoryFacts(here),
		words.NoteFacts(n),
	)
}

// checkFacts returns the result of a key's last check that the server answered, in this run or, from the history, in an
// earlier one. It adds the check that failed since, if there is one.
func (m *menus) checkFacts(id string, before history.Facts) (facts []words.Fact) {
	if r, answered := m.tools.checker.LastAnswered(id); answered {
		facts = append(facts, words.Fact{Name: lang.L("Last Check"), Value: words.LastCheck(r)})
	} else if !before.Checked.IsZero() {
		facts = append(facts, words.Fact{Name: lang.L("Last Checked Here"), Value: words.CheckedBefore(before)})
	}
	if r, checked := m.tools.checker.Last(id); checked && !r.Kind.Answered() {
		facts = append(facts, words.Fact{Name: lang.L("Failed Check"), Value: words.LastCheck(r)})
	}
	return facts
}
