import CasusCLI

RootCommand.prepare()
await RootCommand.start()
