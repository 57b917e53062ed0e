namespace WhatsCommerce.Commerce;

/// <summary>The limits of the data that Indian law asks of businesses.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>BusinessComplianceInfoUpdateRequest</c>.</remarks>
public static class CommerceLimits
{
    /// <summary>The fewest characters of the business's name.</summary>
    public static int MinEntityNameLength => 2;

    /// <summary>The most characters of the business's name.</summary>
    public static int EntityNameLength => 128;

    /// <summary>The most characters of a legal form that is described in words.</summary>
    public static int CustomEntityTypeLength => 1024;

    /// <summary>The most characters of a contact's name.</summary>
    public static int ContactNameLength => 128;

    /// <summary>The most characters of an e-mail address.</summary>
    public static int EmailLength => 128;
}
