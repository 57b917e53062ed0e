using Microsoft.CodeAnalysis;
using WhatsCommerce.Generators.Ids;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Generators.Tests.Ids;

public sealed class IdGeneratorTests
{
    private const string CatalogId = "namespace WhatsCommerce; [Id] public readonly partial record struct CatalogId;";

    [Fact]
    public void Write_Id_GivesWhatAllHave()
    {
        GeneratorRun run = new(new IdGenerator(), CatalogId);

        Assert.Empty(run.Diagnostics);
        Snapshot.MatchText(run.Written);
    }

    [Fact]
    public void Write_OwnToString_IsLeftToTheDeclaration()
    {
        GeneratorRun run = new(new IdGenerator(), """
            namespace WhatsCommerce;

            [Id]
            public readonly partial record struct MessageId
            {
                public override string ToString() => "...";
            }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain("ToString", run.Written, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NotPartial_PointsAtIt()
    {
        GeneratorRun run = new(new IdGenerator(), "namespace WhatsCommerce; [Id] public readonly record struct CatalogId;");

        Assert.StartsWith("WCG106 at CatalogId: ", Assert.Single(run.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnrelatedEdit_WritesNothingAgain()
    {
        GeneratorRun run = new(new IdGenerator(), CatalogId);

        Assert.All(run.AddFile("public class Unrelated;"), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
