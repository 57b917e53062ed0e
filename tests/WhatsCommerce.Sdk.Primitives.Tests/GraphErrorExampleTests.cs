using System.Text.Json;

namespace WhatsCommerce.Tests;

/// <summary>Meta's published error answers, each with the class that its reader would give it.</summary>
public sealed class GraphErrorExampleTests
{
    private static readonly Dictionary<int, GraphErrorClass> ClassOfCode = new()
    {
        [1] = GraphErrorClass.Unavailable,
        [2] = GraphErrorClass.Unavailable,
        [4] = GraphErrorClass.Throttled,
        [10] = GraphErrorClass.Permission,
        [17] = GraphErrorClass.Throttled,
        [100] = GraphErrorClass.InvalidRequest,
        [104] = GraphErrorClass.Authentication,
        [190] = GraphErrorClass.Authentication,
        [200] = GraphErrorClass.Permission,
        [400] = GraphErrorClass.InvalidRequest,
        [403] = GraphErrorClass.Permission,
        [613] = GraphErrorClass.Throttled,
        [803] = GraphErrorClass.InvalidRequest,
        [80007] = GraphErrorClass.Throttled,
        [130429] = GraphErrorClass.Throttled,
        [131005] = GraphErrorClass.Permission,
        [132000] = GraphErrorClass.TemplateUse,
        [134011] = GraphErrorClass.PaymentSetup,
        [139102] = GraphErrorClass.BlockList,
    };

    public static TheoryData<string> Errors() =>
        [.. SharedMaterial.JsonFiles("responses").Where(name => name.Contains("-error-", StringComparison.Ordinal))];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Errors))]
    public void Class_OfAPublishedAnswer_IsWhatItsCodeMeans(string file)
    {
        GraphError error = Read(SharedMaterial.ReadJson("responses", file).GetProperty("error"));

        Assert.NotNull(error.Code);
        Assert.Equal(ClassOfCode[error.Code.Value], error.Class);
    }

    [Fact]
    public void Errors_OfTheCollection_AreThere()
    {
        SharedMaterial.Require("corpus", "responses");
        Assert.NotEmpty(Errors());
    }

    private static GraphError Read(JsonElement error) => new()
    {
        Code = error.GetProperty("code").GetInt32(),
        Subcode = error.TryGetProperty("error_subcode", out JsonElement subcode) ? subcode.GetInt32() : null,
        Message = error.GetProperty("message").GetString(),
        Details = DetailsOf(error),
        IsTransient = error.TryGetProperty("is_transient", out JsonElement transient) ? transient.GetBoolean() : null,
        // Nearly every error comes as 400, so the status must not decide.
        HttpStatus = 400,
    };

    // Some published answers carry error_data as a text that only looks like JSON.
    private static string? DetailsOf(JsonElement error) => error.TryGetProperty("error_data", out JsonElement data)
        ? data.ValueKind == JsonValueKind.Object ? data.GetProperty("details").GetString() : data.GetString()
        : null;
}
