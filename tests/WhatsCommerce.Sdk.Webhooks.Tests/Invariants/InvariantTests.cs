using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Invariants;

/// <summary>
/// What must hold for every body, tried on one of each kind and on Meta's examples: neither the order of members nor how a number is
/// written nor what stands beside it changes a typed value.
/// </summary>
/// <remarks>
/// A failure prints the smallest change that fails and where to replay it: put those three numbers into <c>FSCHECK_REPLAY</c>, separated by
/// commas. <c>FSCHECK_TESTS</c> sets how many are tried for each body.
/// </remarks>
public sealed class InvariantTests
{
    private static readonly Config Config = Configure();

    public static TheoryData<string> Names() => [.. Samples.Names, .. Examples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_MembersInAnyOrder_GivesTheSameTypedValues(string name)
    {
        string expected = EventGraph.Of(Parse(Load(name))).Typed;

        ForAll(choices =>
        {
            JsonNode body = Load(name);
            Rewriting.Permute(body, choices);
            return Same(expected, EventGraph.Of(Parse(body)).Typed, body);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_NumbersAsStringsAndStringsAsNumbers_GivesTheSameTypedValues(string name)
    {
        string expected = EventGraph.Of(Parse(Load(name))).Typed;

        ForAll(choices =>
        {
            JsonNode body = Load(name);
            Rewriting.Requote(body, choices);
            return Same(expected, EventGraph.Of(Parse(body)).Typed, body);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_FurtherMembersAnywhere_GivesTheSameTypedValuesAndKeepsThem(string name)
    {
        string[] expected = EventGraph.Of(Parse(Load(name))).Lines;

        ForAll(choices =>
        {
            JsonNode body = Load(name);
            List<string> marks = Rewriting.AddMembers(body, choices);
            var graph = EventGraph.Of(Parse(body));
            string[] missing = [.. expected.Except(graph.Lines)];
            string[] lost = [.. marks.Where(
                mark => !graph.Kept.Contains(mark, StringComparison.Ordinal) && !graph.Typed.Contains(mark, StringComparison.Ordinal))];
            return (missing.Length == 0 && lost.Length == 0).Label(
                $"missing {string.Join("; ", missing)}; lost {string.Join("; ", lost)}; {body.ToJsonString()}");
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_AnyOptionalMembersAbsent_LeavesTheOthersAsTheyAre(string name)
    {
        JsonNode whole = Load(name);
        string[] all = EventGraph.Of(Parse(whole)).Lines;
        OptionalMember[] optional = [.. OptionalMember.Of(whole, all)];

        ForAll(choices =>
        {
            JsonNode body = Load(name);
            List<JsonObject> objects = Rewriting.ObjectsOf(body);
            OptionalMember[] absent = OptionalMember.Reconcile(objects, [.. optional.Where(_ => choices.Flip)]);
            foreach (OptionalMember member in absent)
            {
                member.RemoveFrom(objects);
            }

            string[] expected = [.. all.Except(absent.SelectMany(member => member.Lines))];
            string[] missing = [.. expected.Except(EventGraph.Of(Parse(body)).Lines)];
            return (missing.Length == 0).Label($"missing {string.Join("; ", missing)}; {body.ToJsonString()}");
        });
    }

    private static JsonNode Load(string name) => Examples.Load(name).Body;

    private static WebhookNotification Parse(JsonNode body) => WebhookParser.Parse(body.ToJsonString().Bytes());

    private static Property Same(string expected, string actual, JsonNode body) =>
        (expected == actual).Label($"{expected}\nbecame\n{actual}\nfor\n{body.ToJsonString()}");

    private static void ForAll(Func<Choices, Property> property) =>
        Check.One(Config, Prop.ForAll(Streams, numbers => property(new Choices(numbers))));

    private static Arbitrary<int[]> Streams { get; } =
        Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf(400), ArbMap.Default.ArbFor<int[]>().Shrinker);

    private static Config Configure()
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(Repetitions.Of("FSCHECK_TESTS", few: 6, all: 25));
        return Environment.GetEnvironmentVariable("FSCHECK_REPLAY")?.Split(',') is [var seed, var gamma, var size]
            ? config.WithReplay(Number(seed), Number(gamma), (int)Number(size))
            : config;
    }

    private static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}
