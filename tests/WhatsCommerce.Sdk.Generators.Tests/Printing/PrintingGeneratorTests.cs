using Microsoft.CodeAnalysis;
using WhatsCommerce.Generators.Printing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Generators.Tests.Printing;

public sealed class PrintingGeneratorTests
{
    // What the generated methods call, as the primitives have it.
    private const string Primitives = """
        namespace WhatsCommerce;

        public sealed record GraphError { public int? Code { get; init; } }
        public readonly record struct MessageId(string? Value) { public string Masked => "..."; }
        public static class PhoneNumber { public static string Mask(string? number) => "***"; }
        public static class LogText { public static string Id(string? id) => "..."; }
        """;

    private const string Customer = """
        namespace WhatsCommerce.Webhooks;

        public sealed partial record Customer
        {
            [Sensitive(Shown = Shown.LastDigits)]
            public string? WaId { get; init; }

            [Sensitive]
            public string? ProfileName { get; init; }

            public string? Country { get; init; }
        }
        """;

    private const string Events = """
        namespace WhatsCommerce.Webhooks;

        public abstract partial record Event
        {
            [Printed]
            public Event? Cause { get; init; }
        }

        public sealed partial record CallEvent : Event
        {
            [Sensitive(Shown = Shown.EndOfId)]
            public string? CallId { get; init; }

            public MessageId MessageId { get; init; }

            public DayOfWeek Day { get; init; }

            public int? Attempts { get; init; }

            public DateTimeOffset? Time { get; init; }

            public bool IsVideo { get; init; }

            public IReadOnlyList<string> Items { get; init; } = [];

            public IReadOnlyList<GraphError> Errors { get; init; } = [];

            public Event? Inner { get; init; }

            public string Computed => $"{CallId}";
        }
        """;

    [Fact]
    public void Write_SensitiveMembers_LeavesThemOut()
    {
        GeneratorRun run = new(new PrintingGenerator(), Primitives, Customer);

        Assert.Empty(run.Diagnostics);
        Snapshot.MatchText(run.Written);
    }

    [Fact]
    public void Write_EachKindOfMember_InTheWayOfItsType()
    {
        GeneratorRun run = new(new PrintingGenerator(), Primitives, Events);

        Assert.Empty(run.Diagnostics);
        Snapshot.MatchText(run.Written);
    }

    [Fact]
    public void ToString_OfGeneratedRecord_ShowsWhatIsThere()
    {
        GeneratorRun run = new(new PrintingGenerator(), Primitives, Customer);
        Type type = run.Load().GetType("WhatsCommerce.Webhooks.Customer", throwOnError: true)!;
        object customer = Activator.CreateInstance(type)!;
        type.GetProperty("WaId")!.SetValue(customer, "16505550142");
        type.GetProperty("ProfileName")!.SetValue(customer, "Ann");

        Assert.Equal("Customer { WaId = *** }", customer.ToString());
    }

    [Fact]
    public void Write_OwnPrintMembers_IsLeftToTheDeclaration()
    {
        GeneratorRun run = new(new PrintingGenerator(), Primitives, """
            namespace WhatsCommerce;

            public sealed partial record Receipt
            {
                [Sensitive]
                public string? To { get; init; }

                private bool PrintMembers(System.Text.StringBuilder builder) => false;
            }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Written);
    }

    [Fact]
    public void Write_PartialRecordWithoutMarks_StaysAsTheCompilerPrintsIt()
    {
        GeneratorRun run = new(
            new PrintingGenerator(),
            Primitives,
            "namespace WhatsCommerce; public sealed partial record Product { public string? Name { get; init; } }");

        Assert.Empty(run.Written);
    }

    [Theory]
    [InlineData("public sealed record Receipt { [Sensitive] public string? To { get; init; } }", "WCG201", "Receipt")]
    [InlineData("public sealed partial record Receipt { [Sensitive, Printed] public string? To { get; init; } }", "WCG202", "To")]
    public void Report_MistakeInDeclaration_PointsAtIt(string declaration, string id, string place)
    {
        GeneratorRun run = new(new PrintingGenerator(), Primitives, "namespace WhatsCommerce;\n" + declaration);

        Assert.StartsWith($"{id} at {place}: ", Assert.Single(run.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnrelatedEdit_WritesNothingAgain()
    {
        GeneratorRun run = new(new PrintingGenerator(), Primitives, Customer);

        IEnumerable<IncrementalStepRunReason> reasons = run.AddFile("namespace Elsewhere; public class Unrelated;");

        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
