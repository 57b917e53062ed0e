namespace WhatsCommerce.Onboarding;

/// <summary>Represents the business token of a solution provider's customer, obtained for the code of embedded signup. A secret.</summary>
/// <remarks>
/// It gives access to what the business shared in the signup: store it encrypted, and set it as
/// <see cref="WhatsCommerceAccount.AccessToken"/> or an <see cref="IAccessTokenProvider"/>. Source: Meta, embedded-signup, onboarding
/// customers as a tech provider.
/// </remarks>
public sealed record BusinessToken : IGraphResponse
{
    /// <summary><c>access_token</c>: the token.</summary>
    public string AccessToken { get; init; } = "";

    /// <summary><c>token_type</c>: <c>bearer</c>.</summary>
    public string? TokenType { get; init; }

    /// <summary><c>expires_in</c>: the lifetime; <see langword="null"/> if Meta returns none.</summary>
    [JsonPropertyName("expires_in"), JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? ExpiresIn { get; init; }

    bool IGraphResponse.IsComplete => AccessToken.Length > 0;

    /// <summary>Returns the type and the lifetime; the token is a secret.</summary>
    public override string ToString() => $"BusinessToken {{ TokenType = {TokenType}, ExpiresIn = {ExpiresIn} }}";
}
