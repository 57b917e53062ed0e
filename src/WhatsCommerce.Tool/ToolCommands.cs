using Microsoft.Extensions.Options;
using WhatsCommerce.Tool.Events;
using WhatsCommerce.Tool.Uploads;
using WhatsCommerce.Tool.Verification;

namespace WhatsCommerce.Tool;

/// <summary>The command with all of its subcommands.</summary>
internal static class ToolCommands
{
    /// <summary>Parses and runs a command line.</summary>
    /// <returns>The exit code, see <see cref="ToolExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, ToolConsole console, CancellationToken end)
    {
        Command root = Create(console);
        ParseResult parsed = root.ParseArguments(args);
        if (parsed.HasErrors(console.Error))
        {
            return ToolExitCode.WrongUse;
        }

        try
        {
            InvocationConfiguration invocation = new()
            {
                Output = console.Output,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
                // The token ends the command gracefully, without a timeout.
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, end).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            console.Say("Canceled.");
            return ToolExitCode.Canceled;
        }
        catch (Exception exception) when (ExitCodeOf(exception) is { } exitCode)
        {
            console.Say(console.Paint(ToolConsole.Plain(exception.Message, 4_000), Shade.Red));
            return exitCode;
        }
    }

    /// <summary>Defines the command.</summary>
    public static Command Create(ToolConsole console)
    {
        Command root = new(
            ToolConsole.CommandName,
            "Sell in WhatsApp: a local Cloud API, signed webhooks to any app, catalog uploads, templates, and checks of an account.")
        {
            EmulatorSubcommand.Create(console),
            new TriggerCommand(console).Create(),
            new ListenCommand(console).Create(),
            new ReplayCommand(console).Create(),
            new UploadCommand(console).Create(),
            new PreflightCommand(console).Create(),
            new TemplatesCommand(console).Create(),
            new VerifyCommand(console).Create(),
        };
        root.AsRoot();
        return root;
    }

    // Null for a bug of the command itself, whose stack trace must not be hidden.
    private static int? ExitCodeOf(Exception exception) => exception switch
    {
        CommandFailedException failed => failed.ExitCode,
        CannotRunException or OptionsValidationException or WhatsCommerceValidationException => ToolExitCode.WrongUse,
        GraphException or HttpRequestException or IOException => ToolExitCode.Unreachable,
        _ => null,
    };
}
