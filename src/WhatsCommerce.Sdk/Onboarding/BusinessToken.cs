namespace WhatsCommerce.Onboarding;

/// <summary>The business token of a customer of a solution provider's, for which embedded sign-up's code was exchanged. A secret.</summary>
/// <remarks>
/// It opens what the business shared in the sign-up: store it encrypted, and give it to <see cref="WhatsCommerceAccount.AccessToken"/> or
/// an
/// <see cref="IAccessTokenProvider"/>. Source: Meta, embedded-signup, onboarding customers as a tech provider.
/// </remarks>
public sealed record BusinessToken : IGraphAnswer
{
    /// <summary><c>access_token</c>.</summary>
    public string AccessToken { get; init; } = "";

    /// <summary><c>token_type</c>: <c>bearer</c>.</summary>
    public string? TokenType { get; init; }

    /// <summary><c>expires_in</c>: for how long it is good; <see langword="null"/> when Meta names no end.</summary>
    [JsonPropertyName("expires_in"), JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? ExpiresIn { get; init; }

    bool IGraphAnswer.IsComplete => AccessToken.Length > 0;

    /// <summary>The type and the lifetime; the token is a secret.</summary>
    public override string ToString() => $"BusinessToken {{ TokenType = {TokenType}, ExpiresIn = {ExpiresIn} }}";
}
