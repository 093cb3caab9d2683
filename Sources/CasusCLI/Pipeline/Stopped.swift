/// Ctrl-C was pressed; thrown at the end of a batch to leave the work there.
struct Stopped: Error {}
