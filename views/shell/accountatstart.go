package shell

// wanted is the account to begin with: the one at the server that was asked for, or else the one that was open last.
func (o *opening) wanted() string {
	known := o.config.App.Settings.Get()
	if o.config.Server == "" {
		return known.Current
	}
	id, _ := known.AccountAt(o.config.Server)
	return id
}

// otherServer reports whether another server was asked for than that of exactly one account.
func (o *opening) otherServer() bool {
	known := o.config.App.Settings.Get()
	_, one := known.AccountAt(o.config.Server)
	return o.config.Server != "" && len(known.Accounts) > 0 && !one
}
