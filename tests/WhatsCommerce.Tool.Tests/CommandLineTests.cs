using System.CommandLine;
using WhatsCommerce.Emulator.Commands;
using WhatsCommerce.Tests;
using WhatsCommerce.Tool.Commands;
using WhatsCommerce.Tool.Terminal;

namespace WhatsCommerce.Tool.Tests;

/// <summary>What help says, and how what cannot run ends.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Help_EveryCommand_IsAsApproved()
    {
        using StringWriter output = new() { NewLine = "\n" };
        ToolConsole console = new() { Output = output, Error = output, Input = Stream.Null };
        Write(ToolCommands.Create(console), []);

        Snapshot.MatchText(output.ToString().ReplaceLineEndings("\n"));

        void Write(Command command, string[] path)
        {
            ToolCommands.Create(console).ParseArguments([.. path, "--help"]).Invoke(new() { Output = output, Error = output });
            foreach (Command part in command.Subcommands)
            {
                Write(part, [.. path, part.Name]);
            }
        }
    }

    [Theory]
    [InlineData("", "Usage:\n  whatscommerce [command]")]
    [InlineData("emulator", "Usage:\n  whatscommerce emulator [options]")]
    [InlineData("trigger order", "Usage:\n  whatscommerce trigger order <item>...")]
    public async Task Help_Usage_SaysTheNameThatIsTyped(string command, string usage)
    {
        string[] path = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using CommandRun run = await CommandRun.RunAsync([.. path, "--help"]);

        Assert.Contains(usage, run.Ended(0).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_IsThatOfThePackage()
    {
        using CommandRun run = await CommandRun.RunAsync("--version");

        Assert.StartsWith("0.1.0", run.Ended(0).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bang", "'bang'")]
    [InlineData("verify --port 1", "'--port'")]
    [InlineData("upload no-such-file.csv", "no-such-file.csv")]
    [InlineData("emulator --port abc", "--port: 'abc' is not valid")]
    [InlineData("trigger status bang --to https://shop.example/hook", "'bang'")]
    [InlineData("trigger status read --to https://shop.example/hook", "There is no app secret")]
    [InlineData("trigger status read --to http://127.0.0.1:1/hook", "name it with --message")]
    [InlineData("trigger text Hi --to http://shop.example/hook", "expected an https URL, or one of this machine")]
    [InlineData("trigger text Hi --from 12", "with its country code")]
    [InlineData("trigger location north 1", "expected degrees")]
    [InlineData("listen --count 0", "a whole number from 1")]
    [InlineData("replay --to http://127.0.0.1:1/hook", "Name files")]
    [InlineData("replay --postgresql --to http://127.0.0.1:1/hook", "WHATSCOMMERCE_POSTGRESQL")]
    [InlineData("replay --dead-letters no-such-folder --list", "no such file")]
    [InlineData("verify", "There is no access token")]
    [InlineData("verify --token-file no-such-file", "no such file")]
    public async Task Run_WrongUse_EndsWithTwoAndSaysWhatIsMissing(string command, string said)
    {
        using CommandRun run = await CommandRun.RunAsync(command.Split(' '));

        Assert.Contains(said, run.Ended(2).Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Run_NoEmulator_EndsWithThreeAndSaysHowToStartOne()
    {
        using ReservedPort port = new();
        using CommandRun run = await CommandRun.RunAsync("trigger", "text", "Hi", "--emulator", port.Address.ToString());

        Assert.Contains("start one with 'whatscommerce emulator'", run.Ended(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_EmulatorWithoutAnAddress_IsTheUsualOne()
    {
        Option<Uri?> emulator = ToolOptions.Emulator("The emulator.");
        Command command = new("do") { emulator };

        Assert.Equal(
            [null, ToolOptions.DefaultEmulator, new Uri("http://localhost:1/")],
            new[] { "", "--emulator", "--emulator http://localhost:1/" }
                .Select(line => command.ParseArguments(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).EmulatorOf(emulator)));
    }

    [Fact]
    public async Task Emulator_UntilItIsEnded_TellsItsSettingsUnderTheCommandsName()
    {
        using CommandRun run = CommandRun.Start("emulator", "--port", "0");
        await Patiently.Until(() => run.Output.Contains("Ctrl+C ends it.", StringComparison.Ordinal));

        Assert.Equal(0, await run.EndAsync());
        Assert.Contains("whatscommerce emulator --callback http", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_TextThatControlsATerminal_IsHarmless() =>
        Assert.Equal("a [2Jb c", ToolConsole.Plain("a\e[2Jb\nc"));

    [Fact]
    public void Plain_LongText_IsCut() => Assert.Equal("aaaaa...", ToolConsole.Plain(new('a', 1_000), 5));
}
