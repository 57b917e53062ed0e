using System.Text.RegularExpressions;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Tool.Tests;

/// <summary>
/// Every command of the documentation runs in CI, or is listed here with the reason why it does not: a new one has to be put somewhere.
/// </summary>
public sealed partial class DocumentedCommandTests
{
    // Where the commands of which documents run. A script is one that .ci/run calls.
    private static readonly Place[] Places =
    [
        new("README.md", "^dotnet (run|test)", Script: "eng/readme-commands.sh"),
        new("CONTRIBUTING.md", "^dotnet (run|test)", Script: "eng/readme-commands.sh"),
        new("docs/getting-started.md", "^(cd Bakery|dotnet new (install|whatscommerce-shop))", Script: "eng/check-templates.sh"),
        new("docs/getting-started.md", "^(dotnet (new (sln|web|xunit)|add|sln|test)|echo)", Script: "eng/check-getting-started.sh"),
        new("templates/README.md", "^dotnet new", Script: "eng/check-templates.sh"),
        new("templates/whatscommerce-shop/README.md", "^dotnet test", Script: "eng/check-templates.sh"),
        new("samples/Copyable/README.md", "", Script: "eng/check-copyable.sh"),
        new("docs/command.md", "^whatscommerce ", Script: "eng/check-tool.sh"),
        new("src/WhatsCommerce.Tool/README.md", "^whatscommerce ", Script: "eng/check-tool.sh"),
        new("", "^dotnet tool install --global WhatsCommerce.(Emulator|Tool) --prerelease", Script: "eng/check-tool.sh"),
        new("", "^whatscommerce-emulator", Script: "eng/check-tool.sh"),
        new("", "^dotnet publish src/WhatsCommerce.Emulator -t:PublishContainer", Script: "eng/check-container.sh"),
        new("", "^dotnet add package WhatsCommerce", Script: "eng/check-consumers.sh"),
        new("docs/emulator.md", "^dotnet run --project samples/OrderBot$", Reason: "It stays open until Ctrl+C; with --demo CI runs it."),
        new("docs/emulator.md", "^dotnet run --project src/WhatsCommerce.Emulator$", Reason: "It stays open; CI runs it as a tool."),
        new("docs/aspire.md", "^dotnet run --project samples/AspireHost$", Reason: "It needs containers; a test starts it where they are."),
        new("src/WhatsCommerce.Emulator/README.md", "^curl", Reason: "eng/check-page-curl.mjs runs what the page copies as curl."),
        new("docs/emulator.md", "^docker run", Reason: "It needs Docker."),
        new("templates/whatscommerce-shop/README.md", "^dotnet run", Reason: "It stays open; its tests start the same app."),
        new("docs/flows.md", "^openssl ", Reason: "It makes a key; the tests make theirs in .NET."),
        new("docs/performance.md", "", Reason: "Benchmarks take hours and a quiet machine."),
        new("docs/releasing.md", "", Reason: "A release is made once, and by a person."),
    ];

    private static readonly string[] Folders = ["docs", "samples", "src", "templates"];

    private static readonly Lazy<(string File, string Command)[]> All = new(() => [.. Documents().SelectMany(CommandsOf)]);

    [Fact]
    public void Command_OfADocument_RunsOrSaysWhyNot()
    {
        string[] homeless =
        [
            .. All.Value.Where(command => !Array.Exists(Places, place => place.Has(command)))
                .Select(command => $"{command.File}: {command.Command}"),
        ];

        Assert.Empty(homeless);
        Assert.True(All.Value.Length > 50, $"Only {All.Value.Length} commands were found.");
    }

    [Fact]
    public void Place_OfCommands_IsNeeded() =>
        Assert.Empty(Places.Where(place => !Array.Exists(All.Value, place.Has)).Select(place => $"{place.File} {place.Pattern}"));

    [Fact]
    public void Place_ThatIsAScript_IsCalledInCI()
    {
        string run = File.ReadAllText(Path.Combine(SharedMaterial.Repository, ".ci/run"));

        Assert.All(Places.Select(place => place.Script).OfType<string>().Distinct(), script =>
        {
            Assert.Contains(script, run, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(SharedMaterial.Repository, script)), $"There is no {script}.");
        });
    }

    private static IEnumerable<string> Documents()
    {
        string root = SharedMaterial.Repository;
        return Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(root, "*.md"))
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    // Of a transcript the lines behind a prompt; of a shell block all of them, without comments; a \ goes on in the next line. A block that
    // does not say what it is may be one too.
    private static IEnumerable<(string File, string Command)> CommandsOf(string file)
    {
        string text = File.ReadAllText(Path.Combine(SharedMaterial.Repository, file)).ReplaceLineEndings("\n");
        string? language = null;
        foreach (string line in text.Replace("\\\n", "", StringComparison.Ordinal).Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                language = language is null ? line[3..].Trim() : null;
                continue;
            }

            string command = Comment().Replace(language == "console" ? Prompt(line) : line, "").Trim();
            bool isOne = language is "sh" or "bash" or "shell" or "console" ? command.Length > 0
                : language is "" && Program().IsMatch(command);
            if (isOne)
            {
                yield return (file, command);
            }
        }
    }

    private static string Prompt(string line) => line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : "";

    [GeneratedRegex("(^|[ ]+)#.*$", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Comment();

    // What begins with one of these is a command also where the block does not say so.
    [GeneratedRegex("^(dotnet|whatscommerce|git|docker|curl|eng/|\\.ci/)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Program();

    private sealed record Place(string File, string Pattern, string? Script = null, string? Reason = null)
    {
        public bool Has((string File, string Command) command) =>
            (File.Length == 0 || File == command.File)
            && Regex.IsMatch(command.Command, Pattern, RegexOptions.None, Regex.InfiniteMatchTimeout);
    }
}
