using System.CommandLine;
using System.Text.RegularExpressions;
using WhatsCommerce.Emulator.Commands;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Tool.Tests;

/// <summary>The commands that docs/command.md and the README show.</summary>
public sealed partial class CommandPageTests
{
    public static TheoryData<string, string> Commands
    {
        get
        {
            TheoryData<string, string> commands = [];
            foreach (string file in new[] { "docs/command.md", "src/WhatsCommerce.Tool/README.md" })
            {
                foreach (Match match in CommandLine().Matches(File.ReadAllText(Path.Combine(SharedMaterial.Repository, file))))
                {
                    commands.Add(file, match.Groups["arguments"].Value);
                }
            }

            return commands;
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public void Page_EveryCommand_IsOne(string file, string arguments)
    {
        using StringWriter output = new();
        Command root = ToolCommands.Create(new() { Output = output, Error = output, Input = Stream.Null });

        string[] problems =
        [
            .. root.ParseArguments([.. Argument().Matches(arguments).Select(match => match.Value.Trim('\'', '"'))]).Errors
                .Select(error => error.Message)
                // The files of the page are not here.
                .Where(message => !message.Contains("no such file", StringComparison.Ordinal)
                    && !message.Contains("File does not exist", StringComparison.Ordinal)),
        ];

        Assert.True(problems.Length == 0, $"{file}: whatscommerce {arguments}: {string.Join(' ', problems)}");
    }

    [Fact]
    public void Page_EveryCommand_IsShown()
    {
        string page = File.ReadAllText(Path.Combine(SharedMaterial.Repository, "docs/command.md"));
        using StringWriter output = new();

        Assert.All(
            ToolCommands.Create(new() { Output = output, Error = output, Input = Stream.Null }).Subcommands,
            command => Assert.Contains($"$ whatscommerce {command.Name}", page, StringComparison.Ordinal));
    }

    [GeneratedRegex(
        @"(?:^\$ |`)whatscommerce (?<arguments>[^`\n|>]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex CommandLine();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|[^ ]+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Argument();
}
