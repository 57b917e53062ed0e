using WhatsCommerce.Tests.Api.Samples;

namespace WhatsCommerce.Tests.Api;

/// <summary>Whether the writer shows what a user can see, and nothing else.</summary>
public sealed class ApiWriterTests
{
    [Fact]
    public void Write_TypesOfEachKind_AreWrittenAsCSharp() =>
        Snapshot.MatchText(ApiWriter.Write(typeof(SampleClass<>).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(SampleClass<>).Namespace && !type.IsNested)));
}
