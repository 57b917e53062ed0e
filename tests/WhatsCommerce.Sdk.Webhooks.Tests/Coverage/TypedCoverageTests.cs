using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Coverage;

/// <summary>
/// Each value of each of Meta's examples, and of our own sample of each kind, reaches a property: it is changed, and the typed events must
/// change with it. What no property holds must at least be kept.
/// </summary>
public sealed class TypedCoverageTests(ITestOutputHelper output)
{
    private const double LeastShare = 0.99;

    /// <summary>
    /// Members that say which shape follows: another value may well make an event unknown, which is what they are read for.
    /// </summary>
    private static readonly string[] NameTheShape = ["object", "field", "type", "event"];

    /// <summary>
    /// Members that can say one thing only, which no property repeats: it is compared, and anything else is kept. They count as typed when
    /// they really are compared.
    /// </summary>
    private static readonly (string Why, Func<Leaf, bool> IsOne)[] Foregone =
    [
        ("There is no other product.", leaf => leaf is { Name: "messaging_product", Text: "whatsapp" }),
        ("interactive.type repeats the name of the member beside it, which decides.", leaf =>
            leaf is { Name: "type", Text: { } name, Parent: JsonObject members } && members.ContainsKey(name)),
    ];

    /// <summary>
    /// The ids of a customer, which <c>contacts[]</c> repeats: the item's own is the one that counts, so that what becomes of the contact's
    /// shows only where the item has none.
    /// </summary>
    private static readonly string[] CustomerIds =
    [
        "wa_id", "user_id", "parent_user_id",
        "from", "from_user_id", "from_parent_user_id", "to",
        "recipient_id", "recipient_user_id", "recipient_parent_user_id", "parent_recipient_user_id",
    ];

    private enum Reach
    {
        /// <summary>A typed member follows it.</summary>
        Typed,

        /// <summary>It is in additional properties only.</summary>
        Kept,

        /// <summary>Another value of the same kind makes a good event malformed, or unknown though it names no shape.</summary>
        Refused,

        /// <summary>It is nowhere but in the raw bytes.</summary>
        Vanished,
    }

    public static TheoryData<string> Names() => [.. Samples.Names, .. Examples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_Example_IsNeitherUnknownNorMalformed(string example)
    {
        IReadOnlyList<WebhookEvent> events = Parse(Examples.Load(example).Body).Events;

        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.False(e is UnknownEvent or MalformedEvent, $"{e}{(e as MalformedEvent)?.Reason}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_EachValueOfExampleChanged_ShowsTheChange(string example)
    {
        string[] lost =
        [
            .. from leaf in Probe(example)
               where leaf.Reach is Reach.Vanished or Reach.Refused
               select $"{leaf.Reach}: {leaf.Path}",
        ];

        Assert.Empty(lost);
    }

    [Fact]
    public void Parse_AllExamples_TypesNearlyEveryValue()
    {
        SharedMaterial.Require("corpus", "webhooks");
        AssertShare([.. Examples.Names]);
    }

    [Fact]
    public void Parse_AllSamples_TypesNearlyEveryValue() => AssertShare([.. Samples.Names]);

    private void AssertShare(string[] names)
    {
        (string Example, (string Path, Reach Reach)[] Leaves)[] examples = [.. names.Select(name => (name, Probe(name).ToArray()))];
        var report = new StringBuilder();
        foreach ((string example, (string Path, Reach Reach)[] leaves) in examples)
        {
            string[] open = [.. leaves.Where(leaf => leaf.Reach != Reach.Typed).Select(leaf => $"  {leaf.Reach}: {leaf.Path}")];
            if (open.Length > 0)
            {
                report.AppendLine(example).AppendJoin(Environment.NewLine, open).AppendLine();
            }
        }

        ILookup<Reach, string> all = examples.SelectMany(example => example.Leaves).ToLookup(leaf => leaf.Reach, leaf => leaf.Path);
        int count = all.Sum(reach => reach.Count());
        double share = (double)all[Reach.Typed].Count() / count;
        string summary =
            string.Create(
                CultureInfo.InvariantCulture,
                $"{share:P2} typed: {all[Reach.Typed].Count()} of {count} values in {examples.Length} bodies; kept "
                    + $"{all[Reach.Kept].Count()}, refused {all[Reach.Refused].Count()}, vanished {all[Reach.Vanished].Count()}");
        output.WriteLine(summary);
        output.WriteLine(report.ToString());

        Assert.True(share >= LeastShare, $"{summary}{Environment.NewLine}{report}");
    }

    private static IEnumerable<(string Path, Reach Reach)> Probe(string name)
    {
        Examples example = Examples.Load(name);
        foreach ((Leaf leaf, int index) in Leaf.AllOf(example.Documented).Select((leaf, index) => (leaf, index)))
        {
            Reach reach = Probe(example.Body, leaf);
            if (reach == Reach.Kept && leaf.ParentName == "contacts" && CustomerIds.Contains(leaf.Name))
            {
                Examples alone = Examples.Load(name);
                Leaf same = Leaf.AllOf(alone.Documented).ElementAt(index);
                RemoveOwnIds(alone.Body);
                reach = Probe(alone.Body, same) is Reach.Typed ? Reach.Typed : reach;
            }

            yield return (leaf.Path, reach);
        }
    }

    private static Reach Probe(JsonNode body, Leaf leaf)
    {
        WebhookNotification original = Parse(body);
        leaf.Change();
        WebhookNotification changed = Parse(body);
        leaf.Restore();
        return Compare(leaf, original, changed);
    }

    private static void RemoveOwnIds(JsonNode body)
    {
        foreach (Leaf leaf in Leaf.AllOf(body).Where(leaf => leaf.ParentName != "contacts" && CustomerIds.Contains(leaf.Name)))
        {
            leaf.Parent.AsObject().Remove(leaf.Name);
        }
    }

    private static Reach Compare(Leaf leaf, WebhookNotification original, WebhookNotification changed)
    {
        var before = EventGraph.Of(original);
        var after = EventGraph.Of(changed);
        bool isForegone = Array.Exists(Foregone, rule => rule.IsOne(leaf));
        bool isRefused = Count<MalformedEvent>(changed) > Count<MalformedEvent>(original)
            || (Count<UnknownEvent>(changed) > Count<UnknownEvent>(original) && !NameTheShape.Contains(leaf.Name));
        return isRefused ? Reach.Refused
            : after.Typed != before.Typed ? Reach.Typed
            : after.Kept == before.Kept ? Reach.Vanished
            : isForegone ? Reach.Typed
            : Reach.Kept;
    }

    private static int Count<T>(WebhookNotification notification)
        where T : WebhookEvent => notification.Events.OfType<T>().Count();

    private static WebhookNotification Parse(JsonNode body) => WebhookParser.Parse(body.ToJsonString().Bytes());
}
