namespace WhatsCommerce.Tool.Commands;

/// <summary>The emulator's command as a subcommand of this one.</summary>
internal static class EmulatorSubcommand
{
    private const string Name = "emulator";

    public static Command Create(ToolConsole console)
    {
        CommandLine line = new(Name);
        line.Command.SetAction((parsed, end) => EmulatorCommand.RunAsync(
            line.Settings(parsed), new(console.Output, $"{ToolConsole.CommandName} {Name}"), console.Error, end));
        return line.Command;
    }
}
