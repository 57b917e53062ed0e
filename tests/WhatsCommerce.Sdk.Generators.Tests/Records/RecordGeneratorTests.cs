using Microsoft.CodeAnalysis;
using WhatsCommerce.Generators.Records;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Generators.Tests.Records;

/// <summary>What is written is compiled and run by the tests of webhooks; here it is looked at.</summary>
public sealed class RecordGeneratorTests
{
    private const string Vocabulary = """
        namespace WhatsCommerce
        {
            public sealed record GraphError;
            public readonly record struct GroupId(string? Value);
            public readonly record struct AlertType(string? Value);
            public readonly record struct Money(decimal Amount);
        }

        namespace WhatsCommerce.Webhooks
        {
            public sealed record Customer;
            public readonly struct AdditionalProperties;
            public abstract record WebhookEvent;
            public abstract record MessageEvent : WebhookEvent;
            internal static class PriceReader;

            [WebhookPart]
            public sealed record Remedy
            {
                [Wire("words")]
                public string? Words { get; init; }

                public AdditionalProperties AdditionalProperties { get; internal init; }
            }
        }
        """;

    [Fact]
    public void Write_ValueThatIsAnEvent_ReadsEachKindOfProperty()
    {
        GeneratorRun run = Run("""
            [WebhookField("account_alerts")]
            [WebhookField("account_alert")]
            [WireHead(DisplayPhoneNumber = "phone_number")]
            public sealed partial record AlertEvent : WebhookEvent
            {
                [Wire("alert_info.alert_type", "alert_type")]
                public AlertType Type { get; init; }

                [Wire("alert_description")]
                public string? Description { get; init; }

                [Wire("entity_id", IsId = true)]
                public string? EntityId { get; init; }

                [Wire("group_id")]
                public GroupId GroupId { get; init; }

                [Wire("alert_info.details.count")]
                public int? Count { get; init; }

                [Wire("share")]
                public decimal? Share { get; init; }

                [Wire("is_new")]
                public bool? IsNew { get; init; }

                [Wire("until")]
                public DateTimeOffset? Until { get; init; }

                [Wire("countries")]
                public IReadOnlyList<string> Countries { get; init; } = [];

                [Wire("errors")]
                public IReadOnlyList<GraphError> Errors { get; init; } = [];

                [Wire("remedies")]
                public IReadOnlyList<Remedy> Remedies { get; init; } = [];

                [Wire("remedy", "remedy_needed")]
                public Remedy? Remedy { get; init; }
            }
            """);

        Assert.Empty(run.Mistakes);
        Snapshot.MatchText(run.Written);
    }

    [Fact]
    public void Write_ItemsThatAreEvents_ReadsWhenWhoAndWhatMustBeThere()
    {
        GeneratorRun run = Run("""
            [WireHead(Timestamp = "timestamp")]
            public abstract record CallEvent : WebhookEvent
            {
                [Wire("id", IsId = true, Missing = "There is no id of the call.")]
                public required string CallId { get; init; }
            }

            [WebhookField("calls", Items = "statuses")]
            [WireHead(WaId = "recipient_id", PhoneNumber = "contact.phone_number", UserId = "recipient_user_id")]
            public sealed partial record CallStatusEvent : CallEvent
            {
                [Wire("recipient_id", IsId = true)]
                public string? RecipientId { get; init; }

                [Wire("custom_data", Reader = typeof(PriceReader))]
                public Money? Price { get; init; }
            }

            [WebhookField("calls", Items = "ratings")]
            public sealed partial record CallRatingEvent : CallEvent;
            """);

        Assert.Empty(run.Mistakes);
        Snapshot.MatchText(run.Written);
    }

    [Fact]
    public void Write_Part_KeepsWhatItDoesNotKnow()
    {
        GeneratorRun run = Run("""
            [WebhookPart]
            public sealed record Participant
            {
                [Wire]
                public Customer Customer { get; init; }

                [Wire("input", IsId = true)]
                public string? Input { get; init; }

                public AdditionalProperties AdditionalProperties { get; internal init; }
            }
            """);

        Assert.Empty(run.Mistakes);
        Snapshot.MatchText(run.Written);
    }

