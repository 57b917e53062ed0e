using System.CommandLine;
using System.CommandLine.Help;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>What a command needs that is called on its own.</summary>
internal static class RootCommands
{
    /// <summary>
    /// Adds help and the version. <see cref="RootCommand"/> would bring them too, but calls itself by the name of the assembly, which
    /// nobody types.
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

    /// <summary>Writes what is wrong with the command line; <see langword="false"/> when nothing is.</summary>
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
