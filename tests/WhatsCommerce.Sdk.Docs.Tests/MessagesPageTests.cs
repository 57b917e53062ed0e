using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>
/// docs/messages.md shows beside each snippet the JSON that it gives. The test runs the snippets and compares; with
/// <c>ACCEPT_SNAPSHOTS=1</c> it writes the JSON into the page.
/// </summary>
public partial class MessagesPageTests
{
    private static readonly string Page = Path.Combine(SharedMaterial.Repository, "docs", "messages.md");

    [Fact]
    public void Page_EachSnippet_StandsBesideTheJsonThatItGives()
    {
        string page = File.ReadAllText(Page);

        string expected =
            Message().Replace(page, match => $"{match.Groups["snippet"].Value}\n```json\n{JsonOf(match.Groups["code"].Value)}\n```\n");

        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Page, expected);
        }

        Assert.True(
            expected == page || File.ReadAllText(Page) == expected,
            $"Another JSON than docs/messages.md shows; with it the page reads:\n\n{expected}");
    }

    [Fact]
    public void Page_Snippets_ShowEveryKindOfMessage()
    {
        string page = File.ReadAllText(Page);

        string[] missing =
        [
            .. typeof(Message).GetMethods().Where(method => method.IsStatic).Select(method => method.Name)
                .Except(["FlowByName", "Unpin"])
                .Where(name => !page.Contains($"Message.{name}(", StringComparison.Ordinal)).Distinct(),
        ];

        Assert.Empty(missing);
    }

    private static string JsonOf(string code)
    {
        byte[] json = CSharpSnippet.Evaluate<OutboundMessage>(code.Trim()).ToJson("+16505551234");
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            JsonNode.Parse(json)!.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // Without a time-out: it would count what is compiled between two matches.
    [GeneratedRegex(
        "(?<snippet>```csharp\n(?<code>Message\\..*?)```\n)(\n```json\n.*?```\n)?", RegexOptions.Singleline | RegexOptions.ExplicitCapture,
            Timeout.Infinite)]
    private static partial Regex Message();
}
