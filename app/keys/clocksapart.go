package keys

import "time"

// ClocksApart is how far the server's clock may be from ours when a time of the server is compared with one of ours.
const ClocksApart = 5 * time.Minute
