using System.Text.RegularExpressions;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests.Api;

/// <summary>The documentation of the emulator tells of each endpoint of Meta's published contract whether it is there.</summary>
public sealed partial class EndpointDocsTests
{
    [Fact]
    public async Task Docs_NameEveryEdgeOfThePublishedContract()
    {
        string contract = SharedMaterial.Require("contract", "business-messaging-api_v23.0.yaml");
        string docs = await File.ReadAllTextAsync(Path.Combine(SharedMaterial.Repository, "docs", "emulator.md"), Stage.Token);
        string[] ofOthers = ["Application", "Solution", "Pre-Verified", "Migration", "User-ID", "Message-History", "OBO-Mobility"];

        string[] missing =
        [
            .. Edge().Matches(await File.ReadAllTextAsync(contract, Stage.Token))
                .Where(match => !Array.Exists(ofOthers, other => match.Groups["node"].Value.StartsWith(other, StringComparison.Ordinal)))
                .Select(match => match.Groups["edge"].Value)
                .Distinct(StringComparer.Ordinal)
                .Where(edge => !docs.Contains($"`{edge}`", StringComparison.Ordinal)),
        ];

        Assert.Empty(missing);
    }

    [GeneratedRegex(@"^  /\{Version\}/\{(?<node>[\w-]+)\}/(?<edge>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Edge();
}
