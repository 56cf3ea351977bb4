/**
 * The ribbon's commands. The add-in has one shared runtime, so that they act on the pane itself; they know the
 * names in the manifest and nothing of what stands behind them.
 */
export const COMMAND_NAMES = ['runAgain', 'statementForSelection', 'nextSuggestion'] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

export type Commands = Readonly<Record<CommandName, () => Promise<void>>>;

interface CommandEvent {
  completed(): void;
}

/** Ties the manifest's function names to what they do. Excel is told of the end, however it came. */
export function registerCommands(commands: Commands, associate: (name: string, run: (event: CommandEvent) => void) => void): void {
  for (const name of COMMAND_NAMES) {
    associate(name, (event) => {
      // Failures are shown in the pane; Excel need only know that the command has ended.
      const end = () => event.completed();
      commands[name]().then(end, end);
    });
  }
}
