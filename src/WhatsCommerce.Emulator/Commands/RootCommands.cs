using System.CommandLine;
using System.CommandLine.Help;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>Extension methods for commands that are the root of a command line.</summary>
internal static class RootCommands
{
    /// <summary>
    /// Adds the options for help and version. <see cref="RootCommand"/> has them too, but shows the name of the assembly instead of the
    /// command.
    /// </summary>
    public static void AsRoot(this Command command)
    {
        if (!command.Options.OfType<HelpOption>().Any())
        {
            command.Options.Add(new HelpOption());
            command.Options.Add(new VersionOption());
        }
    }

    /// <summary>Parses arguments. One that begins with @ is a value like any other, not a response file.</summary>
    public static ParseResult ParseArguments(this Command command, IReadOnlyList<string> args) =>
        command.Parse(args, new() { ResponseFileTokenReplacer = null });

    /// <summary>Writes the errors of the command line; returns <see langword="false"/> when there are none.</summary>
    public static bool HasErrors(this ParseResult parsed, TextWriter error)
    {
        foreach (string message in parsed.Errors.Select(problem => problem.Message).Distinct())
        {
            error.WriteLine(message);
        }

        if (parsed.Errors.Count > 0)
        {
            error.WriteLine("Run with --help for the options.");
        }

        return parsed.Errors.Count > 0;
    }
}
