package keyring

// System is the system's keyring: calls that block for as long as they like.
type System interface {
	// Reach makes sure that there is a keyring to talk to.
	Reach() error
	// Probe asks whether it answers, without a prompt.
	Probe() error
	// Unlocked returns an *Error of Locked where a call would ask the user to unlock it.
	Unlocked() error
	// Accounts lists the accounts of a service without a prompt. It returns errors.ErrUnsupported where it cannot.
	Accounts(service string) ([]string, error)
	// Get returns ErrNotStored when there is no such entry.
	Get(service, account string) (string, error)
	// Peek is Get without a prompt: it returns an *Error of Locked where the user would be asked to unlock it.
	Peek(service, account string) (string, error)
	Set(service, account, secret string) error
	// Delete returns ErrNotStored when there is no such entry.
	Delete(service, account string) error
}
