using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Meta's own examples: what stands in the JSON is found again in the events, value for value.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names() => [.. Examples.Names];

    public static TheoryData<string> Fragments() => [.. SharedMaterial.JsonFiles("webhook-fragments")];

    [Fact]
    public void Examples_OfTheCollection_AreThere()
    {
        SharedMaterial.Require("corpus", "webhooks");
        Assert.True(Names().Count > 150);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Names))]
    public void Parse_Example_HasEveryValueAsItCame(string name)
    {
        Examples example = Examples.Load(name);
        var graph = EventGraph.Of(Parse(example.Body));
        HashSet<string> values = [.. graph.Lines.Select(line => line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..])];

        string[] missing =
        [
            .. from leaf in Leaf.AllOf(example.Documented)
               where leaf is { Value: not null, Name: not "messaging_product" } && leaf.ParentName is not ("amount" or "interactive")
               where !Forms(leaf.Value!).Any(values.Contains) && !graph.Kept.Contains(leaf.Value!.ToJsonString(), StringComparison.Ordinal)
               select leaf.Path,
        ];

        Assert.Empty(missing);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Fragments))]
    public void Parse_FragmentByItself_IsTold(string file) =>
        Assert.NotEmpty(WebhookParser.Parse(File.ReadAllBytes(SharedMaterial.Require("corpus", "webhook-fragments", file))).Events);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Names))]
    public void Parse_ExampleUnderAForeignCulture_HasTheSameValues(string name)
    {
        JsonNode body = Examples.Load(name).Body;

        Assert.Equal(EventGraph.Of(Parse(body)), EventGraph.Of(ForeignCulture.Run(() => Parse(body))));
    }

    private static WebhookNotification Parse(JsonNode body) => WebhookParser.Parse(body.ToJsonString().Bytes());

    // A value as it may appear on a property: the text, the number, the moment, and what a line of a text becomes.
    private static IEnumerable<string> Forms(JsonNode value)
    {
        string text = value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? value.GetValue<bool>().ToString()
            : value.ToString();
        yield return text.ReplaceLineEndings(" ");
        if (bool.TryParse(text, out bool truth))
        {
            yield return truth.ToString();
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 253402300800)
        {
            yield return DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("O", CultureInfo.InvariantCulture);
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            yield return number.ToString(CultureInfo.InvariantCulture);
        }
    }
}
