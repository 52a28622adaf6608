package keyspage

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/keydetails"
	"accesskeys/views/words"
)

// showDetails shows everything that is known about a key, except its secret.
func (m *menus) showDetails(id string) {
	k, ok := m.display.list.Key(id)
	if !ok {
		return
	}
	m.details = &openDetails{key: k, close: keydetails.Show(m.win.Dialogs, m.facts(k), m.copyFact)}
}

// openDetails is the dialog with the details of a key. It may have been closed already.
type openDetails struct {
	key   keys.Key // as the dialog shows it
	close func() (was bool)
}

// refreshDetails closes the open details once their key is deleted, and says so if the app does not delete it itself. If
// their key is in another state, it opens them again.
func (m *menus) refreshDetails() {
	d := m.details
	if d == nil || d.key.State == client.StateDeleted {
		return
	}
	now, listed := m.keys.Find(d.key.ID)
	if words.StateNow(now, listed) != client.StateDeleted || !listed && m.keys.Partial() {
		if listed && now.State != d.key.State && m.display.list.Shows(now.ID) && d.close() {
			m.showDetails(now.ID)
		}
		return
	}
	m.details = nil
	if d.close() && !m.display.list.Actions.Deleting(d.key.ID) {
		m.about(keys.OpDelete, d.key.ID).Note(lang.L("The details were closed: {{.ID}} is deleted.", map[string]any{"ID": m.labels.nameOf(d.key.ID)}))
	}
}

// onClick opens the details of a key at the second click of a double click on its row.
func (m *menus) onClick(id string) {
	if m.win.Presses.IsDouble() {
		m.showDetails(id)
	}
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
		facts = append(facts, words.Fact{Name: lang.L("Checked Here"), Value: words.CheckedBefore(before)})
	}
	if r, checked := m.tools.checker.Last(id); checked && !r.Kind.Answered() {
		facts = append(facts, words.Fact{Name: lang.L("Failed Check"), Value: words.LastCheck(r)})
	}
	return facts
}
