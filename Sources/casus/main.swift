import CasusCLI

RootCommand.start()
