namespace WhatsCommerce;

/// <summary>The request for a token.</summary>
public sealed class AccessTokenContext
{
    /// <summary>The name under which the client was registered; empty for the one without a name.</summary>
    public string ClientName { get; init; } = "";

    /// <summary>The account that the client was made for; <see langword="null"/> for a client from the service provider.</summary>
    public WhatsCommerceAccount? Account { get; init; }

    /// <summary>The number that sends, if one is set.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>The WhatsApp Business account, if one is set.</summary>
    public BusinessAccountId BusinessAccountId { get; init; }

    /// <summary>
    /// The token that Meta has just rejected, when another one is requested. If the same token is returned, the request fails without
    /// being repeated.
    /// </summary>
    public string? RefusedToken { get; init; }

    /// <summary>Client and number; never a token.</summary>
    public override string ToString() => $"client '{ClientName}', phone number id '{PhoneNumberId}'";
}
