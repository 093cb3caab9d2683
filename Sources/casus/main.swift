import CasusCLI

await RootCommand.start()
