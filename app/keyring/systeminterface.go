package keyring

// System is the system's keyring. Its calls may block without limit.
type System interface {
	// Reach returns an error if there is no keyring. It is called before each other call.
	Reach() error
	// Probe returns an error if the keyring does not answer or is locked, without a prompt.
	Probe() error
	// Unlocked returns an *Error of Locked if other calls would ask the user to unlock the keyring.
	Unlocked() error
	// Accounts lists the accounts of a service without a prompt. It returns errors.ErrUnsupported if it cannot.
	Accounts(service string) ([]string, error)
	// Get returns ErrNotStored if there is no such entry.
	Get(service, account string) (string, error)
	// Peek is Get without a prompt. It returns an *Error of Locked if Get would ask the user to unlock the keyring.
	Peek(service, account string) (string, error)
	Set(service, account, secret string) error
	// Delete returns ErrNotStored if there is no such entry.
	Delete(service, account string) error
}
