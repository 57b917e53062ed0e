namespace WhatsCommerce;

/// <summary>Describes the request for which an access token is needed.</summary>
public sealed class AccessTokenContext
{
    /// <summary>Gets the name under which the client was registered; empty for the unnamed one.</summary>
    public string ClientName { get; init; } = "";

    /// <summary>Gets the account that the client was created for; <see langword="null"/> for a client from the service provider.</summary>
    public WhatsCommerceAccount? Account { get; init; }

    /// <summary>Gets the number that sends, if one is set.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the WhatsApp Business account, if one is set.</summary>
    public BusinessAccountId BusinessAccountId { get; init; }

    /// <summary>
    /// Gets the token that Meta has just rejected, when a replacement is requested; otherwise <see langword="null"/>. If the same token is
    /// returned again, the request fails without a retry.
    /// </summary>
    public string? RefusedToken { get; init; }

    /// <summary>Returns the client's name and the number's id; never a token.</summary>
    public override string ToString() => $"client '{ClientName}', phone number id '{PhoneNumberId}'";
}
