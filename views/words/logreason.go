package words

import (
	"errors"
	"fmt"

	"accesskeys/client"
)

// Reason returns an error for the log, without what a server said, which can be anything.
func Reason(err error) string {
	var server *client.Error
	if errors.As(err, &server) {
		return fmt.Sprintf("%s: %s (HTTP %d, code %d)", server.Op, server.Kind, server.Status, server.Code)
	}
	return err.Error()
}
