namespace WhatsCommerce;

/// <summary>
/// The requests that only the preflight needs. It requests no other fields of the number, because a token may not have access to the rest.
/// </summary>
internal interface IPreflightApi
{
    [Get("/{number}"), GraphOperation("get_phone_number")]
    Task<NumberResponse> GetNumber(PhoneNumberId number, string fields, CancellationToken cancellationToken);
}

/// <summary>The JSON of a number with the field that is needed here.</summary>
internal sealed record NumberResponse(string? DisplayPhoneNumber) : IGraphResponse
{
    bool IGraphResponse.IsComplete => true;
}

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NumberResponse))]
internal sealed partial class PreflightJson : JsonSerializerContext;
