using Microsoft.CodeAnalysis;
using WhatsCommerce.Generators.OpenWords;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Generators.Tests.OpenWords;

public sealed class OpenWordGeneratorTests
{
    private const string Severity = """
        namespace WhatsCommerce.Webhooks;

        [OpenWord]
        public readonly partial record struct AlertSeverity
        {
            [Word("CRITICAL")]
            public static partial AlertSeverity Critical { get; }

            [Word("WARNING")]
            public static partial AlertSeverity Warning { get; }
        }
        """;

    [Fact]
    public void Write_PlainWords_GivesWhatAllHave()
    {
        GeneratorRun run = new(new OpenWordGenerator(), Severity);

        Assert.Empty(run.Diagnostics);
        Snapshot.MatchText(run.Written);
    }

    [Fact]
    public void Write_EachVariation_IsWrittenOut()
    {
        GeneratorRun run = new(new OpenWordGenerator(), """
            namespace WhatsCommerce.Messages;

            [OpenWord(Case = WordCase.Lower, HasValue = true, FromString = true, AlsoKnown = ["returned"])]
            public readonly partial record struct OrderStatus
            {
                [Word("partially_shipped", OtherSpelling = "partially-shipped")]
                public static partial OrderStatus PartiallyShipped { get; }

                public bool IsPart => this == PartiallyShipped;
            }
            """);

        Assert.Empty(run.Diagnostics);
        Snapshot.MatchText(run.Written);
    }

    [Fact]
    public void Write_OwnIsKnown_IsLeftToTheDeclaration()
    {
        GeneratorRun run = new(new OpenWordGenerator(), """
            namespace WhatsCommerce;

            [OpenWord]
            public readonly partial record struct Tier
            {
                [Word("TIER_NOT_SET")]
                public static partial Tier NotSet { get; }

                public bool IsKnown => true;
            }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain("IsKnown", run.Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[OpenWord] public readonly record struct Tier { }", "WCG101", "Tier")]
    [InlineData("[OpenWord] public readonly partial record struct Tier { }", "WCG102", "Tier")]
    [InlineData(
        """[OpenWord] public readonly partial record struct Tier { [Word("a")] public static partial Tier A { get; } [Word("a")] public """
            + """static partial Tier B { get; } }""", "WCG103", "B")]
    [InlineData(
        """[OpenWord(AlsoKnown = ["a"])] public readonly partial record struct Tier { [Word("a")] public static partial Tier A { get; } """
            + """}""", "WCG103", "Tier")]
    [InlineData(
        """[OpenWord] public readonly partial record struct Tier { [Word(" ")] public static partial Tier A { get; } }""", "WCG104", "A")]
    [InlineData(
        """[OpenWord(Case = WordCase.Upper)] public readonly partial record struct Tier { [Word("a")] public static partial Tier A { """
            + """get; } }""", "WCG105", "A")]
    public void Report_MistakeInDeclaration_PointsAtIt(string declaration, string id, string place)
    {
        GeneratorRun run = new(new OpenWordGenerator(), "namespace WhatsCommerce;\n" + declaration);

        Assert.Contains(run.Mistakes, mistake => mistake.StartsWith($"{id} at {place}: ", StringComparison.Ordinal));
        Assert.Empty(run.Written);
    }

    [Fact]
    public void Write_Attributes_LeaveNoTraceOnWhatIsShipped()
    {
        GeneratorRun run = new(new OpenWordGenerator(), Severity);

        Type type = run.Load().GetType("WhatsCommerce.Webhooks.AlertSeverity", throwOnError: true)!;

        Assert.DoesNotContain(type.GetCustomAttributesData(), attribute => attribute.AttributeType.Name == "OpenWordAttribute");
        Assert.DoesNotContain(
            type.GetProperty("Critical")!.GetCustomAttributesData(), attribute => attribute.AttributeType.Name == "WordAttribute");
    }

    [Fact]
    public void Run_UnrelatedEdit_WritesNothingAgain()
    {
        GeneratorRun run = new(new OpenWordGenerator(), Severity);

        IEnumerable<IncrementalStepRunReason> reasons = run.AddFile("namespace Elsewhere; public class Unrelated;");

        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