    [Fact]
    public void Write_PayloadOfAMessage_FailsWithoutWhatMustBeThere()
    {
        GeneratorRun run = Run("""
            public abstract record FileEvent : MessageEvent
            {
                [Wire("id", IsId = true, Missing = "There is no id.")]
                public string? FileId { get; init; }
            }

            [WebhookPayload]
            public sealed record PictureEvent : FileEvent
            {
                [Wire("width", Missing = "There is no width that is a number.")]
                public required double Width { get; init; }

                [Wire("animated")]
                public bool IsAnimated { get; init; }
            }
            """);

        Assert.Empty(run.Mistakes);
        Snapshot.MatchText(run.Written);
    }

    [Fact]
    public void Write_WordsAndFlags_ReadsWordsWithoutAllocationAndAbsentFlagsAsFalse()
    {
        GeneratorRun run = Run("""
            [WebhookPart]
            public sealed record Reply
            {
                [Wire("source", IsWord = true)]
                public string? Source { get; init; }

                [Wire("is_permanent")]
                public bool IsPermanent { get; init; }

                public AdditionalProperties AdditionalProperties { get; internal init; }
            }
            """);

        Assert.Empty(run.Mistakes);
        Assert.Contains("r.TryWord(out _source)", run.Written, StringComparison.Ordinal);
        Assert.Contains("r.TryBoolean(out _isPermanent)", run.Written, StringComparison.Ordinal);
        Assert.Contains("IsPermanent = _isPermanent ?? false,", run.Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[WebhookField("f")] public sealed record A : WebhookEvent;""", "WCG301", "A")]
    [InlineData("""[WebhookField("f")] public sealed partial record A;""", "WCG302", "A")]
    [InlineData("[WebhookPart] public sealed record A;", "WCG302", "A")]
    [InlineData("[WebhookPayload] public sealed record A : WebhookEvent;", "WCG302", "A")]
    [InlineData(
        """[WebhookPayload] public sealed record A : MessageEvent { [Wire("x.y")] public string? X { get; init; } }""", "WCG305", "X")]
    [InlineData(
        """[WebhookPayload] public sealed record A : MessageEvent { [Wire("x")] public required int X { get; init; } }""", "WCG306", "X")]
    [InlineData(
        """[WebhookField("f")] public sealed partial record A : WebhookEvent { [Wire("x")] public Uri? X { get; init; } }""",
        "WCG303",
        "X")]
    [InlineData(
        """[WebhookField("f")] public sealed partial record A : WebhookEvent { [Wire("x")] public string? X { get; init; } [Wire("x")] """
            + """public string? Y { get; init; } }""", "WCG304", "Y")]
    [InlineData(
        """[WebhookField("f")] public sealed partial record A : WebhookEvent { [Wire("x")] public Remedy? X { get; init; } [Wire("x.y")] """
            + """public string? Y { get; init; } }""", "WCG304", "Y")]
    [InlineData(
        """[WebhookField("f")] public sealed partial record A : WebhookEvent { [Wire] public string? X { get; init; } }""", "WCG305", "X")]
    [InlineData(
        """[WebhookField("f", Items = "i")] public sealed partial record A : WebhookEvent { [Wire("x")] public required string X { get; """
            + """init; } }""", "WCG306", "X")]
    [InlineData(
        """[WebhookField("f")] public sealed partial record A : WebhookEvent { [Wire("x", Missing = "No x.")] public required string X { """
            + """get; init; } }""", "WCG306", "X")]
    [InlineData(
        """[WebhookField("f")] public sealed partial record A : WebhookEvent; [WebhookField("f")] public sealed partial record B : """
            + """WebhookEvent;""", "WCG307", "B")]
    public void Report_MistakeInDeclaration_PointsAtIt(string declaration, string id, string place) =>
        Assert.Contains(Run(declaration).Mistakes, mistake => mistake.StartsWith($"{id} at {place}: ", StringComparison.Ordinal));

    [Fact]
    public void Run_UnrelatedEdit_WritesNothingAgain()
    {
        GeneratorRun run = Run("""[WebhookField("f")] public sealed partial record A : WebhookEvent;""");

        IEnumerable<IncrementalStepRunReason> reasons = run.AddFile("namespace Elsewhere; public class Unrelated;");

        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static GeneratorRun Run(string declaration) => new(
        new RecordGenerator(),
        [
            "namespace WhatsCommerce.Webhooks;\n" + declaration,
            Vocabulary,
            .. Directory.EnumerateFiles(Path.Combine(SharedMaterial.Repository, "src", "WhatsCommerce.Sdk.Webhooks", "Events", "Wire"))
                .Select(File.ReadAllText),
        ]);
}
