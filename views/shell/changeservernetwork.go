package shell

import (
	"context"
	"time"

	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/diskwriter"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// reach changes how the session's server is reached.
type reach struct {
	*state
	config *Config
	page   *page.Window
	writer *diskwriter.Writer
	jitter func(time.Duration) time.Duration // varies the pause between attempts to reach the server
}

// change applies and saves other network settings. Requests in progress go on with the old ones. It passes the error to
// done.
func (r *reach) change(n route.Network, done func(error)) {
	s, tasks := r.current, r.tasks
	background.GoVitalErr(tasks, tasks.Limit, func(context.Context) error {
		err := r.config.App.Networks.Switch(s, n)
		if err == nil {
			r.page.Tasks.Post(r.writer.Save) // here, because done is not called if the session has ended
		}
		return err
	}, func(err error) {
		if err == nil {
			tasks.Limit = n.WaitLimit()
		}
		done(err)
	})
}

// tellCertificate offers to inspect the server's certificate if err says that it was not accepted.
func (r *reach) tellCertificate(err error) {
	if r.settings != nil {
		r.settings.bar.Warn(words.CertificateOf(err))
	}
}

// inspect shows the certificate of the session's server. The user may trust it.
func (r *reach) inspect(c *route.Certificate) {
	connectionform.ShowCertificate(r.page, c, func() {
		n := r.current.Network()
		n.Pin = c.Fingerprint
		r.change(n, func(err error) {
			if err != nil {
				r.page.Toasts.Error(words.Explain(err))
				return
			}
			if a := r.settings.account; a != nil {
				a.Network.Set(n)
			}
			r.settings.keys.Reload(true)
		})
	})
}

func (r *reach) accountShown() bool { return r.settings != nil && r.settings.Chosen() == tabAccount }
