package shell

import (
	"context"

	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// Reach has the session's server reached in another way from now on. What is under way goes on as it began.
func (w *window) Reach(n route.Network, done func(error)) {
	s, during := w.session, w.sessionTasks
	background.GoVitalErr(during, during.Limit, func(context.Context) error {
		err := w.App.Networks.Switch(s, n)
		if err == nil {
			w.Tasks.Post(w.Save) // also where the session is left meanwhile
		}
		return err
	}, func(err error) {
		if err == nil {
			during.Limit = n.WaitLimit()
		}
		done(err)
	})
}

// TellCertificate offers to look at the server's certificate while that is not accepted.
func (w *window) TellCertificate(err error) {
	if c := words.CertificateOf(err); w.settings != nil && c != w.settings.refused {
		w.settings.warn(c)
	}
}

// Inspect shows the certificate that the session's server has shown.
func (w *window) Inspect(c *route.Certificate) {
	connectionform.ShowCertificate(w.Window, c, func() {
		n := w.session.Network()
		n.Pin = c.Fingerprint
		w.Reach(n, func(err error) {
			if err != nil {
				w.Toasts.Error(words.Explain(err))
				return
			}
			w.settings.account.Network.Set(n)
			w.settings.keys.Reload()
		})
	})
}

func (w *window) AccountShown() bool { return w.settings != nil && w.settings.tab == tabAccount }
