package undo

import "time"

// Time is how long undoing is offered, from when its message can be clicked.
const Time = 15 * time.Second
