/// A command that draws a picture: nearly all its work is done by one thread.
protocol DrawingCommand {}
