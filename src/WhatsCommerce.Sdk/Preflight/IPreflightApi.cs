namespace WhatsCommerce;

/// <summary>What is asked for here alone. Nothing else of the number is needed, and a token may not see the rest.</summary>
internal interface IPreflightApi
{
    [Get("/{number}"), GraphOperation("get_phone_number")]
    Task<NumberAnswer> GetNumber(PhoneNumberId number, string fields, CancellationToken cancellationToken);
}

/// <summary>The JSON of a number, as far as it matters here.</summary>
internal sealed record NumberAnswer(string? DisplayPhoneNumber) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => true;
}

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NumberAnswer))]
internal sealed partial class PreflightJson : JsonSerializerContext;
